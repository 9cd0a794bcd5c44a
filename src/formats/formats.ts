import {decodeText, isBinary} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import {HEAD_BYTES} from "../model/format.ts";
import {arrow} from "./arrow.ts";
import {csv, isDelimited} from "./delimited.ts";
import {isFit} from "./fit-files.ts";
import {fit} from "./fit.ts";
import {gpx} from "./gpx.ts";
import {html} from "./html/html.ts";
import {json} from "./json.ts";
import {ndjson} from "./ndjson.ts";
import {parquet} from "./parquet/parquet.ts";
import {tcx} from "./tcx.ts";
import {markdown, text} from "./text.ts";
import {xlsx} from "./workbook/workbook.ts";
import {xml} from "./xml.ts";

/** All formats that the lake reads. */
export const FORMATS: readonly Format[] = [
  arrow,
  csv,
  fit,
  gpx,
  html,
  json,
  markdown,
  ndjson,
  parquet,
  tcx,
  text,
  xlsx,
  xml
];

const BY_EXTENSION = new Map(
  FORMATS.flatMap((format) => format.extensions.map((extension) => [extension, format] as const))
);
/** Formats whose files are bytes: other bytes under their names are broken, and their reader says how. */
const BINARY_FORMATS: readonly Format[] = [arrow, fit, parquet, xlsx];

/** The format of a file, by what its content proves, then by its name, then by what its content looks like. */
export function detectFormat(path: string, head: Uint8Array): Format | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  const named = extension === undefined ? undefined : BY_EXTENSION.get(extension);
  if (head.length === 0) return named ?? null;
  const proven = detectSignature(head, named);
  if (proven !== undefined) return proven;
  if (isBinary(head)) return named ?? null;
  if (named && BINARY_FORMATS.includes(named)) return named;
  const start = decodeHead(head);
  const training = detectTraining(start);
  if (training) return training;
  if (named === json) return looksLikeLines(start) ? ndjson : json;
  if (named === xml || (named === undefined && start.startsWith("<?xml")))
    return extension === "svg" ? null : xml;
  if (named === text && extension !== "log") return isDelimited(start) ? csv : text;
  if (named) return named;
  return extension === undefined ? detectText(start) : null;
}

/** By the first bytes: a format, null for one that has no reader, undefined where they prove nothing. */
function detectSignature(head: Uint8Array, named: Format | undefined): Format | null | undefined {
  const start = String.fromCharCode(...head.subarray(0, 8));
  if (isFit(head)) return fit;
  if (start.startsWith("PAR1")) return parquet;
  if (start.startsWith("ARROW1")) return arrow;
  if (start.startsWith("PK\x03\x04") || start.startsWith("\xd0\xcf\x11\xe0"))
    return named === xlsx || hasWorkbook(head) ? xlsx : null;
  if (start.startsWith("%PDF") || start.startsWith("\x1f\x8b") || start.startsWith("SQLite "))
    return null;
  return undefined;
}

/** XML by the element that is its root, whatever the file is called. */
function detectTraining(start: string): Format | undefined {
  if (!start.startsWith("<")) return undefined;
  if (start.includes("<TrainingCenterDatabase")) return tcx;
  return /<(?:\w+:)?gpx[\s>]/.test(start) ? gpx : undefined;
}

/** A zip archive names its parts in clear. */
function hasWorkbook(head: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(head).includes("xl/workbook.xml");
}

/** The beginning of a text; a character that is cut at the end does not make it another encoding. */
function decodeHead(head: Uint8Array): string {
  const newline = head.length < HEAD_BYTES ? -1 : head.lastIndexOf(10);
  return decodeText(newline > 0 ? head.subarray(0, newline + 1) : head).text.trimStart();
}

/** True of JSON values line by line, whatever the file is called. */
function looksLikeLines(start: string): boolean {
  const [first = "", second = ""] = start.split("\n");
  return isJson(first) && /^\s*[[{]/.test(second);
}

function detectText(start: string): Format {
  if (/^[[{]/.test(start)) return looksLikeLines(start) ? ndjson : json;
  return isDelimited(start) ? csv : text;
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false; // a question, not a failure
  }
}
