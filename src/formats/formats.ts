import {decodeText, isBinary} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import {HEAD_BYTES} from "../model/format.ts";
import {gzip} from "./archive/gzip.ts";
import {zip} from "./archive/zip.ts";
import {arrow} from "./arrow.ts";
import {csv, isDelimited} from "./delimited.ts";
import {eml} from "./eml.ts";
import {fit} from "./fit.ts";
import {gpx} from "./gpx.ts";
import {html} from "./html/html.ts";
import {ics} from "./ics.ts";
import {image} from "./image/image.ts";
import {json} from "./json.ts";
import {mbox} from "./mbox.ts";
import {ndjson} from "./ndjson.ts";
import {ofx} from "./ofx.ts";
import {parquet} from "./parquet/parquet.ts";
import {pdf} from "./pdf.ts";
import {qif} from "./qif.ts";
import {detectSignature} from "./signature.ts";
import {sqlite} from "./sqlite/sqlite.ts";
import {tcx} from "./tcx.ts";
import {detectMisnamed, detectText, detectTextSignature, isJsonLines} from "./text-kind.ts";
import {markdown, text} from "./text.ts";
import {UNREAD} from "./unread.ts";
import {vcf} from "./vcf.ts";
import {ods, xls, xlsb, xlsx} from "./workbook/workbook.ts";
import {xml} from "./xml.ts";

/** All formats that the lake knows; those at the end are refused with their names. */
export const FORMATS: readonly Format[] = [
  arrow,
  csv,
  eml,
  fit,
  gpx,
  gzip,
  html,
  ics,
  image,
  json,
  markdown,
  mbox,
  ndjson,
  ods,
  ofx,
  parquet,
  pdf,
  qif,
  sqlite,
  tcx,
  text,
  vcf,
  xls,
  xlsb,
  xlsx,
  xml,
  zip,
  ...Object.values(UNREAD)
];

const BY_EXTENSION = new Map(
  FORMATS.flatMap((format) => format.extensions.map((extension) => [extension, format] as const))
);
/** Formats whose files are bytes: other bytes under their names are broken, and their reader says how. */
const BINARY_FORMATS: readonly Format[] = [
  ...[arrow, fit, gzip, image, ods, parquet, pdf, sqlite, xls, xlsb, xlsx, zip],
  ...Object.values(UNREAD)
];
/** Many programs call a text or a web page `.xls`, so that a spreadsheet program opens it. */
const WORKBOOKS: readonly Format[] = [ods, xls, xlsb, xlsx];

/** The format of a file, by what its content proves, then by its name, then by what its content looks like. */
export function detectFormat(path: string, head: Uint8Array): Format | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  const named = extension === undefined ? undefined : BY_EXTENSION.get(extension);
  if (head.length === 0) return named ?? null;
  const proven = detectSignature(head, named);
  if (proven) return proven;
  if (isBinary(head)) return named ?? null;
  const start = decodeHead(head);
  const kind = detectTextSignature(start);
  if (kind && named !== markdown && named !== html) return kind;
  if (named && WORKBOOKS.includes(named)) return detectMisnamed(start) ?? named;
  if (named && BINARY_FORMATS.includes(named)) return named;
  if (named === json) return isJsonLines(start) ? ndjson : json;
  if (named === csv) return detectMisnamed(start) ?? csv;
  if (named === text && extension !== "log") return isDelimited(start) ? csv : text;
  if (named) return named;
  return extension === undefined ? detectText(start) : (detectMisnamed(start) ?? null);
}

/** The beginning of a text; a character that is cut at the end does not make it another encoding. */
function decodeHead(head: Uint8Array): string {
  const newline = head.length < HEAD_BYTES ? -1 : head.lastIndexOf(10);
  return decodeText(newline > 0 ? head.subarray(0, newline + 1) : head).text.trimStart();
}
