import {MAX_NESTING} from "../../model/format.ts";

/** What an archive may unpack to: real exports stay far below, bombs do not. */
export interface ArchiveLimits {
  readonly members: number;
  /** Unpacked, of all members together, and of those in nested archives. Members are unpacked one by one, in pieces. */
  readonly bytes: number;
  /** Unpacked to packed, of what unpacks to more than `ratioFromBytes`: deflate reaches 1032, tables seldom 50. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Archives in archives. */
  readonly depth: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  members: 10_000,
  bytes: 8 * 2 ** 30,
  ratio: 200,
  ratioFromBytes: 16 * 2 ** 20,
  depth: MAX_NESTING
};

/** What is left of the limits of an outermost archive and all archives in it. */
export class ArchiveBudget {
  readonly limits: ArchiveLimits;
  #members: number;
  #bytes: number;

  constructor(limits: ArchiveLimits = ARCHIVE_LIMITS) {
    this.limits = limits;
    this.#members = limits.members;
    this.#bytes = limits.bytes;
  }

  /** Why one more member of `size` bytes, packed in `packed`, would be too much; undefined where it is not. */
  toRefusal(size: number, packed: number): string | undefined {
    const {members, bytes, ratio, ratioFromBytes} = this.limits;
    if (size > ratioFromBytes && size > packed * ratio)
      return `left out as a bomb: it unpacks to more than ${ratio} times its size`;
    if (this.#members === 0)
      return `left out: there are more than ${members.toLocaleString("en")} files in the archive`;
    if (size > this.#bytes)
      return `left out: the archive unpacks to more than ${toMegabytes(bytes)}; unpack it yourself`;
    return undefined;
  }

  /** Counts a member. */
  take(size: number): void {
    --this.#members;
    this.#bytes -= size;
  }
}

/** For people: `16 MB`. */
export function toMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MB`;
}
