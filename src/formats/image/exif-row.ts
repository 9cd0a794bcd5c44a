import type {DataType} from "../../model/table.ts";
import type {ExifGroups, ExifTags} from "./exif.ts";

/** A cell of the row that an image is. */
export type ImageCell = readonly [
  name: string,
  type: DataType,
  value: string | number | Date | Uint8Array | null
];

const MOMENT = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/;
const OFFSET = /^[+-]\d\d:\d\d$/;

/**
 * What a camera says, by EXIF 2.32: `taken` is the time on the camera's clock, `taken_offset` that clock's offset from
 * UTC (`+02:00`), where it was written; `exposure` is in seconds, `focal_length` in millimetres, `altitude` in metres,
 * `orientation` 1 to 8, where 1 is upright.
 */
export function toExifCells({ifd0 = {}, exif = {}, gps = {}}: ExifGroups): ImageCell[] {
  const taken = toMoment(exif.DateTimeOriginal, exif.SubSecTimeOriginal);
  const made = toMoment(exif.CreateDate, exif.SubSecTimeDigitized);
  const offset = toText(taken ? exif.OffsetTimeOriginal : exif.OffsetTimeDigitized);
  const below = gps.GPSAltitudeRef === 1 || (gps.GPSAltitudeRef as ExifTags | undefined)?.[0] === 1;
  const altitude = toNumber(gps.GPSAltitude);
  return [
    ["taken", "TIMESTAMP", taken ?? made],
    ["taken_offset", "VARCHAR", offset !== null && OFFSET.test(offset) ? offset : null],
    ["camera_make", "VARCHAR", toText(ifd0.Make)],
    ["camera_model", "VARCHAR", toText(ifd0.Model)],
    ["lens", "VARCHAR", toText(exif.LensModel)],
    ["exposure", "DOUBLE", toNumber(exif.ExposureTime)],
    ["aperture", "DOUBLE", toNumber(exif.FNumber)],
    ["iso", "BIGINT", toInteger(exif.ISO)],
    ["focal_length", "DOUBLE", toNumber(exif.FocalLength)],
    ["orientation", "BIGINT", toInteger(ifd0.Orientation)],
    ["latitude", "DOUBLE", toDegrees(gps.latitude, 90)],
    ["longitude", "DOUBLE", toDegrees(gps.longitude, 180)],
    ["altitude", "DOUBLE", altitude === null ? null : below ? -altitude : altitude]
  ];
}

/** A time on the camera's clock; a `Date` that is to be read as UTC. */
function toMoment(value: unknown, fraction: unknown): Date | null {
  const match = typeof value === "string" ? MOMENT.exec(value) : null;
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const millis = Number(`0.${/^\d+/.exec(toText(fraction) ?? "")?.[0] ?? "0"}`) * 1000;
  const date = new Date(Date.UTC(year!, month! - 1, day, hour, minute, second, Math.round(millis)));
  // cameras without a clock write zeros
  return year === 0 || date.getUTCDate() !== day ? null : date;
}

function toText(value: unknown): string | null {
  const text = typeof value === "string" ? value.replace(/\0.*$/s, "").trim() : "";
  return text === "" ? null : text;
}

function toNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function toInteger(value: unknown): number | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" && Number.isSafeInteger(first) ? first : null;
}

function toDegrees(value: unknown, max: number): number | null {
  const number = toNumber(value);
  return number === null || Math.abs(number) > max ? null : number;
}
