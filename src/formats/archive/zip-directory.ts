import {InputError} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";
import {decodeName} from "./cp437.ts";

/** A member as the directory of a ZIP archive names it. None of it is proven. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins in the archive. */
  readonly offset: number;
}

interface Directory {
  readonly start: number;
  readonly size: number;
  /** Bytes that stand before the archive, such as a program that unpacks it. */
  readonly shift: number;
}

const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const END64_BYTES = 56;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR_BYTES = 20;
const LOCATOR_SIGNATURE = 0x07064b50;
const ENTRY_BYTES = 46;
const ENTRY_SIGNATURE = 0x02014b50;
const SEAL_SIGNATURE = 0x05054b50;
const MAX_COMMENT_BYTES = 0xffff;
/** A directory of a million files has less. */
const MAX_DIRECTORY_BYTES = 2 ** 27;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;
const ENCRYPTED_FLAG = 1;
const AES_METHOD = 99;
const UNIX_LINK = 0o120000;
const UNIX_TYPE = 0o170000;

/**
 * The members of a ZIP archive by the directory at its end, with ZIP64 (PKWARE's APPNOTE 6.3, sections 4.3 and 4.5);
 * fflate, which unpacks them, only walks archives that lie in memory. At most `max` of them are read.
 * Throws `InputError` where there is no directory.
 */
export async function readZipDirectory(source: ByteSource, max: number): Promise<ZipEntry[]> {
  const {start, size, shift} = await findDirectory(source);
  const view = toView(await source.slice(start, start + size));
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= view.byteLength && entries.length < max) {
    const signature = view.getUint32(at, true);
    if (signature === SEAL_SIGNATURE) break;
    if (signature !== ENTRY_SIGNATURE) throw new InputError("its directory is broken");
    const length = ENTRY_BYTES + lengthAt(view, at + 28) + lengthAt(view, at + 30);
    if (at + length > view.byteLength) throw new InputError("its directory is cut off");
    entries.push(readEntry(view, at, shift));
    at += length + lengthAt(view, at + 32);
  }
  return entries;
}

/** Whether two members share bytes: a small archive can say so much of nothing. */
export function haveOverlaps(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.filter(({packed}) => packed > 0).sort((a, b) => a.offset - b.offset);
  return sorted.some(({offset}, i) => {
    const before = sorted[i - 1];
    return before !== undefined && offset < before.offset + before.packed;
  });
}

async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailStart = Math.max(0, source.size - END_BYTES - MAX_COMMENT_BYTES);
  const view = toView(await source.slice(tailStart, source.size));
  let at = view.byteLength - END_BYTES;
  while (at >= 0 && view.getUint32(at, true) !== END_SIGNATURE) --at;
  if (at < 0) throw new InputError("it is no archive, or cut off: its directory is missing");
  const end = tailStart + at;
  const wide = await findWideDirectory(source, end);
  const size = wide?.size ?? view.getUint32(at + 12, true);
  const start = (wide?.end ?? end) - size;
  if (size > MAX_DIRECTORY_BYTES || start < 0) throw new InputError("its directory is broken");
  return {
    start,
    size,
    shift: start - (wide?.offset ?? view.getUint32(at + 16, true))
  };
}

/** The directory's place in an archive that is too large for 32 bits. */
async function findWideDirectory(
  source: ByteSource,
  end: number
): Promise<{end: number; size: number; offset: number} | undefined> {
  if (end < LOCATOR_BYTES) return undefined;
  const locator = toView(await source.slice(end - LOCATOR_BYTES, end));
  if (locator.getUint32(0, true) !== LOCATOR_SIGNATURE) return undefined;
  const start = end - LOCATOR_BYTES - END64_BYTES;
  if (start < 0) return undefined;
  const view = toView(await source.slice(start, start + END64_BYTES));
  if (view.getUint32(0, true) !== END64_SIGNATURE) return undefined;
  return {end: start, size: wideAt(view, 40), offset: wideAt(view, 48)};
}

function readEntry(view: DataView, at: number, shift: number): ZipEntry {
  const nameBytes = lengthAt(view, at + 28);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameBytes);
  const method = view.getUint16(at + 10, true);
  const extra = at + ENTRY_BYTES + nameBytes;
  const [size, packed, offset] = widen(
    [at + 24, at + 20, at + 42].map((place) => view.getUint32(place, true)),
    view,
    extra,
    extra + lengthAt(view, at + 30)
  );
  return {
    name: decodeName(name),
    method,
    isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0 || method === AES_METHOD,
    isLink: ((view.getUint32(at + 38, true) >>> 16) & UNIX_TYPE) === UNIX_LINK,
    crc: view.getUint32(at + 16, true),
    packed: packed!,
    size: size!,
    offset: offset! + shift
  };
}

/** Numbers that 32 bits do not hold stand in a field after the name, in their order. */
function widen(numbers: readonly number[], view: DataView, start: number, end: number): number[] {
  let at = start;
  while (at + 4 <= end && view.getUint16(at, true) !== ZIP64_EXTRA)
    at += 4 + lengthAt(view, at + 2);
  at += 4;
  return numbers.map((number) => {
    if (number !== IN_ZIP64 || at + 8 > end) return number;
    at += 8;
    return wideAt(view, at - 8);
  });
}

function lengthAt(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function wideAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

export function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
