import {InputError} from "../lib/errors.ts";
import {detectEncoding, fixLegacyText} from "../lib/text-encoding.ts";

const HEAD_BYTES = 1024;
/** A source may give all of its bytes at once; a text of a file's whole length need not be made for that. */
const PIECE_BYTES = 1 << 18;
const DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** A document's text, in pieces, and the encoding that was found: a label that `TextDecoder` knows. */
export interface XmlText {
  readonly encoding: () => string;
  readonly pieces: AsyncIterable<string>;
}

/**
 * The text of an XML document: by its byte order mark, by the encoding that it declares, else UTF-8. Bytes that are no
 * UTF-8 are read as Windows-1252 from there on. `encoding` counts more than all of it; throws `InputError` where it is
 * unknown.
 */
export function decodeXml(source: AsyncIterable<Uint8Array>, encoding?: string): XmlText {
  let label = encoding ?? "utf-8";
  return {encoding: () => label, pieces: decode()};

  async function* decode(): AsyncGenerator<string> {
    let decoder: ((bytes: Uint8Array, isLast: boolean) => string) | undefined;
    for await (const bytes of cut(source)) {
      if (!decoder) {
        label = encoding ?? findEncoding(bytes);
        decoder = createDecoder(label, () => void (label = "windows-1252"));
      }
      yield decoder(bytes, false);
    }
    if (decoder) yield decoder(new Uint8Array(0), true);
  }
}

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

/** What is declared is believed where there is such an encoding, and where the bytes are not plainly another. */
function findEncoding(head: Uint8Array): string {
  const marked = detectEncoding(head);
  if (marked !== undefined) return marked;
  const start = new TextDecoder("latin1").decode(head.subarray(0, HEAD_BYTES));
  const declared = DECLARATION.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
  return isKnown(declared) && !declared.startsWith("utf-16") ? declared : "utf-8";
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false; // a question: the label is not one that a browser knows
  }
}

function createDecoder(
  label: string,
  onLegacy: () => void
): (bytes: Uint8Array, isLast: boolean) => string {
  if (!isKnown(label)) throw new InputError(`encoding not known: ${label}`);
  const {encoding} = new TextDecoder(label);
  if (encoding === "utf-8") return createUtf8Decoder(onLegacy);
  const decoder = new TextDecoder(encoding);
  const fix = encoding === "windows-1252" ? fixLegacyText : (text: string): string => text;
  return (bytes, isLast) => fix(decoder.decode(bytes, {stream: !isLast}));
}

/** UTF-8 while it is that; from the first piece that is not, Windows-1252. */
function createUtf8Decoder(onLegacy: () => void): (bytes: Uint8Array, isLast: boolean) => string {
  let carried = new Uint8Array(0);
  let isLegacy = false;
  let isFirst = true;
  return (bytes, isLast) => {
    const all = join(carried, bytes);
    const end = isLast ? all.length : all.findLastIndex((byte) => byte < 0x80) + 1;
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
