import {InputError} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Expansion, Format} from "../../model/format.ts";
import {toRefusal} from "../refusal.ts";
import {updateCrc32} from "./crc32.ts";
import type {ArchivePlace} from "./member.ts";
import {ArchiveMember, LastUnpacked, toArchivePlace} from "./member.ts";
import {refuseArchive} from "./refuse-archive.ts";
import {unpack} from "./unpack.ts";

/** The checksum and the size, at the end. */
const TRAILER_BYTES = 8;

/**
 * One file packed by gzip, also in several parts one after the other; its name is that of the archive without `.gz`.
 * Its size stands nowhere for sure: it is unpacked once to be counted and checked, and again when it is read.
 */
export const gzip: Format = {
  name: "gzip",
  extensions: ["gz", "tgz", "svgz"],
  async expand(source, {path, signal}): Promise<Expansion> {
    const place = toArchivePlace(source);
    const {depth} = place.budget.limits;
    if (place.depth > depth) return refuseArchive(path, `archives nested more than ${depth} deep`);
    try {
      const size = await measure(source, place, signal);
      place.budget.take(size);
      const member = new ArchiveMember({
        path: `${source.path}/${toMemberName(source.path)}`,
        size,
        place,
        last: new LastUnpacked(),
        unpack: () => unpack(source.stream(), "gzip")
      });
      return {members: [member], problems: []};
    } catch (error) {
      signal?.throwIfAborted();
      return refuseArchive(path, `gzip file cannot be read: ${toRefusal(error)}`);
    }
  }
};

/** How many bytes a file unpacks to; throws `InputError` where they are too many, or not what was packed. */
async function measure(
  source: ByteSource,
  {budget}: ArchivePlace,
  signal: AbortSignal | undefined
): Promise<number> {
  let size = 0;
  let crc = 0;
  let isOne = true;
  for await (const piece of unpack(source.stream(), "gzip", () => (isOne = false))) {
    signal?.throwIfAborted();
    size += piece.length;
    crc = updateCrc32(crc, piece);
    const refusal = budget.toRefusal(size, source.size);
    if (refusal !== undefined) throw new InputError(refusal);
  }
  const trailer = await source.slice(Math.max(0, source.size - TRAILER_BYTES), source.size);
  const stored = new DataView(trailer.buffer, trailer.byteOffset, trailer.length);
  if (isOne && (trailer.length < TRAILER_BYTES || stored.getUint32(0, true) !== crc))
    throw new InputError("it is broken or cut off: its checksum does not fit");
  return size;
}

function toMemberName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const stem = name.replace(/\.(?:gz|tgz|svgz)$/i, "");
  if (/\.tgz$/i.test(name)) return `${stem}.tar`;
  return /\.svgz$/i.test(name) ? `${stem}.svg` : stem;
}
