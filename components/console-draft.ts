const KEY = "lakebook:sql";

/** The text that stood in the console of this tab before it was loaded again. */
export function readDraft(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // a window that keeps nothing begins anew
  }
}

export function writeDraft(sql: string): void {
  try {
    sessionStorage.setItem(KEY, sql);
  } catch {
    // a window that keeps nothing, or has no room left, loses the text with the page
  }
}
