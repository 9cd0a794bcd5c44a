import {expect, test} from "vitest";
import {ndjson} from "../../src/formats/ndjson.ts";
import {read, toColumns} from "./read.ts";

test("ndjson reads one value a line, blank lines and Windows line ends too", async () => {
  const {tables, problems} = await read(ndjson, '{"a": 1}\r\n\r\n{"a": 2, "b": "x"}\r\n');
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 2]], b: ["VARCHAR", [null, "x"]]});
  expect(problems).toEqual([]);
});

test("ndjson leaves out a broken line, and says which", async () => {
  const {tables, problems} = await read(ndjson, '{"a": 1}\n{"a": oops}\n{"a": 3}\n{"a": 4');
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 3]]});
  expect(problems).toEqual([
    {
      file: "a.ndjson",
      where: "line 2, column 7",
      what: 'line left out, no JSON: a value expected, got "oops}"'
    },
    {
      file: "a.ndjson",
      where: "line 4, column 8",
      what: 'line left out, no JSON: the text ends where "," or "}" must come'
    }
  ]);
});

test("ndjson counts lines over blocks", async () => {
  const filler = `{"text": "${"x".repeat(1 << 20)}"}\n`;
  const {tables, problems} = await read(ndjson, `${filler.repeat(6)}oops\n${filler}`);
  expect(tables[0]!.columns[0]!.values).toHaveLength(7);
  expect(problems[0]!.where).toBe("line 7, column 1");
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
  const {tables, problems} = await read(ndjson, "one\ntwo\n{}\n");
  expect(tables).toEqual([]);
  expect(problems).toHaveLength(2);
});

test("ndjson names a hundred broken lines, and counts the others", async () => {
  const {problems} = await read(ndjson, `${"oops\n".repeat(300)}${"{}\n".repeat(400)}`);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)!.what).toBe("300 lines left out, no JSON");
});
