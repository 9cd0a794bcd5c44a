import type * as exifr from "exifr";
import {hasText} from "./image-size.ts";

/** Groups of tags as exifr gives them, by its names. */
export type ExifGroups = Readonly<Partial<Record<"ifd0" | "exif" | "gps", ExifTags>>>;
export type ExifTags = Readonly<Record<string, unknown>>;

/** What a camera wrote into an image. */
export interface Exif {
  readonly groups: ExifGroups;
  /** A small JPEG. */
  readonly thumbnail: Uint8Array | null;
}

const NONE: Exif = {groups: {}, thumbnail: null};
/** EXIF has 64 KB at most in JPEG; what is larger is no thumbnail. */
const MAX_THUMBNAIL_BYTES = 2 ** 18;
const READABLE = ["jpeg", "png", "tiff"];
/**
 * Only what is asked for is read, since a list may name a million values 65,000 times. Values stay as they are written:
 * dates would be read on the clock of whoever reads them.
 */
const OPTIONS = {
  tiff: true,
  ifd0: {pick: ["Make", "Model", "Orientation", "ImageWidth", "ImageHeight"]},
  ifd1: {pick: ["ThumbnailOffset", "ThumbnailLength"]},
  exif: {
    pick: [
      ...["DateTimeOriginal", "SubSecTimeOriginal", "OffsetTimeOriginal"],
      ...["CreateDate", "SubSecTimeDigitized", "OffsetTimeDigitized", "LensModel"],
      ...["ExposureTime", "FNumber", "ISO", "FocalLength", "ExifImageWidth", "ExifImageHeight"]
    ]
  },
  gps: {
    pick: [
      ...["GPSLatitudeRef", "GPSLatitude", "GPSLongitudeRef", "GPSLongitude"],
      ...["GPSAltitudeRef", "GPSAltitude"]
    ]
  },
  mergeOutput: false,
  reviveValues: false,
  translateValues: false
};

/** The EXIF of an image, none where it has none. Throws where it is broken. */
export async function readExif(bytes: Uint8Array, kind: string): Promise<Exif> {
  const part = findReadable(bytes, kind);
  if (!part) return NONE;
  const {Exifr} = await loadExifr();
  const reader = new Exifr(OPTIONS);
  await reader.read(part);
  const groups = ((await reader.parse()) ?? {}) as ExifGroups;
  const found = await reader.extractThumbnail();
  const isThumbnail =
    found && found.length <= MAX_THUMBNAIL_BYTES && hasText(found, 0, "\xff\xd8\xff");
  return {groups, thumbnail: isThumbnail ? new Uint8Array(found) : null};
}

type Library = Pick<typeof exifr, "Exifr">;

/** Node hands out the whole of a CommonJS module as its default. */
async function loadExifr(): Promise<Library> {
  const library = (await import("exifr")) as Library | {readonly default: Library};
  return "Exifr" in library ? library : library.default;
}

/** What exifr reads of an image. */
function findReadable(bytes: Uint8Array, kind: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === "webp") return findWebpExif(bytes, view);
  if (kind === "heif") return hasHeifItems(bytes, view) ? bytes : undefined;
  return READABLE.includes(kind) ? bytes : undefined;
}

/** WebP keeps EXIF in a part of its own, which exifr does not know (RFC 9649, 2.7.1.5). */
function findWebpExif(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (hasText(bytes, at, "EXIF")) {
      const isNamed = hasText(bytes, start, "Exif\0\0");
      return bytes.subarray(isNamed ? start + 6 : start, start + size);
    }
    at = start + size + (size % 2);
  }
  return undefined;
}

/** Whether a walk over the boxes of a HEIF file comes to its items: exifr walks on without end where it does not. */
function hasHeifItems(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 0; at + 16 <= bytes.length;) {
    if (hasText(bytes, at + 4, "meta")) return true;
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8) return false;
    at += size;
  }
  return false;
}
