import {groupBy} from "../lib/group-by.ts";
import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {toTable} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";
import type {XmlElement} from "./xml-tree.ts";
import {parseXml} from "./xml-tree.ts";
import {XmlError} from "./xml-walk.ts";

const READS_TEXT = {readsText: true};

/**
 * Any XML: the elements that repeat, nearest to the root, are the rows of a table by their name. Attributes and
 * single children are columns; what repeats within a row is a list.
 */
export const xml: Format = {
  name: "xml",
  extensions: ["xml", "kml", "rss", "atom", "opml", "plist", "graphml", "gexf"],
  read: (bytes, {path}) =>
    readXml(bytes, path, (root) => {
      const rows = findRows(root);
      return {
        tables: rows.map(([name, elements]) =>
          toTable(rows.length > 1 ? name : "", elements.map(toRecord), READS_TEXT)
        ),
        details: {root: root.name, about: toAbout(root)}
      };
    })
};

/** What every reader of XML does: decodes, parses, and refuses what is not well-formed. */
export function readXml(
  bytes: Uint8Array,
  path: string,
  toTables: (root: XmlElement) => {
    tables: readonly DataTable[];
    details?: Readonly<Record<string, unknown>>;
  }
): Reading {
  try {
    const {text, encoding} = decodeText(bytes);
    const {tables, details} = toTables(parseXml(text));
    if (tables.length === 0) return refuse(path, "no rows in it");
    return {tables, problems: [], details: {encoding, ...details}};
  } catch (error) {
    if (error instanceof XmlError) return refuse(path, `no XML: ${error.message}`, error.where);
    return refuse(path, toRefusal(error));
  }
}

type Rows = [name: string, elements: readonly XmlElement[]][];

/** The groups of elements that are rows, by name: what repeats, or else the innermost element that stands alone. */
function findRows(root: XmlElement): Rows {
  const repeated = findRepeated(root);
  if (repeated.length > 0) return repeated;
  let element = root;
  while (element.children.length === 1 && isComplex(element.children[0]!))
    element = element.children[0]!;
  return [[element.name, [element]]];
}

/** Beside elements that repeat, one that stands alone is a row of its own kind, as long as it is more than a text. */
function findRepeated(parent: XmlElement): Rows {
  const groups = [...groupByName(parent.children)];
  if (!groups.some(([, {length}]) => length > 1)) return parent.children.flatMap(findRepeated);
  return groups.filter(([, elements]) => elements.length > 1 || isComplex(elements[0]!));
}

/** An element as a value: its text, or an object of its attributes, its children and its text. */
function toValue(element: XmlElement): unknown {
  return isComplex(element) ? toRecord(element) : element.text;
}

function toRecord({attributes, children, text, name}: XmlElement): Record<string, unknown> {
  const groups = groupByName(children);
  const record: Record<string, unknown> = {};
  for (const [key, value] of attributes) record[groups.has(key) ? `@${key}` : key] = value;
  for (const [key, elements] of groups)
    record[key] = elements.length > 1 ? elements.map(toValue) : toValue(elements[0]!);
  if (text !== "") record[Object.keys(record).length > 0 ? "text" : name] = text;
  return record;
}

/** What stands above and beside the rows: attributes, and children that are mere text. */
function toAbout(parent: XmlElement): Record<string, unknown> {
  const groups = [...groupByName(parent.children)];
  const about: Record<string, unknown> = Object.fromEntries(parent.attributes);
  const holdsRows = groups.some(([, {length}]) => length > 1);
  for (const [name, [element, ...more]] of groups) {
    if (more.length > 0) continue;
    if (!isComplex(element!)) about[name] = element!.text;
    else if (!holdsRows) about[name] = toAbout(element!);
  }
  return about;
}

function isComplex({attributes, children}: XmlElement): boolean {
  return attributes.size > 0 || children.length > 0;
}

function groupByName(elements: readonly XmlElement[]): Map<string, XmlElement[]> {
  return groupBy(elements, ({name}) => name);
}
