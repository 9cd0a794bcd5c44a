/** A message in a mailbox: where it begins, its separator, and its bytes without that. */
export interface MboxMessage {
  /** The offset of the separator in the file. */
  readonly offset: number;
  /** The separator, `From somebody Mon Jan  1 00:00:00 2024`. */
  readonly separator: string;
  readonly bytes: Uint8Array;
  /** How many bytes it has in the file; more than `bytes` holds where it was cut. */
  readonly size: number;
}

/** What of a larger message is kept: its text and first attachments. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const NEWLINE = 10;
const FROM = [70, 114, 111, 109, 32];
/** A date as in `Mon Aug 18 21:13:21 1997`. */
const DATE =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d|\d+ +[A-Z])/;

/** Whether a line separates messages: it says from whom, or `-`, and when. "From Russia with love" does neither. */
export function isSeparator(line: string): boolean {
  const match = /^From (\S+)(.*)$/.exec(line.trimEnd());
  if (!match) return false;
  const [, sender = "", rest = ""] = match;
  return DATE.test(rest) || (rest.trim() === "" && (sender === "-" || sender.includes("@")));
}

/**
 * The messages of a mailbox in the order of the file, in the memory of one of them. A separator counts where a header
 * follows it; the line before need not be empty, as some programs leave none.
 */
export async function* splitMbox(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<MboxMessage> {
  const message = new OpenMessage();
  let rest: Uint8Array = new Uint8Array();
  let offset = 0;
  let isStart = true;
  const scan = function* (buffer: Uint8Array, isEnd: boolean): Generator<MboxMessage> {
    let done = 0;
    let line = 0;
    if (isStart && buffer.length >= 3) {
      isStart = false;
      if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) done = line = 3;
    }
    for (;;) {
      const next = buffer.indexOf(NEWLINE, line) + 1;
      if (FROM.every((byte, i) => buffer[line + i] === byte)) {
        const after = next === 0 ? 0 : buffer.indexOf(NEWLINE, next) + 1;
        if (after === 0 && !isEnd) break;
        const separator = decodeLine(buffer.subarray(line, next || buffer.length));
        const header = decodeLine(buffer.subarray(next || buffer.length, after || buffer.length));
        if (isSeparator(separator) && /^(?:[!-9;-~]+\s*:|>From |$)/.test(header)) {
          message.add(buffer.subarray(done, line));
          const ended = message.end();
          if (ended) yield ended;
          message.begin(offset + line, separator);
          done = next || buffer.length;
        }
      }
      if (next === 0) break;
      line = next;
    }
    const kept = isEnd ? buffer.length : Math.max(line, done);
    message.add(buffer.subarray(done, kept));
    rest = buffer.slice(kept);
    offset += kept;
  };
  for await (const piece of pieces) yield* scan(join(rest, piece), false);
  yield* scan(rest, true);
  const last = message.end();
  if (last) yield last;
}

class OpenMessage {
  #parts: Uint8Array[] = [];
  #kept = 0;
  #size = 0;
  #offset = -1;
  #separator = "";

  begin(offset: number, separator: string): void {
    this.#parts = [];
    this.#kept = this.#size = 0;
    this.#offset = offset;
    this.#separator = separator;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    const part = bytes.subarray(0, MAX_MESSAGE_BYTES - this.#kept);
    this.#kept += part.length;
    // a copy: a small part must not hold the whole piece of the file
    if (part.length > 0) this.#parts.push(part.slice());
  }

  /** Undefined before the first separator: what stands there is no message. */
  end(): MboxMessage | undefined {
    if (this.#offset < 0) return undefined;
    const bytes = new Uint8Array(this.#kept);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return {offset: this.#offset, separator: this.#separator, bytes, size: this.#size};
  }
}

function decodeLine(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes).replace(/\r?\n$/, "");
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
