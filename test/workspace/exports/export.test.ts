import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, expect, test} from "vitest";
import type {ExportFormat, Value} from "../../../src/index.ts";
import {QueryResult, exportResult, toColumnReader} from "../../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "lakebook-export-"));
afterAll(() => rmSync(folder, {recursive: true}));

const toResult = (
  columns: Readonly<Record<string, readonly [type: string, values: readonly Value[]]>>
) =>
  new QueryResult({
    fields: Object.entries(columns).map(([name, [type]]) => ({name, type})),
    readers: Object.values(columns).map(([, values]) => toColumnReader(values))
  });

const toText = async (result: QueryResult, format: ExportFormat): Promise<string> =>
  new TextDecoder().decode(await exportResult(result, format));

/** What DuckDB reads out of exported bytes; all values as DuckDB prints them. */
async function readBack(result: QueryResult, format: ExportFormat): Promise<(string | null)[][]> {
  const path = join(folder, `result.${format}`);
  writeFileSync(path, await exportResult(result, format));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run("set TimeZone = 'UTC'");
  const reader = await connection.runAndReadAll(`select columns(*)::varchar from '${path}'`);
  return reader.getRows() as (string | null)[][];
}

const everything = toResult({
  text: ["VARCHAR", ["plain", 'a "b", c\nd', "", null, "中文 😀", "=1+1"]],
  whole: ["BIGINT", [1, -2, null, 9007199254740993n, 0, 5]],
  sum: ["HUGEINT", [1, 2, 3, null, 10n ** 18n, 0]],
  number: ["DOUBLE", [0.1, -1e300, null, 3, 0, 1.5]],
  price: ["DECIMAL(18,2)", [1.1, -0.07, null, 1234567.89, 0, 2]],
  yes: ["BOOLEAN", [true, false, null, true, false, true]],
  day: ["DATE", [new Date("2024-02-29"), new Date("1969-12-31"), null, new Date(0), null, null]],
  at: [
    "TIMESTAMP",
    [new Date("2024-02-29T12:34:56.789Z"), new Date(-1), null, new Date(0), null, null]
  ],
  when: [
    "TIMESTAMP WITH TIME ZONE",
    [new Date("2024-02-29T12:34:56Z"), null, null, null, null, null]
  ],
  time: ["TIME", ["07:08:09", null, null, null, null, null]],
  list: ["INTEGER[]", [[1, null, 3], [], null, null, null, null]],
  struct: [
    'STRUCT("a b" DATE, "c" VARCHAR)',
    [{"a b": new Date(0), c: null}, null, null, null, null, null]
  ]
});

test("exportResult(result, 'parquet') gives every value back to DuckDB, with its type", async () => {
  expect(await readBack(everything, "parquet")).toEqual([
    [
      "plain",
      "1",
      "1",
      "0.1",
      "1.10",
      "true",
      "2024-02-29",
      "2024-02-29 12:34:56.789",
      "2024-02-29 12:34:56+00",
      "07:08:09",
      "[1,null,3]",
      '{"a b":"1970-01-01","c":null}'
    ],
    [
      'a "b", c\nd',
      "-2",
      "2",
      "-1e+300",
      "-0.07",
      "false",
      "1969-12-31",
      "1969-12-31 23:59:59.999",
      null,
      null,
      "[]",
      null
    ],
    ["", null, "3", null, null, null, null, null, null, null, null, null],
    [
      null,
      "9007199254740993",
      null,
      "3.0",
      "1234567.89",
      "true",
      "1970-01-01",
      "1970-01-01 00:00:00",
      null,
      null,
      null,
      null
    ],
    [
      "中文 😀",
      "0",
      "1000000000000000000",
      "0.0",
      "0.00",
      "false",
      null,
      null,
      null,
      null,
      null,
      null
    ],
    ["=1+1", "5", "0", "1.5", "2.00", "true", null, null, null, null, null, null]
  ]);
});

test("exportResult(result, 'csv') tells null from empty text, and quotes what has to be", async () => {
  const result = toResult({
    "a,b": ["VARCHAR", ["x", 'say "hi"\nthere', "", null]],
    n: ["DOUBLE", [1.5, null, 3, null]]
  });
  expect(await toText(result, "csv")).toBe('"a,b",n\nx,1.5\n"say ""hi""\nthere",\n"",3\n,\n');
});

