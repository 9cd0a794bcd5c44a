/** Stands for the print of a model whose files are not all there. */
const UNKNOWN = "?";

/**
 * By which vectors are known again: the model's name and the print of its files, `builtin@3fa9c1d2e4b5`. Other weights under
 * the same name are another model. Without a print nothing can be computed, so nothing is ever kept under such an id.
 */
export function toModelId(name: string, print: string | null | undefined): string {
  return `${name}@${print ?? UNKNOWN}`;
}

/** What people call the model. A record from before there were prints has the name alone. */
export function toModelName(id: string): string {
  const at = id.lastIndexOf("@");
  return at < 0 ? id : id.slice(0, at);
}

export function hasPrint(id: string): boolean {
  return id.includes("@") && !id.endsWith(`@${UNKNOWN}`);
}
