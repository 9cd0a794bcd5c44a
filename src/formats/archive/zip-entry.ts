import {InputError} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";
import {updateCrc32} from "./crc32.ts";
import {readRange, unpack} from "./unpack.ts";
import type {ZipEntry} from "./zip-directory.ts";
import {toView} from "./zip-directory.ts";

const STORED = 0;
const HEADER_BYTES = 30;
const HEADER_SIGNATURE = 0x04034b50;

/** How members may be packed, by the number in the archive. */
export const METHODS: Readonly<
  Record<number, {readonly name: string; readonly isReadable: boolean}>
> = {
  0: {name: "stored", isReadable: true},
  8: {name: "deflate", isReadable: true},
  9: {name: "deflate64", isReadable: false},
  12: {name: "bzip2", isReadable: false},
  14: {name: "LZMA", isReadable: false},
  93: {name: "Zstandard", isReadable: false},
  95: {name: "xz", isReadable: false}
};

/**
 * The bytes of a member; they are as many as the directory says. Throws `InputError` where they are fewer, would be
 * more, or are not what was packed.
 */
export async function* unpackZipEntry(
  source: ByteSource,
  entry: ZipEntry
): AsyncIterable<Uint8Array> {
  try {
    yield* unpackChecked(source, entry);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const what = `file in the archive cannot be read: ${entry.name}: ${error.message}`;
    throw new InputError(what, {cause: error});
  }
}

async function* unpackChecked(source: ByteSource, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const start = await findStart(source, entry);
  const pieces = readRange(source, start, start + entry.packed);
  let size = 0;
  let crc = 0;
  for await (const piece of entry.method === STORED ? pieces : unpack(pieces, "deflate")) {
    size += piece.length;
    if (size > entry.size) throw new InputError("it is larger than the archive says");
    crc = updateCrc32(crc, piece);
    yield piece;
  }
  if (size < entry.size) throw new InputError("it is smaller than the archive says");
  if (crc !== entry.crc) throw new InputError("its checksum does not fit");
}

async function findStart(source: ByteSource, {offset, packed}: ZipEntry): Promise<number> {
  const header = toView(await source.slice(offset, offset + HEADER_BYTES));
  if (header.byteLength < HEADER_BYTES || header.getUint32(0, true) !== HEADER_SIGNATURE)
    throw new InputError("it is not where the directory says");
  const start = offset + HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + packed > source.size) throw new InputError("it is cut off");
  return start;
}
