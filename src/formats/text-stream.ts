import {InputError} from "../lib/errors.ts";
import {detectEncoding, fixLegacyText} from "../lib/text-encoding.ts";
import {createTextDecoder} from "./decode.ts";

const HEAD_BYTES = 1024;
/** A source may give all of its bytes at once; a text of a file's whole length need not be made for that. */
const PIECE_BYTES = 1 << 18;
/** A run without any ASCII that is longer than this is no text that has lines, tags or brackets. */
const MAX_CARRIED_BYTES = 1 << 24;

/** A text in pieces, cut anywhere but within a character; and its encoding, known once the first one was read. */
export interface TextStream {
  readonly encoding: () => string;
  readonly pieces: AsyncIterable<string>;
}

export interface TextStreamOptions {
  /** A label that `TextDecoder` knows; it counts more than what the bytes show. */
  readonly encoding?: string;
  /** The encoding that a text says of itself, by its first bytes. */
  readonly findDeclared?: (head: Uint8Array) => string | undefined;
}

/**
 * The text of a source: by its byte order mark or the zeros of UTF-16, by what it declares, else UTF-8. Bytes that are
 * no UTF-8 are read as Windows-1252 from there on. Throws `InputError` where `encoding` is unknown.
 */
export function decodeStream(
  source: AsyncIterable<Uint8Array>,
  {encoding, findDeclared}: TextStreamOptions = {}
): TextStream {
  let label = encoding ?? "utf-8";
  return {encoding: () => label, pieces: decode()};

  async function* decode(): AsyncGenerator<string> {
    let decoder: Decoder | undefined;
    for await (const bytes of cut(source)) {
      if (!decoder) {
        label = encoding ?? detectEncoding(bytes) ?? findDeclared?.(bytes) ?? "utf-8";
        decoder = createDecoder(label, () => void (label = "windows-1252"));
      }
      yield decoder(bytes, false);
    }
    if (decoder) yield decoder(new Uint8Array(0), true);
  }
}

type Decoder = (bytes: Uint8Array, isLast: boolean) => string;

/** Pieces of bounded size, the first one large enough to know the encoding by it. */
async function* cut(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of source) {
    const bytes: Uint8Array = head ? join(head, piece) : piece;
    head = head && bytes.length < HEAD_BYTES ? bytes : undefined;
    if (head) continue;
    for (let start = 0; start < bytes.length; start += PIECE_BYTES)
      yield bytes.subarray(start, start + PIECE_BYTES);
  }
  if (head) yield head;
}

function createDecoder(label: string, onLegacy: () => void): Decoder {
  const decoder = createTextDecoder(label);
  if (decoder.encoding === "utf-8") return createUtf8Decoder(onLegacy);
  const fix = decoder.encoding === "windows-1252" ? fixLegacyText : (text: string): string => text;
  return (bytes, isLast) => fix(decoder.decode(bytes, {stream: !isLast}));
}

/** UTF-8 while it is that; from the first piece that is not, Windows-1252. */
function createUtf8Decoder(onLegacy: () => void): Decoder {
  let carried: Uint8Array = new Uint8Array(0);
  let isLegacy = false;
  let isFirst = true;
  return (bytes, isLast) => {
    const all = join(carried, bytes);
    const end = isLast ? all.length : all.findLastIndex((byte) => byte < 0x80) + 1;
    if (all.length - end > MAX_CARRIED_BYTES)
      throw new InputError("no text: no end of a word in it");
    carried = all.slice(end);
    const whole = all.subarray(0, end);
    if (!isLegacy) {
      try {
        const text = new TextDecoder("utf-8", {fatal: true, ignoreBOM: !isFirst}).decode(whole);
        isFirst &&= whole.length === 0;
        return text;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        isLegacy = true;
        onLegacy();
      }
    }
    return fixLegacyText(new TextDecoder("windows-1252").decode(whole));
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
