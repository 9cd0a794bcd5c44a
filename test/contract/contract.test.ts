import {beforeAll, expect, test} from "vitest";
import {FORMATS} from "../../src/formats/formats.ts";
import {UNREAD} from "../../src/formats/unread.ts";
import {makeFiles} from "./files/make-files.ts";
import type {Answer} from "./read-all.ts";
import {readNatively} from "./read-natively.ts";

let answers: readonly Answer[];
beforeAll(async () => void (answers = await readNatively()));

test("the contract's files are a few hundred, none twice, and the same at every call", () => {
  const files = makeFiles();
  expect(files.length).toBeGreaterThan(250);
  expect(new Set(files.map(({path}) => path)).size).toBe(files.length);
  const again = makeFiles();
  const changed = files.filter(({bytes}, i) => String(bytes) !== String(again[i]!.bytes));
  // the library of workbooks writes the time of day into their archives
  expect(changed.map(({path}) => path).filter((path) => !path.startsWith("books/"))).toEqual([]);
});

test("the contract's files are read without a throw, and each gives tables or says why not", () => {
  expect(answers.filter(({thrown}) => thrown !== null)).toEqual([]);
  const silent = answers.filter(
    ({tables, problems}) => tables.length === 0 && problems.length === 0
  );
  expect(silent).toEqual([]);
});

test("the contract's files are of every format that has a reader", () => {
  const read = new Set(answers.filter(({tables}) => tables.length > 0).map(({format}) => format));
  const missing = FORMATS.filter((format) => !Object.values(UNREAD).includes(format)).filter(
    (format) =>
      (format.read ?? format.stream ?? format.expand) !== undefined && !read.has(format.name)
  );
  expect(missing.map(({name}) => name).filter((name) => name !== "sqlite")).toEqual([]);
});
