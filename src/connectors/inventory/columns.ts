import {foldText} from "../../lib/text.ts";

/** The columns that place a thing, as the file names them. */
export interface InventoryColumns {
  readonly name: string;
  /** The path of the place; null where things name their parent. */
  readonly place: string | null;
  readonly id: string | null;
  readonly parent: string | null;
  readonly kind: string | null;
}

const NAMES = [
  "name",
  "item",
  "item name",
  "title",
  "asset",
  "asset name",
  "product",
  "thing",
  "container",
  "sample"
];
const PLACES = [
  "location path",
  "place",
  "location",
  "storage location",
  "storage",
  "parent path",
  "container path",
  "stored in",
  "where",
  "path"
];
const IDS = ["item id", "asset id", "id", "import ref", "uuid", "barcode"];
const PARENTS = [
  "parent id",
  "parent item id",
  "parent asset id",
  "container id",
  "location id",
  "parent"
];
const KINDS = ["kind", "type", "item type", "category"];
/** What only lists of things have. */
const THINGS =
  /^(?:quantity|qty|count|amount|serial|serial number|model|model number|manufacturer|purchased|purchase (?:date|price|time|from)|warranty.*|labels|room|condition|volume.*|barcode|asset id|sku|insured|price|value|freezer|rack|box|position)$/;
const SAMPLES = 50;
const MIN_PATH_SHARE = 0.5;
/** Paths of files and addresses on the web are no places. */
const NO_PLACE = /^[/\\]|:\/\/|^[A-Za-z]:\\|\.\w{1,4}$/;

/** The columns of a list of things in places; null where it is none. `rows` are some of its rows. */
export function toInventoryColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[]
): InventoryColumns | null {
  const words = header.map(toWord);
  const find = (wanted: readonly string[]): string | null => {
    const at = wanted.map((word) => words.indexOf(word)).find((place) => place >= 0);
    return at === undefined ? null : header[at]!;
  };
  const name = find(NAMES);
  if (name === null) return null;
  const isHomebox = header.some((text) => /^HB\./i.test(text.trim()));
  if (!isHomebox && !words.some((word) => THINGS.test(word))) return null;
  const [id, parent, kind] = [find(IDS), find(PARENTS), find(KINDS)];
  const values = (column: string): string[] => {
    const at = header.indexOf(column);
    return rows.slice(0, SAMPLES).flatMap((row) => row[at]?.trim() || []);
  };
  const place = PLACES.map((word) => header[words.indexOf(word)]).find(
    (column) => column !== undefined && column !== name && (isHomebox || isPlace(values(column)))
  );
  if (place !== undefined) return {name, place, id, parent: null, kind};
  if (id === null || parent === null || id === parent) return null;
  const ids = new Set(values(id));
  const hasParents = values(parent).some((value) => ids.has(value));
  return hasParents ? {name, place: null, id, parent, kind} : null;
}

/** The name of a column as SQL likes it: `HB.purchase_price` is `purchase_price`. */
export function toSnakeName(name: string): string {
  return (
    name
      .trim()
      .replace(/^HB\./i, "")
      .replace(/([a-z\d])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_+|_+$/g, "") || "column"
  );
}

function toWord(name: string): string {
  return foldText(toSnakeName(name)).replaceAll("_", " ");
}

function isPlace(values: readonly string[]): boolean {
  const paths = values.filter((value) => splitPlace(value).length > 1 && !NO_PLACE.test(value));
  return paths.length > 0 && paths.length >= values.length * MIN_PATH_SHARE;
}

const SEPARATORS = [/\s*(?:>|»|→|›|::|\|)\s*/, /\s+\/\s+/, /\s*\/\s*/, /\s*\\\s*/];

/** The parts of a place's path: `House / Kitchen / Drawer 1`, `Home > Garage`, `Site/Freezer/A1`. */
export function splitPlace(text: string): string[] {
  const separator = SEPARATORS.find((one) => one.test(text));
  const parts = separator ? text.split(separator) : [text];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
