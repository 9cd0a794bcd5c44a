import * as arrow from "apache-arrow";
import {expect, test} from "vitest";
import {arrow as arrowFormat} from "../../src/formats/arrow.ts";
import {read, toColumns} from "./read.ts";

const table = new arrow.Table({
  i: arrow.vectorFromArray([1, null, 3], new arrow.Int32()),
  l: arrow.vectorFromArray([1n, 9007199254740993n, null], new arrow.Int64()),
  d: arrow.vectorFromArray([0.5, null, 1], new arrow.Float64()),
  t: arrow.vectorFromArray(["x", null, "é"], new arrow.Utf8()),
  c: arrow.vectorFromArray(
    ["r", "g", "r"],
    new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())
  ),
  b: arrow.vectorFromArray([true, false, null], new arrow.Bool()),
  day: arrow.vectorFromArray([new Date("2024-02-29"), null, new Date(0)], new arrow.DateDay()),
  at: arrow.vectorFromArray([1_700_000_000_123, null, 0], new arrow.TimestampMillisecond()),
  z: arrow.vectorFromArray([1_700_000_000_000, null, 0], new arrow.TimestampMillisecond("UTC")),
  list: arrow.vectorFromArray(
    [[1, 2], null, []],
    new arrow.List(new arrow.Field("item", new arrow.Int32(), true))
  )
});
const EXPECTED = {
  i: ["BIGINT", [1, null, 3]],
  l: ["BIGINT", [1n, 9007199254740993n, null]],
  d: ["DOUBLE", [0.5, null, 1]],
  t: ["VARCHAR", ["x", null, "é"]],
  c: ["VARCHAR", ["r", "g", "r"]],
  b: ["BOOLEAN", [true, false, null]],
  day: ["DATE", [new Date("2024-02-29"), null, new Date(0)]],
  at: ["TIMESTAMP", [new Date(1_700_000_000_123), null, new Date(0)]],
  z: ["TIMESTAMPTZ", [new Date(1_700_000_000_000), null, new Date(0)]],
  list: ["BIGINT[]", [[1, 2], null, []]]
};

test.each(["file", "stream"] as const)(
  "arrow reads a %s with its types and nulls",
  async (kind) => {
    const {tables, problems} = await read(arrowFormat, arrow.tableToIPC(table, kind));
    expect(problems).toEqual([]);
    expect(toColumns(tables[0])).toEqual(EXPECTED);
  }
);

test("arrow keeps decimals, times, unsigned integers and maps as what they are", async () => {
  const rich = new arrow.Table({
    u: arrow.vectorFromArray([18446744073709551615n, null], new arrow.Uint64()),
    time: arrow.vectorFromArray([45_296_500, null], new arrow.TimeMillisecond()),
    took: arrow.vectorFromArray([1500n, null], new arrow.DurationMillisecond()),
    d: new arrow.Vector([
      arrow.makeData({
        type: new arrow.Decimal(2, 20, 128),
        length: 2,
        data: Uint32Array.of(
          0xffffff85,
          0xffffffff,
          0xffffffff,
          0xffffffff,
          0x87654321,
          0x12345678,
          0,
          0
        )
      })
    ]),
    m: arrow.vectorFromArray(
      [new Map([["a", 1]]), null],
      new arrow.Map_<arrow.Utf8, arrow.Int32>(
        new arrow.Field(
          "entries",
          new arrow.Struct<{key: arrow.Utf8; value: arrow.Int32}>([
            new arrow.Field("key", new arrow.Utf8(), false),
            new arrow.Field("value", new arrow.Int32(), true)
          ]),
          false
        )
      )
    )
  });
  const {tables, problems} = await read(arrowFormat, arrow.tableToIPC(rich, "stream"));
  expect(problems).toEqual([]);
  expect(toColumns(tables[0])).toEqual({
    u: ["UBIGINT", ["18446744073709551615", null]],
    time: ["TIME", ["12:34:56.5", null]],
    took: ["INTERVAL", ["1500000 microseconds", null]],
    d: ["DECIMAL(20,2)", ["-1.23", "13117684671392816.97"]],
    m: ["MAP(VARCHAR, BIGINT)", [[["a", 1]], null]]
  });
});

/** A Zstandard frame: one block that repeats a byte, or that holds the bytes as they are. */
function toZstdFrame(bytes: Uint8Array): Uint8Array {
  const size = bytes.length;
  const isRepeated = bytes.every((byte) => byte === bytes[0]);
  const header = (size << 3) | (isRepeated ? 3 : 1);
  return Uint8Array.of(
    ...[0x28, 0xb5, 0x2f, 0xfd, 0xa0],
    ...[size, size >> 8, size >> 16, size >> 24],
    ...[header, header >> 8, header >> 16],
    ...bytes.subarray(0, isRepeated ? 1 : size)
  );
}

test("arrow reads buffers that are compressed by Zstandard", async () => {
  const codec = arrow.compressionRegistry.get(arrow.CompressionType.ZSTD)!;
  arrow.compressionRegistry.set(arrow.CompressionType.ZSTD, {...codec, encode: toZstdFrame});
  const values = new Array<number>(5000).fill(0x01010101);
  const long = new arrow.Table({n: arrow.vectorFromArray(values, new arrow.Int32())});
  const bytes = arrow.tableToIPC(long, "stream", arrow.CompressionType.ZSTD);
  expect(bytes.length).toBeLessThan(1000);
  const {tables, problems} = await read(arrowFormat, bytes);
  expect(problems).toEqual([]);
  expect(toColumns(tables[0])).toEqual({n: ["BIGINT", values]});
});

test("arrow says what to do about buffers that are compressed by LZ4", async () => {
  arrow.compressionRegistry.set(arrow.CompressionType.LZ4_FRAME, {
    encode: (bytes) => Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0xc0, ...bytes)
  });
  const bytes = arrow.tableToIPC(table, "stream", arrow.CompressionType.LZ4_FRAME);
  const {tables, problems} = await read(arrowFormat, bytes);
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toBe(
    'compressed by LZ4, which is not read: write it with compression "zstd" or "uncompressed"'
  );
});

test("arrow refuses what is no Arrow file", async () => {
  for (const bytes of ["ARROW1", "", "something else entirely"]) {
    const {tables, problems} = await read(arrowFormat, bytes);
    expect(tables).toEqual([]);
    expect(problems).toHaveLength(1);
  }
});
