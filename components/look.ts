export type LookSetting = "theme" | "density" | "rail";

/** The look that was chosen; undefined is the default: the system's theme, compact, an open rail. */
export function getLook(name: LookSetting): string | undefined {
  return document.documentElement.dataset[name];
}

/** Sets the look of all pages; kept in this browser where it keeps anything. The head of each page reads it before painting. */
export function setLook(name: LookSetting, value: string | undefined): void {
  const {dataset} = document.documentElement;
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
  try {
    if (value === undefined) localStorage.removeItem(`lakebook:${name}`);
    else localStorage.setItem(`lakebook:${name}`, value);
  } catch {
    // a window that keeps nothing has the look until it is closed
  }
}

export function isDark(): boolean {
  const theme = getLook("theme");
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
