/** What an image's own header says. Sizes are in pixels, and null where they are not found. */
export interface ImageHeader {
  /** `jpeg`, `png`, `gif`, `webp`, `tiff`, `heif` or `svg`. */
  readonly kind: string;
  readonly width: number | null;
  readonly height: number | null;
}

type Size = readonly [width: number, height: number] | undefined;
type ReadSize = (view: DataView) => Size;

const KINDS: readonly (readonly [kind: string, offset: number, bytes: string, read: ReadSize])[] = [
  ["jpeg", 0, "\xff\xd8\xff", findJpegSize],
  ["png", 0, "\x89PNG", (view) => [view.getUint32(16), view.getUint32(20)]],
  ["gif", 0, "GIF8", (view) => [view.getUint16(6, true), view.getUint16(8, true)]],
  ["webp", 8, "WEBP", readWebpSize],
  ["heif", 4, "ftyp", findHeifSize],
  ["tiff", 0, "II*\0", () => undefined],
  ["tiff", 0, "MM\0*", () => undefined]
];
const JPEG_FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
/** The part of a HEIF file that describes its images. */
const HEIF_HEAD_BYTES = 65_536;

/** Undefined where the bytes are no image. Of TIFF the size is among its tags. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const found = KINDS.find(([, offset, signature]) => hasText(bytes, offset, signature));
  if (!found) return undefined;
  const [kind, , , read] = found;
  const [width, height] = readOrNothing(read, bytes) ?? [null, null];
  return {kind, width, height};
}

/** A header that is cut off has no size. */
function readOrNothing(read: ReadSize, bytes: Uint8Array): Size {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** From segment to segment up to the frame (ITU-T T.81, B.1 and B.2.2). */
function findJpegSize(view: DataView): Size {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) ++at;
    if (view.getUint8(at) !== 0xff) return undefined;
    if (JPEG_FRAMES.includes(view.getUint8(at + 1)))
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
}

/** Of the three kinds of WebP: lossy, lossless, extended (RFC 9649, 2.5 to 2.7). */
function readWebpSize(view: DataView): Size {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  if (hasText(bytes, 12, "VP8 "))
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (hasText(bytes, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  const wide = (at: number): number =>
    view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1;
  return hasText(bytes, 12, "VP8X") ? [wide(24), wide(27)] : undefined;
}

/** The largest of the sizes: the others are those of its tiles and of the preview (ISO/IEC 23008-12, `ispe`). */
function findHeifSize(view: DataView): Size {
  let largest: Size;
  const end = Math.min(view.byteLength, HEIF_HEAD_BYTES) - 16;
  for (let at = 0; at < end; ++at) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = [view.getUint32(at + 8), view.getUint32(at + 12)] as const;
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}

/** Whether Latin-1 text stands at a place. */
export function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let i = 0; i < text.length; ++i) if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  return true;
}
