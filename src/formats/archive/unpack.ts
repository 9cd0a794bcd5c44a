import {Gunzip, Inflate} from "fflate";
import {InputError, toMessage} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";

/** Read at once; it is unpacked in smaller parts, since one byte may stand for a thousand. */
const READ_BYTES = 256 * 1024;
const PUSH_BYTES = 16 * 1024;

type Unpacker = Pick<Inflate, "push" | "ondata">;

/** A part of a source in pieces. */
export async function* readRange(
  source: ByteSource,
  start: number,
  end: number
): AsyncIterable<Uint8Array> {
  for (let at = start; at < end; at += READ_BYTES)
    yield await source.slice(at, Math.min(end, at + READ_BYTES));
}

/** What packed pieces unpack to; throws `InputError` where they are broken or end too early. */
export async function* unpack(
  pieces: AsyncIterable<Uint8Array>,
  method: "deflate" | "gzip",
  onGzipMember: () => void = () => undefined
): AsyncIterable<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  const unpacker = createUnpacker(method, onGzipMember);
  unpacker.ondata = (piece) => void (piece.length > 0 && unpacked.push(piece));
  const push = (packed: Uint8Array, isLast = false): Uint8Array[] => {
    unpacked = [];
    try {
      unpacker.push(packed, isLast);
    } catch (error) {
      throw new InputError(toBroken(error), {cause: error});
    }
    return unpacked;
  };
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += PUSH_BYTES)
      yield* push(piece.subarray(at, at + PUSH_BYTES));
  yield* push(new Uint8Array(), true);
}

function createUnpacker(method: "deflate" | "gzip", onGzipMember: () => void): Unpacker {
  if (method === "deflate") return new Inflate();
  const gunzip = new Gunzip();
  gunzip.onmember = onGzipMember;
  return gunzip;
}

function toBroken(error: unknown): string {
  const message = toMessage(error);
  return message === "unexpected EOF" ? "it is cut off" : `it is broken: ${message}`;
}
