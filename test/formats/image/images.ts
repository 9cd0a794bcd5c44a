/** The value of a tag: text, whole numbers of 16 or 32 bits, or fractions. */
export type TagValue =
  | string
  | {short: number}
  | {long: number}
  | {byte: number}
  | {fractions: readonly (readonly [number, number])[]};
export type Tags = Readonly<Record<number, TagValue>>;

export interface ExifSpec {
  readonly ifd0?: Tags;
  readonly exif?: Tags;
  readonly gps?: Tags;
  /** A JPEG. */
  readonly thumbnail?: Uint8Array;
}

const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;
const THUMBNAIL_OFFSET = 0x0201;
const THUMBNAIL_LENGTH = 0x0202;
const COMPRESSION = 0x0103;

/** EXIF as cameras write it: a TIFF, little-endian, of up to four lists of tags. */
export function makeTiff({ifd0 = {}, exif, gps, thumbnail}: ExifSpec): Uint8Array {
  const bytes = new Uint8Array(4096);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8]);
  let free = 600;
  const writeList = (at: number, tags: Tags, next = 0): void => {
    const entries = Object.entries(tags).sort(([a], [b]) => Number(a) - Number(b));
    view.setUint16(at, entries.length, true);
    entries.forEach(([tag, value], i) => {
      const entry = at + 2 + 12 * i;
      const {type, count, data} = encode(value);
      view.setUint16(entry, Number(tag), true);
      view.setUint16(entry + 2, type, true);
      view.setUint32(entry + 4, count, true);
      if (data.length <= 4) bytes.set(data, entry + 8);
      else {
        view.setUint32(entry + 8, free, true);
        bytes.set(data, free);
        free += data.length;
      }
    });
    view.setUint32(at + 2 + 12 * entries.length, next, true);
  };
  const pointers: Record<number, TagValue> = {};
  if (exif) pointers[EXIF_POINTER] = {long: 200};
  if (gps) pointers[GPS_POINTER] = {long: 350};
  writeList(8, {...ifd0, ...pointers}, thumbnail ? 500 : 0);
  if (exif) writeList(200, exif);
  if (gps) writeList(350, gps);
  if (thumbnail) {
    const [start, length] = [{long: 3000}, {long: thumbnail.length}];
    writeList(500, {
      [COMPRESSION]: {short: 6},
      [THUMBNAIL_OFFSET]: start,
      [THUMBNAIL_LENGTH]: length
    });
    bytes.set(thumbnail, 3000);
  }
  return bytes;
}

/** A JPEG without a picture in it. */
export function makeJpeg(width: number, height: number, exif?: ExifSpec): Uint8Array {
  const segment = (marker: number, data: readonly number[]): number[] => [
    0xff,
    marker,
    (data.length + 2) >> 8,
    (data.length + 2) & 0xff,
    ...data
  ];
  const frame = [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0];
  const app1 = exif
    ? segment(0xe1, [...Array.from("Exif\0\0", (c) => c.charCodeAt(0)), ...makeTiff(exif)])
    : [];
  return Uint8Array.from([0xff, 0xd8, ...app1, ...segment(0xc0, frame), 0xff, 0xd9]);
}

function encode(value: TagValue): {type: number; count: number; data: Uint8Array} {
  if (typeof value === "string") {
    const data = new TextEncoder().encode(`${value}\0`);
    return {type: 2, count: data.length, data};
  }
  if ("byte" in value) return {type: 1, count: 1, data: Uint8Array.of(value.byte)};
  if ("short" in value)
    return {type: 3, count: 1, data: new Uint8Array(Uint16Array.of(value.short).buffer)};
  if ("long" in value)
    return {type: 4, count: 1, data: new Uint8Array(Uint32Array.of(value.long).buffer)};
  const numbers = value.fractions.flat();
  return {
    type: 5,
    count: value.fractions.length,
    data: new Uint8Array(Uint32Array.from(numbers).buffer)
  };
}
