import {describe, expect, test} from "vitest";
import {image} from "../../../src/formats/image/image.ts";
import {read} from "../read.ts";
import type {ExifSpec} from "./images.ts";
import {makeJpeg, makeTiff} from "./images.ts";

const THUMBNAIL = makeJpeg(8, 6);
const PHOTO: ExifSpec = {
  ifd0: {0x010f: "Fuji ", 0x0110: "X100", 0x0112: {short: 6}},
  exif: {
    0x9003: "2024:02:29 18:30:05",
    0x9011: "+02:00",
    0x9291: "25",
    0x829a: {fractions: [[1, 250]]},
    0x829d: {fractions: [[28, 10]]},
    0x8827: {short: 400},
    0x920a: {fractions: [[23, 1]]},
    0xa434: "23mm f/2"
  },
  gps: {
    1: "N",
    2: {
      fractions: [
        [46, 1],
        [57, 1],
        [0, 1]
      ]
    },
    3: "W",
    4: {
      fractions: [
        [7, 1],
        [30, 1],
        [0, 1]
      ]
    },
    5: {byte: 1},
    6: {fractions: [[5405, 10]]}
  },
  thumbnail: THUMBNAIL
};

/** The row of an image by column. */
async function rowOf(bytes: Uint8Array | string, path?: string): Promise<Record<string, unknown>> {
  const {tables} = await read(image, bytes, path);
  expect(tables).toHaveLength(1);
  return Object.fromEntries(tables[0]!.columns.map(({name, values}) => [name, values[0]]));
}

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? Array.from(part, (char) => char.charCodeAt(0)) : [...part]
    )
  );

test("image reads what a camera wrote, on the camera's clock, with the thumbnail", async () => {
  const bytes = makeJpeg(4000, 3000, PHOTO);
  expect(await rowOf(bytes, "photos/a.jpg")).toEqual({
    path: "photos/a.jpg",
    kind: "jpeg",
    bytes: bytes.length,
    width: 4000,
    height: 3000,
    taken: new Date("2024-02-29T18:30:05.250Z"),
    taken_offset: "+02:00",
    camera_make: "Fuji",
    camera_model: "X100",
    lens: "23mm f/2",
    exposure: 0.004,
    aperture: 2.8,
    iso: 400,
    focal_length: 23,
    orientation: 6,
    latitude: 46.95,
    longitude: -7.5,
    altitude: -540.5,
    thumbnail: THUMBNAIL
  });
});

test("image gives all columns of every image, null where nothing is known", async () => {
  const [plain, photo] = await Promise.all([
    read(image, makeJpeg(1, 1)),
    read(image, makeJpeg(1, 1, PHOTO))
  ]);
  const typesOf = ({tables}: typeof plain) =>
    tables[0]!.columns.map(({name, type}) => [name, type]);
  expect(typesOf(plain)).toEqual(typesOf(photo));
  expect(plain.problems).toEqual([]);
  expect(await rowOf(makeJpeg(1, 1))).toMatchObject({taken: null, thumbnail: null, latitude: null});
});

test("image takes a clock that was never set for none", async () => {
  for (const time of ["0000:00:00 00:00:00", "    :  :     :  :  ", "2024:02:31 10:00:00"])
    expect(await rowOf(makeJpeg(1, 1, {exif: {0x9003: time}}))).toMatchObject({taken: null});
});

describe("sizes", () => {
  const chunk = makeTiff({ifd0: {0x010f: "Fuji"}});
  const u32 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff, (n >> 16) & 0xff, n >>> 24];

  test.each([
    [
      "png",
      bytesOf(
        "\x89PNG\r\n\x1a\n",
        [0, 0, 0, 13],
        "IHDR",
        [0, 0, 1, 0, 0, 0, 0, 200, 8, 2, 0, 0, 0, 0, 0, 0, 0]
      ),
      256,
      200
    ],
    ["gif", bytesOf("GIF89a", [0, 1, 200, 0, 0, 0, 0]), 256, 200],
    [
      "webp",
      bytesOf("RIFF\0\0\0\0WEBPVP8X", u32(10), [8, 0, 0, 0], [255, 0, 0], [199, 0, 0]),
      256,
      200
    ],
    [
      "webp",
      bytesOf("RIFF\0\0\0\0WEBPVP8 ", u32(10), [0, 0, 0, 0x9d, 1, 0x2a], [0, 1, 200, 0]),
      256,
      200
    ],
    ["webp", bytesOf("RIFF\0\0\0\0WEBPVP8L", u32(5), [0x2f], u32(255 | (199 << 14))), 256, 200],
    ["tiff", makeTiff({ifd0: {0x0100: {long: 256}, 0x0101: {long: 200}}}), 256, 200],
    [
      "svg",
      bytesOf('<?xml version="1.0"?>\n<svg xmlns="x" width="256px" height="200"/>'),
      256,
      200
    ],
    ["svg", bytesOf('<svg viewBox="0 0 256 200" width="100%"/>'), 256, 200],
    [
      "heif",
      bytesOf(
        [0, 0, 0, 24],
        "ftypheic\0\0\0\0mif1heic",
        [0, 0, 0, 20],
        "ispe\0\0\0\0",
        [0, 0, 0, 64, 0, 0, 0, 64],
        [0, 0, 0, 20],
        "ispe\0\0\0\0",
        [0, 0, 1, 0, 0, 0, 0, 200],
        [0, 0, 0, 0, 0, 0, 0, 0]
      ),
      256,
      200
    ]
  ])("image reads the size of %s", async (kind, bytes, width, height) => {
    expect(await rowOf(bytes)).toMatchObject({kind, width, height});
  });

  test("image reads EXIF of WebP", async () => {
    const bytes = bytesOf(
      "RIFF\0\0\0\0WEBPVP8X",
      u32(10),
      [8, 0, 0, 0],
      [255, 0, 0],
      [199, 0, 0],
      "EXIF",
      u32(chunk.length),
      [...chunk]
    );
    expect(await rowOf(bytes)).toMatchObject({kind: "webp", camera_make: "Fuji"});
  });
});

test("image says what is broken, and reads the rest", async () => {
  const bytes = makeJpeg(40, 30, PHOTO);
  bytes.fill(0xff, 30, 200);
  expect(await rowOf(bytes)).toMatchObject({width: 40, camera_make: null});
  const {problems} = await read(image, bytes.subarray(0, 500));
  expect(problems.map(({what}) => what)).toContain("image has no size: it is broken or cut off");
});

test("image refuses what is none", async () => {
  expect(await read(image, "no image")).toMatchObject({
    tables: [],
    problems: [{what: "no image: it begins like none that is known"}]
  });
});
