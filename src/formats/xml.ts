import {groupBy} from "../lib/group-by.ts";
import {detectEncoding} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import {decodeBytes} from "./decode.ts";
import {refuse, toRefusal} from "./refusal.ts";
import {findDeclared} from "./xml-decode.ts";
import {createNaming} from "./xml-names.ts";
import type {XmlRows} from "./xml-records.ts";
import {isComplex, toXmlTables} from "./xml-records.ts";
import type {XmlElement} from "./xml-tree.ts";
import {parseXml} from "./xml-tree.ts";
import {XmlError} from "./xml-walk.ts";

/**
 * Any XML: the elements that repeat, nearest to the root, are the rows of a table by their name, and what repeats within
 * those a table of its own (see `toXmlTables`). What stands above the rows is in `details.about`.
 */
export const xml: Format = {
  name: "xml",
  extensions: ["xml", "kml", "rss", "atom", "opml", "plist", "graphml", "gexf"],
  read(bytes, {path, parse}) {
    try {
      const {text, encoding} = decodeBytes(bytes, parse?.encoding ?? findEncoding(bytes));
      const root = parseXml(text);
      const nameOf = createNaming(root);
      return {
        tables: toXmlTables(findRows(root, nameOf), nameOf),
        problems: [],
        details: {encoding, root: root.name, about: toAbout(root, nameOf)}
      };
    } catch (error) {
      if (error instanceof XmlError) return refuse(path, `no XML: ${error.message}`, error.where);
      return refuse(path, toRefusal(error));
    }
  }
};

/** What a document declares, unless its bytes say otherwise, or it is UTF-8, which is found out by itself. */
function findEncoding(bytes: Uint8Array): string | undefined {
  const declared = detectEncoding(bytes) === undefined ? findDeclared(bytes) : undefined;
  return declared === "utf-8" ? undefined : declared;
}

type NameOf = (element: XmlElement) => string;

/** The groups of elements that are rows, by name: what repeats, or else the innermost element that stands alone. */
function findRows(root: XmlElement, nameOf: NameOf): XmlRows {
  const repeated = findRepeated(root, nameOf);
  if (repeated.length > 0) return repeated;
  let element = root;
  while (element.children.length === 1 && isComplex(element.children[0]!))
    element = element.children[0]!;
  return [[nameOf(element), [element]]];
}

/** Beside elements that repeat, one that stands alone is a row of its own kind, as long as it is more than a text. */
function findRepeated(parent: XmlElement, nameOf: NameOf): XmlRows {
  const groups = [...groupBy(parent.children, nameOf)];
  if (!groups.some(([, {length}]) => length > 1))
    return parent.children.flatMap((child) => findRepeated(child, nameOf));
  return groups.filter(([, elements]) => elements.length > 1 || isComplex(elements[0]!));
}

/** What stands above and beside the rows: attributes, and children that are mere text. */
function toAbout(parent: XmlElement, nameOf: NameOf): Record<string, unknown> {
  const groups = [...groupBy(parent.children, nameOf)];
  const about: Record<string, unknown> = Object.fromEntries(parent.attributes);
  const holdsRows = groups.some(([, {length}]) => length > 1);
  for (const [name, [element, ...more]] of groups) {
    if (more.length > 0) continue;
    if (!isComplex(element!)) about[name] = element!.text;
    else if (!holdsRows) about[name] = toAbout(element!, nameOf);
  }
  return about;
}
