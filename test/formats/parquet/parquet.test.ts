import {afterAll, beforeAll, expect, test} from "vitest";
import {parquet} from "../../../src/formats/parquet/parquet.ts";
import {toByteSource} from "../../../src/model/bytes.ts";
import {read} from "../read.ts";
import {NativeParquet} from "./native.ts";

let native: NativeParquet;
beforeAll(async () => void (native = await NativeParquet.open()));
afterAll(() => native.close());

async function expectSame(bytes: Uint8Array): Promise<void> {
  const {tables, problems} = await read(parquet, bytes);
  expect(problems).toEqual([]);
  expect(await native.load(tables[0]!)).toEqual(await native.read(bytes));
}

test.each([
  [
    "booleans and integers",
    "true::BOOLEAN | -7::TINYINT | 300::SMALLINT | -70000::INTEGER | 9007199254740993::BIGINT"
  ],
  [
    "unsigned integers",
    "255::UTINYINT | 65535::USMALLINT | 4294967295::UINTEGER | 18446744073709551615::UBIGINT"
  ],
  ["numbers", "0.1::FLOAT | 1e300::DOUBLE | 'nan'::DOUBLE | '-inf'::FLOAT"],
  [
    "decimals",
    "-12.5::DECIMAL(4,1) | 123456.789::DECIMAL(9,3) | -1234567890.12345678::DECIMAL(18,8) | 12345678901234567890123456.789::DECIMAL(38,3) | 7::DECIMAL(5,0)"
  ],
  [
    "texts and bytes",
    "'é 😀' | '' | '\\x00\\xFF'::BLOB | '6f8e1a2b-0000-4000-8000-000000000001'::UUID"
  ],
  [
    "days and times",
    "'2024-02-29'::DATE | '1582-10-15'::DATE | '12:34:56.789'::TIME | '00:00:00'::TIME"
  ],
  [
    "moments",
    "'2024-02-29 12:34:56.123456'::TIMESTAMP | '1969-12-31 23:59:59.5'::TIMESTAMP | '2024-02-29 12:00:00+02'::TIMESTAMPTZ | '2024-01-01 00:00:00.123456789'::TIMESTAMP_NS | '2024-01-01'::TIMESTAMP_MS | '2024-01-01'::TIMESTAMP_S"
  ],
  ["intervals", "INTERVAL '14 months 3 days 5.5 seconds'"],
  ["enums", "'b'::ENUM('a', 'b')"],
  [
    "lists and structs",
    "[1, NULL, 3] | []::INTEGER[] | [['a'], NULL, []] | {'x': 1.5::DECIMAL(4,2), 'y': [{'z': DATE '2024-01-01'}]} | {'only': NULL::INTEGER}"
  ],
  [
    "maps",
    "MAP {'a': 1, 'b': NULL} | MAP {2: 'x', 1: 'y'} | MAP {DATE '2024-01-01': [1]} | MAP {'m': MAP {'n': 1::UTINYINT}} | MAP {}::MAP(VARCHAR, INTEGER)"
  ]
])("parquet gives %s as DuckDB's own reader does, nulls too", async (_, values) => {
  const columns = values.split(" | ");
  const first = `SELECT ${columns.map((value, i) => `${value} AS c${i}`).join(", ")}`;
  const nulls = `SELECT ${columns.map((_, i) => `NULL AS c${i}`).join(", ")}`;
  await expectSame(await native.write(`${first} UNION ALL ${nulls} UNION ALL ${first}`));
});

const ROWS = `SELECT i, 'text ' || i % 7 AS t, i / 3 AS d, [i, i + 1] AS l, CASE WHEN i % 5 > 0 THEN i END AS n
  FROM range(5000) r(i)`;

test.each(["uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4_raw"])(
  "parquet reads what was compressed by %s, in either version of pages",
  async (codec) => {
    for (const version of ["v1", "v2"])
      await expectSame(
        await native.write(
          ROWS,
          `, CODEC ${codec}, ROW_GROUP_SIZE 2048, PARQUET_VERSION ${version}`
        )
      );
  }
);

test("parquet reads a file without rows, with its columns", async () => {
  await expectSame(await native.write("SELECT 1 AS a, 'x' AS b, [1] AS c WHERE false"));
});

test("parquet.stream(source, sink, context) reads row group by row group, and only the bytes it needs", async () => {
  const bytes = await native.write(ROWS, ", ROW_GROUP_SIZE 2048");
  const source = toByteSource("a.parquet", bytes);
  const counts: number[] = [];
  let most = 0;
  const counted = {
    ...source,
    slice(start: number, end: number) {
      if (end - start < bytes.length) most = Math.max(most, end - start);
      return source.slice(start, end);
    }
  };
  const notes = await parquet.stream!(
    counted,
    {
      write({columns}) {
        counts.push(columns[0]!.values.length);
        return Promise.resolve();
      }
    },
    {path: "a.parquet"}
  );
  expect(notes).toEqual({problems: []});
  expect(counts).toEqual([2048, 2048, 904]);
  expect(most).toBeLessThan(bytes.length / 2);
});

test("parquet refuses what is encrypted, with that word", async () => {
  const {tables, problems} = await read(parquet, "PAR1 something PARE");
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toBe("encrypted: a password or key is needed; decrypt it first");
});

test("parquet refuses what is broken wherever it is cut or changed, and never throws", async () => {
  const bytes = await native.write(ROWS, ", CODEC zstd");
  const cut = await read(parquet, bytes.subarray(0, 1000));
  expect(cut.tables).toEqual([]);
  expect(cut.problems[0]!.what).toBe(
    "no Parquet file that can be read: its end is missing: the file was cut off, or it is none"
  );
  for (let at = 4; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const changed = Uint8Array.from(bytes);
    changed.fill(0x5a, at, at + 8);
    const {tables, problems} = await read(parquet, changed);
    expect(tables.length + problems.length).toBeGreaterThan(0);
  }
});
