import type {Random} from "../../lib/random.ts";

/** One file of the sample lake: a path below the sample folder, with `/`, and its bytes. */
export interface SampleFile {
  path: string;
  bytes: Uint8Array;
}

/** What makes one folder of the sample lake. */
export type Family = (random: Random) => SampleFile[] | Promise<SampleFile[]>;

const BYTE_ORDER_MARK = "\ufeff";
const LATIN1_LAST = 0xff;

/** A file in UTF-8, the usual case. */
export function toTextFile(path: string, text: string): SampleFile {
  return {path, bytes: new TextEncoder().encode(text)};
}

/** A file in UTF-16, little endian, with a byte order mark, as spreadsheets save "Unicode text". */
export function toUtf16File(path: string, text: string): SampleFile {
  return {path, bytes: new Uint8Array(Buffer.from(BYTE_ORDER_MARK + text, "utf16le"))};
}

/** A file in Latin-1, as old programs save it. Throws at a character that Latin-1 lacks. */
export function toLatin1File(path: string, text: string): SampleFile {
  for (const character of text) {
    if (character.codePointAt(0)! > LATIN1_LAST)
      throw new RangeError(`character outside Latin-1 in ${path}: ${character}`);
  }
  return {path, bytes: new Uint8Array(Buffer.from(text, "latin1"))};
}

/** A file in JSON, indented as account exports are. */
export function toJsonFile(path: string, value: unknown): SampleFile {
  return toTextFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
