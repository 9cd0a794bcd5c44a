import {unzipSync} from "fflate";
import {InputError} from "../lib/errors.ts";
import {decodeText} from "../lib/text-encoding.ts";
import type {XmlElement} from "./xml-tree.ts";
import {parseXml} from "./xml-tree.ts";

/** A workbook that unpacks to more than this is a mistake or an attack. */
const MAX_UNPACKED_BYTES = 2 ** 30;
const WORKSHEET = /\/worksheet$/;

/** A sheet of a workbook, and where its cells are. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** The parts of an Excel workbook, a zip archive of XML files. */
export class XlsxPackage {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #workbookPath: string;
  readonly #workbook: XmlElement;

  /** Throws `InputError` where there is no workbook in it, or it is too large. */
  constructor(bytes: Uint8Array) {
    let size = 0;
    const files = unzipSync(bytes, {
      filter({name, originalSize}) {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        size += originalSize;
        if (size > MAX_UNPACKED_BYTES) throw new InputError("it unpacks to more than 1 GB");
        return true;
      }
    });
    this.#files = new Map(Object.entries(files).map(([name, file]) => [toKey(name), file]));
    this.#workbookPath = this.#findWorkbook();
    this.#workbook = parseXml(this.text(this.#workbookPath) ?? "");
  }

  /** Whether days are counted from 1904, as the first Macintosh did. */
  get isFrom1904(): boolean {
    const value = find(this.#workbook, "workbookPr")?.attributes.get("date1904");
    return value === "1" || value === "true";
  }

  /** The worksheets in their order; charts and dialogs, which have no cells, are passed over. */
  get sheets(): SheetPart[] {
    const links = this.#readLinks(this.#workbookPath);
    const sheets = find(this.#workbook, "sheets")?.children ?? [];
    return sheets.flatMap(({attributes}, i) => {
      const name = attributes.get("name") ?? `Sheet${i + 1}`;
      const link = links.get(attributes.get("id") ?? "");
      if (!link) return [{name, path: `xl/worksheets/sheet${i + 1}.xml`}];
      return WORKSHEET.test(link.type) ? [{name, path: link.path}] : [];
    });
  }

  /** The path of a part that belongs to the workbook, by the end of its type: `styles`, `sharedStrings`. */
  findPart(type: string): string {
    const links = [...this.#readLinks(this.#workbookPath).values()];
    return links.find((link) => link.type.endsWith(`/${type}`))?.path ?? `xl/${type}.xml`;
  }

  /** The text of a part; undefined where it is not there. */
  text(path: string): string | undefined {
    const file = this.#files.get(toKey(path));
    return file && decodeText(file).text;
  }

  #findWorkbook(): string {
    const links = [...this.#readLinks("").values()];
    const path = links.find(({type}) => type.endsWith("/officeDocument"))?.path;
    const found = [path, "xl/workbook.xml"].find(
      (name) => name !== undefined && this.#files.has(toKey(name))
    );
    if (found === undefined) throw new InputError("no workbook in the archive");
    return found;
  }

  /** What a part points to, by id. */
  #readLinks(part: string): Map<string, {type: string; path: string}> {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const text = this.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
    if (text === undefined) return new Map();
    return new Map(
      parseXml(text).children.map(({attributes}) => [
        attributes.get("Id") ?? "",
        {
          type: attributes.get("Type") ?? "",
          path: resolvePath(folder, attributes.get("Target") ?? "")
        }
      ])
    );
  }
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Some programs write other cases or other slashes than they point to. */
function toKey(path: string): string {
  return path.replaceAll("\\", "/").toLowerCase();
}
