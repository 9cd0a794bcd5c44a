const SIGNATURE = ".FIT";
const SIGNATURE_OFFSET = 8;
const HEADER_SIZES = [12, 14];
const CRC_BYTES = 2;

/** One FIT file of those that a file holds one after the other. */
export interface FitFile {
  /** From its header on. */
  readonly bytes: Uint8Array;
  /** Where it stands in the whole. */
  readonly offset: number;
}

/** Whether a file begins as FIT files do: a header's size, and `.FIT` in it. */
export function isFit(head: Uint8Array): boolean {
  return HEADER_SIZES.includes(head[0] ?? 0) && hasSignature(head);
}

function hasSignature(bytes: Uint8Array): boolean {
  const end = SIGNATURE_OFFSET + SIGNATURE.length;
  return String.fromCharCode(...bytes.subarray(SIGNATURE_OFFSET, end)) === SIGNATURE;
}

/** The FIT files in a file: devices write several into one. `rest` is the number of bytes after them that are none. */
export function splitFit(bytes: Uint8Array): {files: FitFile[]; rest: number} {
  const files: FitFile[] = [];
  let offset = 0;
  while (isFit(bytes.subarray(offset))) {
    const file = bytes.subarray(offset);
    const size = Math.min(getDataEnd(file) + CRC_BYTES, file.length);
    files.push({bytes: file.subarray(0, size), offset});
    offset += size;
  }
  return {files, rest: bytes.length - offset};
}

/** Where the header says that the messages of a file end, which may be beyond the file's own end. */
export function getDataEnd(file: Uint8Array): number {
  return file[0]! + toView(file).getUint32(4, true);
}

/** A file of the messages up to `end` only, with a header that says so. */
export function cutFit(file: Uint8Array, end: number): Uint8Array {
  const cut = new Uint8Array(end + CRC_BYTES);
  cut.set(file.subarray(0, end));
  toView(cut).setUint32(4, end - file[0]!, true);
  return cut;
}

/**
 * Where the last message ends that is whole: it stops at the end of the bytes, at a message that nothing has defined,
 * and at a header that is none. The framing is that of Garmin's "Flexible and Interoperable Data Transfer Protocol".
 */
export function findFitEnd(file: Uint8Array): number {
  const end = Math.min(getDataEnd(file), file.length);
  const sizes = new Map<number, number>();
  let at = file[0]!;
  while (at < end) {
    const header = file[at]!;
    const isCompressed = (header & 0x80) !== 0;
    let next: number;
    if (!isCompressed && (header & 0x40) !== 0) {
      const definition = readDefinition(file, at);
      sizes.set(header & 0x0f, definition.size);
      next = definition.end;
    } else {
      const size = sizes.get(isCompressed ? (header >> 5) & 0x03 : header & 0x0f);
      if (size === undefined || (!isCompressed && (header & 0x30) !== 0)) return at;
      next = at + 1 + size;
    }
    if (next > end) return at;
    at = next;
  }
  return at;
}

/** Where a definition ends, and how many bytes the messages have that it defines. */
function readDefinition(file: Uint8Array, at: number): {end: number; size: number} {
  let size = 0;
  const addFields = (start: number): number => {
    const count = file[start] ?? 0;
    for (let i = 0; i < count; ++i) size += file[start + 2 + i * 3] ?? 0;
    return start + 1 + count * 3;
  };
  let end = addFields(at + 5);
  if ((file[at]! & 0x20) !== 0) end = addFields(end);
  return {end, size};
}

function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