test("exportResult(result, 'csv') is read by DuckDB as it was", async () => {
  const result = toResult({
    text: ["VARCHAR", ["plain", 'a "b", c\nd', "中文"]],
    price: ["DECIMAL(18,2)", [1.1, -0.07, 1234567.89]],
    day: ["DATE", [new Date("2024-02-29"), null, new Date(0)]],
    at: ["TIMESTAMP", [new Date("2024-02-29T12:34:56.789Z"), null, new Date(0)]]
  });
  expect(await readBack(result, "csv")).toEqual([
    ["plain", "1.1", "2024-02-29", "2024-02-29 12:34:56.789"],
    ['a "b", c\nd', "-0.07", null, null],
    ["中文", "1234567.89", "1970-01-01", "1970-01-01 00:00:00"]
  ]);
});

const FORMULAS = [
  "=1+1",
  "+SUM(A1)",
  "-2+3",
  "@x",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "-5",
  "+3.14e-7",
  "- a",
  "a=1",
  " =1"
];

test("exportResult(result, 'csv') keeps a spreadsheet from computing texts, and leaves numbers be", async () => {
  const result = toResult({
    "=a": ["VARCHAR", FORMULAS],
    n: ["DOUBLE", FORMULAS.map((_, i) => (i === 0 ? -Infinity : -i))]
  });
  const rows = await readBack(result, "csv");
  expect(rows.map(([text]) => text)).toEqual([
    "'=1+1",
    "'+SUM(A1)",
    "'-2+3",
    "'@x",
    "'\t=1",
    "'\r=1",
    "'\n=1",
    "'＝1+1",
    "-5",
    "+3.14e-7",
    "'- a",
    "a=1",
    " =1"
  ]);
  expect(await toText(result, "csv")).toMatch(/^'=a,n\n'=1\+1,-Infinity\n'\+SUM\(A1\),-1\n/);
});

test("exportResult(result, 'csv', {keepFormulas}) gives every text back", async () => {
  const result = toResult({a: ["VARCHAR", FORMULAS]});
  const path = join(folder, "formulas.csv");
  writeFileSync(path, await exportResult(result, "csv", {keepFormulas: true}));
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(`select a from read_csv('${path}', header = true)`);
  expect(reader.getRows().map(([text]) => text)).toEqual(FORMULAS);
});

test("exportResult(result, 'csv') keeps a row whose only value is null", async () => {
  expect(await toText(toResult({a: ["VARCHAR", [null, "x"]]}), "csv")).toBe('a\n""\nx\n');
});

test("exportResult(result, 'json') keeps all digits, and has null for what JSON cannot say", async () => {
  const text = await toText(everything, "json");
  expect(text).toContain('"whole":9007199254740993,');
  const rows = JSON.parse(text) as Record<string, unknown>[];
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({
    text: "plain",
    day: "2024-02-29",
    at: "2024-02-29T12:34:56.789",
    when: "2024-02-29T12:34:56Z",
    list: [1, null, 3],
    struct: {"a b": "1970-01-01", c: null}
  });
  const odd = toResult({
    n: ["DOUBLE", [NaN, Infinity]],
    b: ["BLOB", [Uint8Array.of(0, 255), null]]
  });
  expect(JSON.parse(await toText(odd, "json"))).toEqual([
    {n: null, b: "00ff"},
    {n: null, b: null}
  ]);
});

test.each<ExportFormat>(["csv", "json", "parquet"])(
  "exportResult(result, %j) of no rows is a whole file with its columns",
  async (format) => {
    const none = toResult({a: ["VARCHAR", []], n: ["HUGEINT", []]});
    expect(await readBack(none, format)).toEqual([]);
  }
);

test("exportResult(result, 'parquet') stores a sum as an integer, and as a decimal only where it has to", async () => {
  const big = 10n ** 30n;
  expect(await readBack(toResult({n: ["HUGEINT", [1, big]]}), "parquet")).toEqual([
    ["1"],
    [String(big)]
  ]);
});

test.each<ExportFormat>(["csv", "json", "parquet"])(
  "exportResult(result, %j) tells its progress and stops when it is told to",
  async (format) => {
    const rows = 300_000;
    const reader = {length: rows, get: (row: number) => `value ${row}`};
    const result = new QueryResult({
      fields: [
        {name: "a", type: "VARCHAR"},
        {name: "b", type: "VARCHAR"}
      ],
      readers: [reader, reader]
    });
    const seen: number[] = [];
    await exportResult(result, format, {onProgress: (done) => seen.push(done)});
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(rows);
    const stop = new AbortController();
    const export_ = exportResult(result, format, {
      signal: stop.signal,
      onProgress: () => stop.abort()
    });
    await expect(export_).rejects.toThrow(expect.objectContaining({name: "AbortError"}) as Error);
  }
);
