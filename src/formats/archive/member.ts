import type {ByteSource} from "../../model/bytes.ts";
import {HEAD_BYTES} from "../../model/format.ts";
import {joinBytes, takeBytes} from "./join-bytes.ts";
import {ArchiveBudget} from "./limits.ts";

/** The bytes of the one member that was read last: those who read in slices need not unpack again for each of them. */
export class LastUnpacked {
  member: ByteSource | undefined;
  bytes = new Uint8Array();
}

/** A file in an archive. It is unpacked when it is read, as often as it is read as a stream. */
export class ArchiveMember implements ByteSource {
  readonly path: string;
  readonly size: number;
  /** How many archives it lies in. */
  readonly depth: number;
  readonly budget: ArchiveBudget;
  readonly #unpack: () => AsyncIterable<Uint8Array>;
  readonly #last: LastUnpacked;

  /** `unpack` gives `size` bytes or throws `InputError`. */
  constructor({
    path,
    size,
    place,
    last,
    unpack
  }: {
    path: string;
    size: number;
    place: ArchivePlace;
    last: LastUnpacked;
    unpack: () => AsyncIterable<Uint8Array>;
  }) {
    this.path = path;
    this.size = size;
    this.depth = place.depth;
    this.budget = place.budget;
    this.#unpack = unpack;
    this.#last = last;
  }

  async slice(start: number, end: number): Promise<Uint8Array> {
    if (this.#last.member === this) return this.#last.bytes.subarray(start, end);
    if (end <= HEAD_BYTES && end < this.size)
      return (await takeBytes(this.#unpack(), end)).subarray(start, end);
    this.#last.bytes = await joinBytes(this.#unpack(), this.size);
    this.#last.member = this;
    return this.#last.bytes.subarray(start, end);
  }

  async *stream(): AsyncIterable<Uint8Array> {
    if (this.#last.member === this) yield this.#last.bytes;
    else yield* this.#unpack();
  }
}

/** Where an archive's members are, and what they may take. */
export interface ArchivePlace {
  readonly depth: number;
  readonly budget: ArchiveBudget;
}

/** The place of the members of an archive, which may itself be a member of one: then both draw on one budget. */
export function toArchivePlace(source: ByteSource): ArchivePlace {
  return source instanceof ArchiveMember
    ? {depth: source.depth + 1, budget: source.budget}
    : {depth: 1, budget: new ArchiveBudget()};
}
