import {gzipSync, strToU8} from "fflate";
import {expect, test} from "vitest";
import {gzip} from "../../../src/formats/archive/gzip.ts";
import {zip} from "../../../src/formats/archive/zip.ts";
import {expand, makeZip, textOf} from "./archives.ts";

test.each([
  ["data/a.csv.gz", "data/a.csv.gz/a.csv"],
  ["a.CSV.GZ", "a.CSV.GZ/a.CSV"],
  ["a.tgz", "a.tgz/a.tar"],
  ["export", "export/export"]
])("gzip.expand(%s) gives one file, %s", async (path, member) => {
  const {members, problems} = await expand(gzip, gzipSync(strToU8("a,b\n1,2\n")), path);
  expect(problems).toEqual([]);
  expect(members.map(({path, size}) => [path, size])).toEqual([[member, 8]]);
  expect(await textOf(members[0])).toBe("a,b\n1,2\n");
});

test("gzip.expand(source) reads parts that were packed one by one, wherever a part ends", async () => {
  const texts = Array.from({length: 30}, (_, i) => `${i} `.repeat(i * 700));
  const parts = texts.map((text) => gzipSync(strToU8(text)));
  const {members} = await expand(gzip, new Uint8Array(parts.flatMap((part) => [...part])));
  expect(await textOf(members[0])).toBe(texts.join(""));
});

test("gzip.expand(source) refuses what is cut off, and what is not as it was packed", async () => {
  const text = Array.from({length: 5000}, (_, i) => `${i},${i * 7919}\n`).join("");
  const packed = gzipSync(strToU8(text));
  for (const length of [1, 10, 100, packed.length - 30]) {
    const {members, problems} = await expand(gzip, packed.subarray(0, length));
    expect(members).toEqual([]);
    expect(problems[0]!.what).toMatch(/^gzip file cannot be read: it is (cut off|broken)/);
  }
  const changed = packed.slice();
  changed[changed.length - 8]! ^= 1;
  expect((await expand(gzip, changed)).problems[0]!.what).toMatch(/checksum/);
});

test("gzip.expand(source) stops at a bomb", async () => {
  const bomb = gzipSync(new Uint8Array(40 * 2 ** 20));
  expect((await expand(gzip, bomb)).problems[0]!.what).toMatch(/bomb/);
});

test("an archive in an archive has the limits of both together", async () => {
  const inner = gzipSync(makeZip({"a.csv": "a"}));
  const {members} = await expand(gzip, inner, "a.zip.gz");
  const inside = await expand(zip, members[0]!);
  expect(inside.members[0]!.path).toBe("a.zip.gz/a.zip/a.csv");
  expect(await textOf(inside.members[0])).toBe("a");
});
