import {InputError} from "../../lib/errors.ts";

type ReadShift = (this: GuardedBytes, size: number, kind?: string) => unknown;

/** Numbers have no more bytes; whatever is longer is a text. */
const MAX_NUMBER_BYTES = 8;
/** Some programs write the last number short; who reads on from there counts on more than is there. */
const MAX_BEYOND_BYTES = 64;
const ENDED_BY_ZERO = ["cstr", "_wstr"];
const LED_BY_LENGTH = /^(?:lp|8lp)/;

/**
 * Bytes that SheetJS cannot read beyond. It puts its reader, `read_shift`, on the bytes that it reads and on slices of
 * them, and lets that build texts and lists of any length that a file claims; here the reader is kept and asked only for what is
 * there. Reading throws `InputError` beyond the end.
 */
export class GuardedBytes extends Uint8Array {
  /** Where the library reads. */
  declare l: number;
  #read: ReadShift | undefined;

  /** Guards bytes where they lie. */
  static over({buffer, byteOffset, length}: Uint8Array): GuardedBytes {
    return new GuardedBytes(buffer as ArrayBuffer, byteOffset, length);
  }

  set read_shift(read: ReadShift) {
    this.#read = read;
  }

  get read_shift(): ReadShift {
    return readGuarded;
  }

  read(size: number, kind?: string): unknown {
    const rest = this.length - this.l;
    const needed = this.#toNeeded(size, kind);
    if ((needed > MAX_NUMBER_BYTES && needed > rest) || rest < -MAX_BEYOND_BYTES)
      throw new InputError("it is broken: it goes on where it has ended");
    return this.#read?.call(this, size, kind);
  }

  #toNeeded(size: number, kind = ""): number {
    if (ENDED_BY_ZERO.includes(kind)) return this.indexOf(0, this.l) < 0 ? Infinity : 0;
    if (!LED_BY_LENGTH.test(kind)) return size;
    const view = new DataView(this.buffer, this.byteOffset, this.byteLength);
    return this.l + 4 <= this.length ? view.getUint32(this.l, true) : Infinity;
  }
}

function readGuarded(this: GuardedBytes, size: number, kind?: string): unknown {
  return this.read(size, kind);
}
