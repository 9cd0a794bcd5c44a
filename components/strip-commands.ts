import type {Found} from "./find.ts";
import {requestImport} from "./import-request.ts";
import type {LbUndoToast} from "./lb-undo-toast.ts";
import type {LookSetting} from "./look.ts";
import {getLook, isDark, setLook} from "./look.ts";

/** The pages that the rail leads to. */
export function findPages(): Found[] {
  return Array.from(
    document.querySelectorAll<HTMLAnchorElement>(".lb-rail li a"),
    (link): Found => ({kind: "page", name: link.textContent.trim(), hint: "", href: link.href})
  );
}

/** What can be done from anywhere. The toast is there once the workspace is. */
export function toCommands(
  getToast: () => LbUndoToast | undefined,
  showShortcuts: () => void
): Found[] {
  const commands: readonly [name: string, hint: string, run: () => void][] = [
    ["Import files", "", () => requestImport("start")],
    ["Paste a table", "", () => requestImport("paste")],
    ["Undo the last change", "Ctrl+Z", () => void getToast()?.undo()],
    ["Redo what was undone", "Ctrl+Shift+Z", () => void getToast()?.redo()],
    ["Show keyboard shortcuts", "?", showShortcuts],
    ["Switch between light and dark", "", () => setLook("theme", isDark() ? "light" : "dark")],
    ["Switch between compact and comfortable", "", () => toggleLook("density", "comfortable")],
    ["Collapse or open the rail", "", () => toggleLook("rail", "icons")]
  ];
  return commands.map(([name, hint, run]) => ({kind: "command", name, hint, run}));
}

function toggleLook(name: LookSetting, value: string): void {
  setLook(name, getLook(name) === value ? undefined : value);
}
