import type {Format} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {Reading} from "../../model/table.ts";
import {refuse, toRefusal} from "../refusal.ts";
import type {Exif} from "./exif.ts";
import {readExif} from "./exif.ts";
import type {ImageCell} from "./exif-row.ts";
import {toExifCells} from "./exif-row.ts";
import type {ImageHeader} from "./image-size.ts";
import {readImageHeader} from "./image-size.ts";
import {readSvgHeader} from "./svg.ts";

/**
 * Images: one row with path, kind, size in bytes and pixels, what the camera wrote (EXIF), and the thumbnail that the
 * camera put into it; no pixel is decoded, so that browser and Node give the same.
 */
export const image: Format = {
  name: "image",
  extensions: [
    ...["jpg", "jpeg", "jpe", "png", "gif", "webp", "tif", "tiff"],
    ...["heic", "heif", "avif", "svg"]
  ],
  async read(bytes, {path}): Promise<Reading> {
    const header = readImageHeader(bytes) ?? readSvgHeader(bytes);
    if (!header) return refuse(path, "no image: it begins like none that is known");
    const problems: Problem[] = [];
    const note = (what: string): void => void problems.push({file: path, where: "", what});
    let exif: Exif = {groups: {}, thumbnail: null};
    try {
      exif = await readExif(bytes, header.kind);
    } catch (error) {
      note(`what the camera wrote (EXIF) cannot be read: ${toRefusal(error)}`);
    }
    const [width, height] = toSize(header, exif);
    if (width === null) note("image has no size: it is broken or cut off");
    const row: ImageCell[] = [
      ["path", "VARCHAR", path],
      ["kind", "VARCHAR", header.kind],
      ["bytes", "BIGINT", bytes.length],
      ["width", "BIGINT", width],
      ["height", "BIGINT", height],
      ...toExifCells(exif.groups),
      ["thumbnail", "BLOB", exif.thumbnail]
    ];
    const columns = row.map(([name, type, value]) => ({name, type, values: [value]}));
    return {tables: [{name: "", columns}], problems};
  }
};

/** In TIFF, and in HEIF that does not say it by itself, the size is among the tags. */
function toSize({width, height}: ImageHeader, {groups}: Exif): [number | null, number | null] {
  if (width && height) return [width, height];
  const {ifd0 = {}, exif = {}} = groups;
  const sizes = [
    [ifd0.ImageWidth, ifd0.ImageHeight],
    [exif.ExifImageWidth, exif.ExifImageHeight]
  ];
  for (const [wide, high] of sizes)
    if (typeof wide === "number" && typeof high === "number") return [wide, high];
  return [null, null];
}
