/** Inputs in which Enter does something of its own. */
const ENTER_IS_TAKEN = ["button", "submit", "file", "color"];

/** What a key asks of a form; undefined where it asks nothing, or somebody inside has answered it. */
export function toFormCommand(event: KeyboardEvent): "save" | "next" | "cancel" | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined;
  if (event.key === "Escape") return "cancel";
  if (event.key !== "Enter" || event.altKey || event.shiftKey) return undefined;
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey) return "save";
  const isLine = target instanceof HTMLInputElement && !ENTER_IS_TAKEN.includes(target.type);
  return isLine || target instanceof HTMLSelectElement ? "next" : undefined;
}

/** Whether a key is the one that saves: Ctrl+S, or Cmd+S. */
export function isSaveKey({key, ctrlKey, metaKey, altKey}: KeyboardEvent): boolean {
  return key.toLowerCase() === "s" && (ctrlKey || metaKey) && !altKey;
}
