import {expect, test} from "vitest";
import {ndjson} from "../../src/formats/ndjson.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {DataTable} from "../../src/model/table.ts";
import {read, toColumns} from "./read.ts";

test("ndjson reads one value a line, blank lines and Windows line ends too", async () => {
  const {tables, problems} = await read(ndjson, '{"a": 1}\r\n\r\n{"a": 2, "b": "x"}\r\n');
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 2]], b: ["VARCHAR", [null, "x"]]});
  expect(problems).toEqual([]);
});

test("ndjson keeps a broken line as a reject, with its place and its text", async () => {
  const {tables, problems, rejects} = await read(
    ndjson,
    '{"a": 1}\r\n{"a": oops}\r\n{"a": 3}\r\n{"a": 4'
  );
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 3]]});
  expect(rejects).toEqual([
    {
      where: "line 2, column 7",
      text: '{"a": oops}',
      what: 'no JSON: a value expected, got "oops}"'
    },
    {
      where: "line 4, column 8",
      text: '{"a": 4',
      what: 'no JSON: the text ends where "," or "}" must come'
    }
  ]);
  expect(problems).toEqual([
    {file: "a.ndjson", where: "", what: "2 lines left out, no JSON: see the rejects"}
  ]);
});

test("ndjson counts lines over blocks", async () => {
  const filler = `{"text": "${"x".repeat(1 << 20)}"}\n`;
  const {tables, rejects} = await read(ndjson, `${filler.repeat(6)}oops\n${filler}`);
  expect(tables[0]!.columns[0]!.values).toHaveLength(7);
  expect(rejects!.map(({where}) => where)).toEqual(["line 7, column 1"]);
});

test("ndjson reads values that stand one after the other without lines", async () => {
  const {tables, problems} = await read(ndjson, '{\n "a": "}{"\n} {"a": "\\"["}\n[2]');
  expect(toColumns(tables[0])).toEqual({
    a: ["VARCHAR", ["}{", '"[', null]],
    value: ["BIGINT[]", [null, null, [2]]]
  });
  expect(problems).toEqual([]);
});

test("ndjson refuses a file that is mostly no JSON", async () => {
  expect(await read(ndjson, "one\ntwo\n{}\n")).toEqual({
    tables: [],
    problems: [
      {
        file: "a.ndjson",
        where: "line 1, column 1",
        what: 'no JSON: a value expected, got "one" (2 such lines)'
      }
    ]
  });
});

test("ndjson keeps a thousand broken lines, and counts them all", async () => {
  const {problems, rejects} = await read(ndjson, `${"oops\n".repeat(1300)}${"{}\n".repeat(1400)}`);
  expect(rejects).toHaveLength(1000);
  expect(problems.map(({what}) => what)).toEqual(["1300 lines left out, no JSON: see the rejects"]);
});

test("ndjson reads features line by line as rows with their properties", async () => {
  const feature = (type: string, coordinates: unknown): string =>
    JSON.stringify({type: "Feature", properties: {n: 1}, geometry: {type, coordinates}});
  const {tables} = await read(
    ndjson,
    `${feature("Point", [1, 2])}\n${feature("LineString", [[1, 2]])}\n`
  );
  expect(toColumns(tables[0])).toEqual({
    n: ["BIGINT", [1, 1]],
    geometry: [
      "VARCHAR",
      ['{"type":"Point","coordinates":[1,2]}', '{"type":"LineString","coordinates":[[1,2]]}']
    ]
  });
});

test("ndjson reads UTF-16 and the encoding that it is told", async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('{"a":"é"}\n{"a":"ü"}\n', "utf16le")]);
  const {tables, details} = await read(ndjson, utf16);
  expect(toColumns(tables[0])).toEqual({a: ["VARCHAR", ["é", "ü"]]});
  expect(details).toEqual({encoding: "utf-16le"});
});

test("ndjson.stream(source, sink, context) writes batches whose columns hold for all lines, in bounded memory", async () => {
  const early = encode(`${JSON.stringify({id: 1, note: "x".repeat(500)})}\n`.repeat(500));
  const late = encode('{"id": 0.5, "extra": [1]}\n');
  async function* toLongFile(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    for (let i = 0; i < 80; ++i) yield early;
    yield late;
  }
  const size = early.length * 80 + late.length;
  const source = {path: "a.ndjson", size, slice: neverAsked, stream: toLongFile};
  const types = new Set<string>();
  let rows = 0;
  let most = 0;
  const write = (table: DataTable): Promise<void> => {
    types.add(JSON.stringify(table.columns.map(({name, type}) => [name, type])));
    const count = table.columns[0]!.values.length;
    rows += count;
    most = Math.max(most, count);
    return Promise.resolve();
  };
  const notes = await ndjson.stream!(source, {write}, {path: "a.ndjson"});
  expect(notes.problems).toEqual([]);
  expect([...types]).toEqual([
    JSON.stringify([
      ["id", "DOUBLE"],
      ["note", "VARCHAR"],
      ["extra", {list: "BIGINT"}]
    ])
  ]);
  expect(rows).toBe(40_001);
  expect(most).toBeLessThanOrEqual(4096);
});

test("ndjson.stream(source, sink, context) stops when asked to", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  const reading = ndjson.stream!(
    toByteSource("a.ndjson", encode("{}\n")),
    {write: () => Promise.resolve()},
    {path: "a.ndjson", signal}
  );
  await expect(reading).rejects.toThrow("stopped");
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function neverAsked(): never {
  throw new Error("the whole file was asked for");
}
