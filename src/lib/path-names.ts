/** The folder of a path with forward slashes; "" at the top. */
export function toFolder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The file's name without its last extension. */
export function toStem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/(.)\.[^.]*$/, "$1");
}
