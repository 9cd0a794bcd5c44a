import {analyse} from "chardet";

/** Bytes that are looked at: more make it slower, not surer. */
const SAMPLE_BYTES = 32_768;
/** Of letters, the share that is no ASCII from which a text is not in a Latin script. */
const FOREIGN_SHARE = 0.5;
/** Fewer bytes beyond ASCII tell nothing. */
const MIN_FOREIGN_BYTES = 10;
const MIN_FOREIGN_CONFIDENCE = 15;
const MIN_MULTIBYTE_CONFIDENCE = 50;
const MIN_SCRIPT_CONFIDENCE = 30;
const MIN_LATIN_CONFIDENCE = 45;
/** How much likelier than Western European another one must be. */
const MIN_LEAD = 1.5;

const WESTERN = new Set(["ISO-8859-1", "windows-1252"]);
const LATIN = new Set(["ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"]);
const SCRIPTS = new Set([
  "windows-1251",
  "KOI8-R",
  "ISO-8859-5",
  "ISO-8859-6",
  "windows-1256",
  "ISO-8859-7",
  "windows-1253",
  "ISO-8859-8",
  "windows-1255"
]);
const MULTIBYTE = new Set(["Big5", "GB18030", "Shift_JIS", "EUC-JP", "EUC-KR"]);

/**
 * The encoding of a text that is neither UTF-8 nor UTF-16, where the frequencies of its letters leave little doubt;
 * undefined where Western European is as likely. The name is one that `TextDecoder` knows, in lower case.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = toTellingLines(bytes);
  if (countForeign(sample) < MIN_FOREIGN_BYTES) return undefined;
  const matches = analyse(sample);
  const western = Math.max(
    0,
    ...matches.filter(({name}) => WESTERN.has(name)).map(({confidence}) => confidence)
  );
  const isForeign = toForeignShare(sample) > FOREIGN_SHARE;
  const found = matches.find(({name, confidence}) => {
    const isAhead = confidence >= western * MIN_LEAD;
    if (LATIN.has(name)) return !isForeign && isAhead && confidence >= MIN_LATIN_CONFIDENCE;
    if (SCRIPTS.has(name))
      return isForeign
        ? confidence >= MIN_FOREIGN_CONFIDENCE
        : isAhead && confidence >= MIN_SCRIPT_CONFIDENCE;
    if (!MULTIBYTE.has(name)) return false;
    const isLikely = isForeign
      ? confidence >= MIN_FOREIGN_CONFIDENCE || hasSyllables(sample, name)
      : isAhead && confidence >= MIN_MULTIBYTE_CONFIDENCE;
    return isLikely && decodes(sample, name);
  });
  return found?.name.toLowerCase();
}

/** Kana or Hangul, which other encodings seldom give by chance. */
function hasSyllables(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder(name).decode(bytes);
  const letters = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const kana = text.match(/[\u3041-\u30fe]/g)?.length ?? 0;
  const hangul = text.match(/[\uac00-\ud7a3]/g)?.length ?? 0;
  if (name === "EUC-KR") return hangul > letters * 0.8;
  return (name === "Shift_JIS" || name === "EUC-JP") && kana > letters * 0.2;
}

/** The lines that have more than ASCII in them, as far as the sample goes. */
function toTellingLines(bytes: Uint8Array): Uint8Array {
  const lines = new Uint8Array(SAMPLE_BYTES);
  let length = 0;
  let start = 0;
  while (start < bytes.length && length < SAMPLE_BYTES) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES - length));
    if (line.some((byte) => byte > 0x7f)) {
      lines.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return lines.subarray(0, length);
}

function toForeignShare(bytes: Uint8Array): number {
  let ascii = 0;
  for (const byte of bytes) if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ++ascii;
  const foreign = countForeign(bytes);
  return foreign / (foreign + ascii);
}

function countForeign(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte > 0x7f) ++count;
  return count;
}

/** Up to a character that the sample's end may cut. */
function decodes(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder(name).decode(bytes);
  return !text.slice(0, -2).includes("\ufffd");
}
