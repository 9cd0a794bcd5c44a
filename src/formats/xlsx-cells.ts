import type {Cell} from "./sheet.ts";
import type {NumberStyle} from "./xlsx-dates.ts";
import {toClock, toExcelDate} from "./xlsx-dates.ts";
import type {XmlAttributes} from "./xml-walk.ts";
import {walkXml} from "./xml-walk.ts";

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly isFrom1904: boolean;
}

const MAX_COLUMNS = 16_384;
const LETTER_A = 64;

/** The shared strings of a workbook: rich text as plain text, without the readings above East Asian characters. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let phonetic = 0;
  walkXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") ++phonetic;
      isText = name === "t" && phonetic === 0;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === "si") strings.push(unescape(text));
      else if (name === "rPh") --phonetic;
      isText = false;
    }
  });
  return strings;
}

/** The rows of a sheet that have cells, each as long as its last cell; a cell with an error is null. */
export function readCells(xml: string, context: CellContext): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let cell: XmlAttributes = new Map();
  let column = -1;
  let value = "";
  let inline = "";
  let reads: "value" | "inline" | undefined;
  let phonetic = 0;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "row") {
        row = [];
        column = -1;
      } else if (name === "c") {
        cell = attributes;
        column = toColumn(attributes.get("r")) ?? column + 1;
        value = "";
        inline = "";
      } else if (name === "rPh") ++phonetic;
      reads = name === "v" ? "value" : name === "t" && phonetic === 0 ? "inline" : undefined;
    },
    text(part) {
      if (reads === "value") value += part;
      else if (reads === "inline") inline += part;
    },
    close(name) {
      reads = undefined;
      if (name === "rPh") --phonetic;
      else if (name === "row" && row.length > 0) rows.push(row);
      else if (name === "c" && column < MAX_COLUMNS) {
        const read = toCell(cell, value, inline, context);
        if (read === null) return;
        while (row.length < column) row.push(null);
        row[column] = read;
      }
    }
  });
  return rows;
}

function toCell(
  attributes: XmlAttributes,
  value: string,
  inline: string,
  {strings, styles, isFrom1904}: CellContext
): Cell {
  switch (attributes.get("t")) {
    case "s":
      return strings[Number(value)] ?? null;
    case "inlineStr":
      return unescape(inline || value);
    case "str":
      return unescape(value);
    case "b":
      return value === "" ? null : value === "1" || value === "true";
    case "e":
      return null;
    case "d":
      return toIsoDate(value);
    default:
      return toNumberCell(attributes, value, inline, {styles, isFrom1904});
  }
}

function toNumberCell(
  attributes: XmlAttributes,
  value: string,
  inline: string,
  {styles, isFrom1904}: Omit<CellContext, "strings">
): Cell {
  if (value.trim() === "") return inline === "" ? null : unescape(inline);
  const number = Number(value);
  if (!Number.isFinite(number)) return unescape(value);
  const style = styles[Number(attributes.get("s") ?? 0)] ?? "number";
  if (style === "number") return number;
  if (style === "time" && number < 1) return toClock(number);
  const date = toExcelDate(number, isFrom1904);
  return Number.isNaN(date.getTime()) ? number : style === "time" ? toClock(number) : date;
}

/** A date without an offset is on no clock in particular, and taken as UTC like all others. */
function toIsoDate(value: string): Cell {
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/.test(value);
  const date = new Date(hasOffset || value.length <= 10 ? value : `${value}Z`);
  return Number.isNaN(date.getTime()) ? value : date;
}

/** `C7` as 2. */
function toColumn(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - LETTER_A;
  return column - 1;
}

/** Excel writes what XML cannot hold, a carriage return above all, by its number: `_x000D_`. */
function unescape(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))
  );
}
