/** A file's path for a reader that takes patterns: its name may hold what looks like one. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[]/g, "[$&]");
}
