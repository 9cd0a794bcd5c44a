/** What systems put into archives beside a person's files. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** The path of an archive's member as the lake has it; undefined where it leads out of the archive. */
export function toMemberPath(name: string): string | undefined {
  const path = name.replaceAll("\\", "/");
  if (path.includes("\0") || path.startsWith("/") || /^[a-z]:/i.test(path)) return undefined;
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 || parts.includes("..") ? undefined : parts.join("/");
}

/** Whether a member is a folder, or a file that no person put there. */
export function isLitter(name: string): boolean {
  return /[\\/]$/.test(name) || LITTER.test(name);
}
