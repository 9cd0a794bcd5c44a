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

test("arrow refuses what is no Arrow file", async () => {
  for (const bytes of ["ARROW1", "", "something else entirely"]) {
    const {tables, problems} = await read(arrowFormat, bytes);
    expect(tables).toEqual([]);
    expect(problems).toHaveLength(1);
  }
});
