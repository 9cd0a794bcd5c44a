/** Whether a problem's path (`place/room`, `colours/0`) is that of a field, or inside it. Names may have slashes of their own. */
export function isAtField(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}/`);
}
