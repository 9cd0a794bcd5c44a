import {guessEncoding} from "./legacy-encoding.ts";

/** How a text file is written: a name that `TextDecoder` knows; `latin-1` where it is the same as `windows-1252`. */
export type TextEncoding = string;

/** A text, and how its bytes were written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** The characters 0x80 to 0x9f; five of them are none, and stay what they are. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const SAMPLE_BYTES = 4096;
/** A text may have a few control characters, zeros too, that some program left in it. */
const MAX_CONTROLS = 8;
const MAX_CONTROL_SHARE = 0.01;
/** The share of zero bytes at odd or even places from which a text is taken for UTF-16. */
const UTF16_ZERO_SHARE = 0.3;

/** The encoding that the first bytes give away: by a byte order mark, or by the zeros of UTF-16; else undefined. */
export function detectEncoding(head: Uint8Array): TextEncoding | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const sample = head.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, i) => byte === 0 && zeros[i % 2]!++);
  const [even, odd] = zeros.map((count) => count / (sample.length / 2 || 1));
  if (odd! > UTF16_ZERO_SHARE && even! < odd! / 10) return "utf-16le";
  if (even! > UTF16_ZERO_SHARE && odd! < even! / 10) return "utf-16be";
  return undefined;
}

/** True where the first bytes cannot be those of a text: zeros or control characters that no text has. */
export function isBinary(head: Uint8Array): boolean {
  if (detectEncoding(head) !== undefined) return false;
  const sample = head.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27)) ++controls;
  return controls > Math.max(MAX_CONTROLS, sample.length * MAX_CONTROL_SHARE);
}

/**
 * The encoding for text that is not UTF-8: Western European, unless the frequencies of its letters say another.
 * Latin-1 and Windows-1252 differ in the bytes 0x80 to 0x9f only.
 */
export function toLegacyEncoding(bytes: Uint8Array): TextEncoding {
  const guess = guessEncoding(bytes);
  if (guess !== undefined) return guess;
  return bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? "windows-1252" : "latin-1";
}

/**
 * A text as Windows-1252 has it, where the decoder took it for Latin-1: Node 20 does so with what it decodes in one
 * piece (nodejs/node#56542), and leaves control characters where dashes and quotes should be.
 */
export function fixLegacyText(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
}

/**
 * A whole file as text, without its byte order mark. What is no UTF-8 is read in the encoding that it looks like, and
 * in Windows-1252, which takes any byte, where that is not clear. `given` is the encoding where it is known; throws
 * `RangeError` where there is none by that name.
 */
export function decodeText(bytes: Uint8Array, given?: TextEncoding): DecodedText {
  const encoding =
    given ?? detectEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : toLegacyEncoding(bytes));
  return {text: decodeAs(bytes, encoding), encoding};
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  const isWestern = encoding === "latin-1" || encoding === "windows-1252";
  const text = new TextDecoder(isWestern ? "windows-1252" : encoding).decode(bytes);
  return isWestern ? fixLegacyText(text) : text;
}

/** True of bytes that are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false; // a question, not a failure
  }
}
