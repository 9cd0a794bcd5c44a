import type {Format} from "../model/format.ts";
import {gzip} from "./archive/gzip.ts";
import {zip} from "./archive/zip.ts";
import {arrow} from "./arrow.ts";
import {isFit} from "./fit-files.ts";
import {fit} from "./fit.ts";
import {image} from "./image/image.ts";
import {parquet} from "./parquet/parquet.ts";
import {pdf} from "./pdf.ts";
import {sqlite} from "./sqlite/sqlite.ts";
import {UNREAD} from "./unread.ts";
import {ods, xls, xlsb, xlsx} from "./workbook/workbook.ts";

/** Bytes that a kind of file has at one place, here as Latin-1. */
const SIGNATURES: readonly (readonly [offset: number, bytes: string, format: Format])[] = [
  [0, "PAR1", parquet],
  [0, "ARROW1", arrow],
  [0, "SQLite format 3\0", sqlite],
  [0, "%PDF-", pdf],
  [0, "\x1f\x8b", gzip],
  [0, "\xff\xd8\xff", image],
  [0, "\x89PNG\r\n", image],
  [0, "GIF87a", image],
  [0, "GIF89a", image],
  [8, "WEBP", image],
  [0, "II*\0", image],
  [0, "MM\0*", image],
  [0, "BZh", UNREAD.bzip2],
  [0, "\x04\x22\x4d\x18", UNREAD.lz4],
  [0, "Rar!\x1a\x07", UNREAD.rar],
  [0, "7z\xbc\xaf\x27\x1c", UNREAD.sevenZip],
  [0, "\xfd7zXZ\0", UNREAD.xz],
  [0, "\x28\xb5\x2f\xfd", UNREAD.zstd],
  [257, "ustar", UNREAD.tar]
];
const HEIF = /^.{4}ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/s;
/** Excel 2 to 4 wrote their sheets as such, with one of three versions of a beginning. */
const OLD_SHEET = /^\x09[\0\x02\x04][\x04\x06\x08]?\0/;
const COMPOUND_FILE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ENTRY_BYTES = 30;
const ENTRY_SIGNATURE = 0x04034b50;
const START_BYTES = 512;

/** The format that the first bytes prove, whatever the file is called; undefined where they prove none. */
export function detectSignature(head: Uint8Array, named: Format | undefined): Format | undefined {
  if (isFit(head)) return fit;
  const start = toLatin1(head.subarray(0, START_BYTES));
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
    return detectZip(head, named);
  if (start.startsWith(COMPOUND_FILE)) return detectCompoundFile(head, named);
  const found = SIGNATURES.find(([offset, bytes]) => start.startsWith(bytes, offset));
  if (found) return found[2];
  if (HEIF.test(start)) return image;
  return OLD_SHEET.test(start) ? xls : undefined;
}

/** By the names of the files in it, or by the type that the first of them gives. */
function detectZip(head: Uint8Array, named: Format | undefined): Format {
  const names = listNames(head);
  const [first] = names;
  if (first === "mimetype") {
    const type = toLatin1(head.subarray(38, 38 + 80));
    if (type.includes("opendocument.spreadsheet")) return ods;
    if (type.includes("opendocument")) return UNREAD.odt;
    if (type.includes("epub")) return UNREAD.epub;
  }
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl[/\\](?:workbook\.bin|worksheets[/\\][^/]*\.bin)$/i)) return xlsb;
  if (has(/^xl[/\\](?:workbook|styles|sharedStrings|_rels|worksheets|theme|charts|drawings)\b/i))
    return named === xlsb ? xlsb : xlsx;
  if (has(/^word[/\\]/i)) return UNREAD.word;
  if (has(/^ppt[/\\]/i)) return UNREAD.powerpoint;
  if (named && [xlsx, xlsb, ods].includes(named)) return named;
  return zip;
}

/** The names of an archive's first files, from their own headers. */
function listNames(head: Uint8Array): string[] {
  const names: string[] = [];
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 0; ; ++at) {
    at = head.indexOf(0x50, at);
    if (at < 0 || at + ENTRY_BYTES > head.length) return names;
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) continue;
    const start = at + ENTRY_BYTES;
    names.push(toLatin1(head.subarray(start, start + view.getUint16(at + 26, true))));
  }
}

/** Microsoft's archive of its old programs names its parts in UTF-16; a workbook with a password is one too. */
function detectCompoundFile(head: Uint8Array, named: Format | undefined): Format {
  const text = toLatin1(head).replaceAll("\0", "");
  if (text.includes("WordDocument")) return UNREAD.word;
  if (text.includes("PowerPoint Document")) return UNREAD.powerpoint;
  if (text.includes("__substg1.0_")) return UNREAD.outlook;
  return named === xlsx || named === xlsb ? named : xls;
}

function toLatin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
