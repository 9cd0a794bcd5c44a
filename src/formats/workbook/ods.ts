import {InputError} from "../../lib/errors.ts";

/** The parts of a workbook, by name. */
export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

/** So many cells are more than can be held; a file of 600 bytes can ask for 10¹⁸. */
const MAX_CELLS = 10_000_000;
const ROW_OR_CELL = /<(?:\w+:)?(table-row|(?:covered-)?table-cell)\b([^>]*)>/g;
const REPEATED = /\bnumber-(?:rows|columns)-repeated=["'](\d+)["']/;
const STYLE = /<(?:\w+:)?style\b[^>]*\bstyle:name=["']([^"']*)["'][^>]*>(.*?)<\/(?:\w+:)?style>/gs;
const IS_HIDDEN = /<(?:\w+:)?table-properties\b[^>]*\btable:display=["']false["']/;
const TABLE = /<(?:\w+:)?table\s([^>]*)>/g;

/** What the library does not look at in an OpenDocument spreadsheet. */
export interface OdsNotes {
  /** The places, from 0, of the sheets that are hidden. */
  readonly hidden: ReadonlySet<number>;
}

export function isOds(parts: WorkbookParts): boolean {
  return parts["content.xml"] !== undefined && parts["xl/workbook.xml"] === undefined;
}

/** Throws `InputError` where a spreadsheet has a password, or repeats cells beyond all measure. */
export function checkOds(parts: WorkbookParts): OdsNotes {
  if (toText(parts["META-INF/manifest.xml"]).includes("encryption-data"))
    throw new InputError("it is encrypted with a password");
  const content = toText(parts["content.xml"]);
  if (countCells(content) > MAX_CELLS)
    throw new InputError(`it has more than ${MAX_CELLS.toLocaleString("en")} cells`);
  return {hidden: findHidden(content)};
}

/** Cells with something in them, each as often as it is repeated: the library makes all of them. */
function countCells(content: string): number {
  let rows = 1;
  let cells = 0;
  for (const [, name, attributes = ""] of content.matchAll(ROW_OR_CELL)) {
    const repeated = Number(REPEATED.exec(attributes)?.[1] ?? 1);
    if (name === "table-row") rows = repeated;
    else if (!attributes.endsWith("/")) cells += rows * repeated;
  }
  return cells;
}

function findHidden(content: string): Set<number> {
  const styles = new Set<string>();
  for (const [, name = "", body = ""] of content.matchAll(STYLE))
    if (IS_HIDDEN.test(body)) styles.add(name);
  const hidden = new Set<number>();
  if (styles.size === 0) return hidden;
  [...content.matchAll(TABLE)].forEach(([, attributes = ""], i) => {
    const style = /\bstyle-name=["']([^"']*)["']/.exec(attributes)?.[1];
    if (style !== undefined && styles.has(style)) hidden.add(i);
  });
  return hidden;
}

function toText(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part ?? new Uint8Array());
}
