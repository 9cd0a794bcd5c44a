const KEY = "lakebook:tab";

/**
 * What this tab is called among those of this site; the same after a reload. While the page is shown the name is in no
 * storage, so that a tab that is made by duplicating this one gets another.
 */
export const TAB: string = takeName();

addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem(KEY, TAB);
  } catch {
    // a window that keeps nothing has another name after a reload
  }
});

function takeName(): string {
  try {
    const name = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return name ?? crypto.randomUUID();
  } catch {
    return crypto.randomUUID(); // a window that keeps nothing
  }
}
