import {utils, write} from "@e965/xlsx";
import {gzipSync, strToU8, unzipSync, zipSync} from "fflate";
import initSqlJs from "sql.js";
import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";
import {InputError} from "../../src/lib/errors.ts";
import {Random} from "../../src/lib/random.ts";
import type {ByteSource} from "../../src/model/bytes.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {Format} from "../../src/model/format.ts";
import {makeZip} from "./archive/archives.ts";
import {makeJpeg, makeTiff} from "./image/images.ts";
import {makePdf} from "./pdf-file.ts";

const MUTATIONS = 150;
const MAX_MS = 3000;

type Mutate = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Flips some bytes, cuts the end off, or writes a stretch twice. */
const mutate: Mutate = (bytes, random) => {
  const kind = random.integer(0, 2);
  const at = random.integer(0, bytes.length - 1);
  if (kind === 0) {
    const changed = bytes.slice();
    for (let i = random.integer(1, 8); i > 0; --i)
      changed[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
    return changed;
  }
  if (kind === 1) return bytes.slice(0, at);
  const end = Math.min(bytes.length, at + random.integer(1, 64));
  return Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(at)]);
};

/** Changes one file in a ZIP archive and packs it again, so that the change is not seen by its checksum. */
const mutatePart: Mutate = (bytes, random) => {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const name = names[random.integer(0, names.length - 1)]!;
  return zipSync({...parts, [name]: mutate(parts[name]!, random)}, {level: 0});
};

function makeBook(bookType: "xlsx" | "xlsb" | "biff8" | "ods"): Uint8Array {
  const rows = [
    ["name", "day", "size"],
    ...Array.from({length: 8}, (_, i) => [`n${i}`, new Date(Date.UTC(2020, i)), i / 3])
  ];
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows, {UTC: true});
  sheet["!merges"] = [utils.decode_range("A2:A4")];
  utils.book_append_sheet(book, sheet, "One");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["a"], [true]]), "Two");
  return new Uint8Array(write(book, {type: "array", bookType}) as ArrayBuffer);
}

async function makeDatabase(): Promise<Uint8Array> {
  const {Database} = await initSqlJs();
  const database = new Database();
  database.exec(
    "CREATE TABLE t (n INT, day DATE, b BLOB); INSERT INTO t VALUES (1, '2020-01-01', x'00'), (2, NULL, NULL); CREATE INDEX i ON t (n); CREATE VIEW v AS SELECT n FROM t"
  );
  return database.export();
}

/** Reads a file as the lake does: by its content, an archive's files too. What it gives is a table or a problem. */
async function readWhole(source: ByteSource, named: Format): Promise<number> {
  const head = await source.slice(0, 65_536);
  const format = detectFormat(source.path, head) ?? named;
  const context = {path: source.path};
  let count = 0;
  if (format.expand) {
    const {members, problems} = await format.expand(source, context);
    count = members.length + problems.length;
    for (const member of members) await drain(member);
  } else if (format.stream) {
    const write = (): Promise<void> => Promise.resolve(void ++count);
    const {problems} = await format.stream(source, {write}, context);
    count += problems.length;
  } else if (format.read) {
    const {tables, problems} = await format.read(await source.slice(0, source.size), context);
    count = tables.length + problems.length;
    for (const {columns} of tables)
      expect(new Set(columns.map(({values}) => values.length)).size).toBeLessThan(2);
  } else ++count;
  return count;
}

/** A member of an archive may be broken: it says so when it is read. */
async function drain(member: ByteSource): Promise<void> {
  let size = 0;
  try {
    for await (const piece of member.stream()) size += piece.length;
    expect(size).toBe(member.size);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

const SAMPLES: readonly (readonly [
  name: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  mutate: Mutate
])[] = [
  ["a.xlsx", () => makeBook("xlsx"), mutate],
  ["parts.xlsx", () => makeBook("xlsx"), mutatePart],
  ["parts.xlsb", () => makeBook("xlsb"), mutatePart],
  ["parts.ods", () => makeBook("ods"), mutatePart],
  ["a.xls", () => makeBook("biff8"), mutate],
  ["a.zip", () => makeZip({"a.csv": "a,b\n1,2\n", "b/c.txt": "text ".repeat(100)}), mutate],
  ["a.gz", () => gzipSync(strToU8("a,b\n1,2\n".repeat(50))), mutate],
  ["a.sqlite", makeDatabase, mutate],
  ["a.pdf", () => makePdf(["one", "two"]), mutate],
  [
    "a.jpg",
    () =>
      makeJpeg(40, 30, {
        ifd0: {0x010f: "Fuji"},
        exif: {0x8827: {short: 400}},
        gps: {1: "N", 2: {fractions: [[4, 1]]}},
        thumbnail: makeJpeg(4, 3)
      }),
    mutate
  ],
  [
    "a.tif",
    () => makeTiff({ifd0: {0x0100: {long: 40}, 0x0101: {long: 30}}, exif: {0x8827: {short: 400}}}),
    mutate
  ]
];

test.each(SAMPLES)(
  "%s, changed at random, is read or refused with a problem, without throwing or hanging",
  async (path, make, mutate) => {
    const random = new Random(`${path}/2`);
    const bytes = await make();
    const named = detectFormat(path, bytes)!;
    for (let i = 0; i < MUTATIONS; ++i) {
      const start = performance.now();
      const changed = mutate(bytes, random);
      const count = await readWhole(toByteSource(path, changed), named);
      expect(count, `mutation ${i}`).toBeGreaterThan(0);
      expect(performance.now() - start, `mutation ${i}`).toBeLessThan(MAX_MS);
    }
  }
);
