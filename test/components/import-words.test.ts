import {expect, test} from "vitest";
import {FORMAT_LABELS} from "../../components/import-formats.ts";
import {
  describeCommit,
  describeCounts,
  describeItem,
  describeRollback
} from "../../components/import-words.ts";
import {describePaste, toPastedFile} from "../../components/import-paste.ts";
import {describeProgress} from "../../components/import-progress.ts";
import {toImportedTables} from "../../components/import-result.ts";
import {changeParse} from "../../components/import-parse-fields.ts";
import {describeMatch} from "../../components/recipe-match.ts";
import {QueryResult} from "../../src/index.ts";
import type {Batch, ImportItem} from "../../src/index.ts";
import {FORMATS} from "../../src/formats/formats.ts";
import {UNREAD} from "../../src/formats/unread.ts";

const ITEM: ImportItem = {
  id: "1",
  file: "bank.csv",
  bytes: 100,
  inner: "",
  format: "csv",
  connector: null,
  refusal: null,
  problems: [],
  rejects: [],
  parse: {encoding: "windows-1252", delimiter: ";", skip: 3, header: 1},
  source: [],
  recipe: {
    recipe: 1,
    id: "",
    name: "",
    match: {},
    parse: {},
    steps: [],
    target: "expenses",
    key: []
  },
  isRecognised: false,
  others: [],
  columns: [{name: "a", type: "BIGINT"}],
  rows: 1204,
  isSample: false,
  sample: new QueryResult({fields: [], readers: []}),
  stepFailure: null,
  joins: true,
  knownBatches: [],
  mode: "import",
  included: true,
  estimate: {storageBytes: 0, memoryBytes: 0, refusal: null}
};

test("describeItem(item) says how a file was read in one line", () => {
  expect(describeItem(ITEM)).toBe(
    "CSV · Windows-1252 · semicolon · header in line 4 · 1,204 rows · 1 column · joins expenses"
  );
  const sheet: ImportItem = {
    ...ITEM,
    format: "xlsx",
    parse: {skip: 1, header: 2},
    mode: "in-place"
  };
  expect(describeItem(sheet)).toBe(
    "XLSX · header in rows 2 to 3 · 1,204 rows · 1 column · queried as expenses"
  );
  expect(describeItem({...ITEM, connector: "Spotify", format: "json", parse: {}})).toMatch(
    /^Spotify · 1,204 rows/
  );
});

test("describeCounts(counts) leaves out what is nothing", () => {
  const counts = {added: 128, changed: 3, unchanged: 1073, refused: 2};
  expect(describeCounts(counts)).toBe("128 new, 3 changed, 1,073 the same, 2 refused");
  expect(describeCounts({...counts, changed: 0, refused: 0})).toBe("128 new, 1,073 the same");
  expect(describeCounts({added: 0, changed: 0, unchanged: 0, refused: 0})).toBe("no rows");
});

test("describeRollback(rollback) says before and after what becomes of the rows", () => {
  const rollback = {batch: "b", removed: 2, restored: 1, kept: 1, keptKeys: []};
  expect(describeRollback(rollback)).toBe(
    "2 rows will go, 1 row will get an earlier value again, 1 row keeps the value of a later batch"
  );
  expect(describeRollback(rollback, true)).toBe(
    "2 rows went, 1 row got an earlier value again, 1 row kept the value of a later batch"
  );
  expect(describeRollback({...rollback, removed: 0, restored: 0, kept: 0})).toBe(
    "No row will be different"
  );
});

test("describeCommit(items) counts rows that are copied and tables that are not", () => {
  const inPlace: ImportItem = {...ITEM, mode: "in-place"};
  expect(describeCommit([ITEM, ITEM])).toBe("Import 2,408 rows");
  expect(describeCommit([ITEM, inPlace])).toBe("Import 1,204 rows, query 1 table in place");
  expect(describeCommit([inPlace])).toBe("Query 1 table in place");
  expect(describeCommit([{...ITEM, isSample: true}])).toBe("Import more than 1,204 rows");
  expect(describeCommit([])).toBe("Import");
});

test("changeParse(parse, name, value) tells an option, and undefined guesses it again", () => {
  expect(changeParse({quote: '"'}, "delimiter", ";")).toEqual({quote: '"', delimiter: ";"});
  expect(changeParse({quote: '"', delimiter: ";"}, "delimiter", undefined)).toEqual({quote: '"'});
});

test("FORMAT_LABELS names the formats that the lake reads, and no others", () => {
  const read = FORMATS.filter((format) => !Object.values(UNREAD).includes(format)).map(
    ({name}) => name
  );
  expect(Object.keys(FORMAT_LABELS).sort()).toEqual(read.sort());
});

test("toPastedFile(text, name) is a file that is called for what the text looks like", () => {
  expect(toPastedFile("a\tb\n1\t2", "My/table").path).toBe("My table.tsv");
  expect(toPastedFile('[{"a": 1}]', "").path).toBe("pasted.json");
  expect(toPastedFile("a,b", "x").path).toBe("x.csv");
  expect(describePaste("a\tb\r\n1\t2\r\n\r\n")).toEqual({lines: 2, cells: 2});
});

test("describeMatch(recipe) says which files a recipe is for", () => {
  expect(describeMatch({match: {format: "csv", columns: ["a", "b"]}})).toBe("CSV with a, b");
  expect(describeMatch({match: {path: "bank-*.csv"}})).toBe("any file named bank-*.csv");
  expect(describeMatch({match: {connector: "hevy"}})).toBe("hevy export");
});

test("toImportedTables(batches, inPlace) counts together what several files brought into one table", () => {
  const batch = (path: string, target: string, added: number): Batch => ({
    id: path,
    at: 0,
    file: {sha256: path, path},
    inner: "",
    target,
    recipe: ITEM.recipe,
    counts: {added, changed: 1, unchanged: 0, refused: 0},
    rolledBack: null
  });
  const batches = [batch("a.fit", "laps", 2), batch("x.csv", "x", 5), batch("b.fit", "laps", 3)];
  expect(toImportedTables(batches, [{...ITEM, mode: "in-place"}])).toEqual([
    {target: "laps", files: ["a.fit", "b.fit"], what: "5 new, 2 changed"},
    {target: "x", files: ["x.csv"], what: "5 new, 1 changed"},
    {target: "expenses", files: ["bank.csv"], what: "1,204 rows, in place"}
  ]);
});

test("describeProgress(progress, paths) says which file of several it is, and bytes in kilobytes", () => {
  const progress = {step: "read", file: "b.csv", done: 1500, total: 3_000_000} as const;
  expect(describeProgress(progress, ["a.csv", "b.csv"])).toEqual({
    what: "Reading b.csv, file 2 of 2",
    noun: "kB",
    done: 2,
    total: 3000
  });
  expect(describeProgress({...progress, step: "hash"}).what).toBe("Looking whether b.csv is known");
  expect(describeProgress({...progress, step: "load"}, ["b.csv"])).toMatchObject({
    what: "Importing b.csv",
    noun: "rows",
    done: 1500
  });
});
