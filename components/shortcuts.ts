/** A key, or two keys one after the other, that does something anywhere outside a text field. */
export interface Shortcut {
  /** As shown: "g l", "?", "Ctrl+K". */
  readonly keys: string;
  readonly what: string;
}

/** The shortcuts of every page; a page's own stand on the page. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    keys: "Ctrl+K",
    what: "Find anything: pages, tables, entries, rows, documents, commands (Cmd+K on a Mac)"
  },
  {keys: "g o", what: "Go to the overview"},
  {keys: "g l", what: "Go to the lake"},
  {keys: "g i", what: "Go to the import page"},
  {keys: "g b", what: "Go to the batches"},
  {keys: "g e", what: "Go to the entries"},
  {keys: "g t", what: "Go to the types"},
  {keys: "g d", what: "Go to the edges"},
  {keys: "g f", what: "Go to search"},
  {keys: "g c", what: "Go to the topics"},
  {keys: "g m", what: "Go to the map"},
  {keys: "g u", what: "Go to the duplicates"},
  {keys: "g r", what: "Go to the review of suggestions"},
  {keys: "g y", what: "Go to the history"},
  {keys: "g s", what: "Go to the settings"},
  {keys: "g h", what: "Go to the guide"},
  {keys: "Ctrl+Enter", what: "Run the SQL in the console"},
  {keys: "F2", what: "Edit the entry"},
  {keys: "Ctrl+S", what: "Save what is being edited"},
  {keys: "Ctrl+Z", what: "Undo the last change, also one made before a reload"},
  {keys: "Ctrl+Shift+Z", what: "Do again what was undone (or Ctrl+Y)"},
  {keys: "Esc", what: "Close what is open, and return"},
  {keys: "?", what: "Show this list"}
];

/** Where `g` and a letter lead. */
export const PLACES: Readonly<Record<string, string>> = {
  o: "./index.html",
  l: "./lake.html",
  i: "./import.html",
  b: "./batches.html",
  e: "./entries.html",
  t: "./types.html",
  d: "./edges.html",
  f: "./search.html",
  c: "./topics.html",
  m: "./map.html",
  u: "./duplicates.html",
  r: "./review.html",
  y: "./history.html",
  s: "./settings.html",
  h: "./guide.html"
};

/** True where a key is text: in a field, a text area, an editor. Shadow roots are looked into. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
