import {expect, test} from "vitest";
import {json} from "../../src/formats/json.ts";
import {read, toColumns} from "./read.ts";

const columnsOf = async (text: string) => toColumns((await read(json, text)).tables[0]);

test("json reads a list of records, with null where a record lacks a key", async () => {
  expect(await columnsOf('[{"a": 1, "b": "x"}, {"b": null, "c": true}]')).toEqual({
    a: ["BIGINT", [1, null]],
    b: ["VARCHAR", ["x", null]],
    c: ["BOOLEAN", [null, true]]
  });
});

test("json reads numbers as integers or doubles, and long integers exactly", async () => {
  expect(
    await columnsOf(
      '[{"i": 1, "d": 1, "l": 9007199254740993, "h": 1, "s": "12345678901234567890"}, {"i": -2, "d": 0.5, "l": 1, "h": 123456789012345678901}]'
    )
  ).toEqual({
    i: ["BIGINT", [1, -2]],
    d: ["DOUBLE", [1, 0.5]],
    l: ["BIGINT", [9007199254740993n, 1]],
    h: ["VARCHAR", ["1", "123456789012345678901"]],
    s: ["VARCHAR", ["12345678901234567890", null]]
  });
});

test("json takes only ISO 8601 for dates, and keeps an offset", async () => {
  expect(
    await columnsOf(
      `[{"d": "2024-02-29", "t": "2024-02-29T12:34:56.5", "z": "2024-02-29T12:34:56+02:00", "u": "2024-01-01T00:00:00.123456Z", "x": "2024-02-30", "y": "3/4/2024", "m": "2024-01-01"},
        {"d": "1999-12-31", "t": "2024-03-01 00:00", "z": "2024-02-29T12:34:56Z", "u": null, "x": "2024-01-01", "y": "2024-01-01", "m": "2024-01-01T00:00:00Z"}]`
    )
  ).toEqual({
    d: ["DATE", [new Date("2024-02-29"), new Date("1999-12-31")]],
    t: ["TIMESTAMP", [new Date("2024-02-29T12:34:56.500Z"), new Date("2024-03-01")]],
    z: ["TIMESTAMPTZ", [new Date("2024-02-29T10:34:56Z"), new Date("2024-02-29T12:34:56Z")]],
    u: ["TIMESTAMPTZ", [1704067200123456n, null]],
    x: ["VARCHAR", ["2024-02-30", "2024-01-01"]],
    y: ["VARCHAR", ["3/4/2024", "2024-01-01"]],
    m: ["VARCHAR", ["2024-01-01", "2024-01-01T00:00:00Z"]]
  });
});

test("json reads nested objects and lists as STRUCT and LIST", async () => {
  expect(
    await columnsOf(
      '[{"s": {"a": 1, "b": [{"c": "x"}]}, "l": [[1], []]}, {"s": {"a": 2.5}, "l": []}]'
    )
  ).toEqual({
    s: [
      'STRUCT("a" DOUBLE, "b" STRUCT("c" VARCHAR)[])',
      [
        {a: 1, b: [{c: "x"}]},
        {a: 2.5, b: null}
      ]
    ],
    l: ["BIGINT[][]", [[[1], []], []]]
  });
});

test("json writes what does not go together as text: texts as they are, the rest as JSON", async () => {
  expect(await columnsOf('[{"a": 1}, {"a": "x"}, {"a": {"b": [true, 9007199254740993]}}]')).toEqual(
    {
      a: ["VARCHAR", ["1", "x", '{"b":[true,9007199254740993]}']]
    }
  );
});

test("json takes an object with ever other keys inside of a record for a map", async () => {
  const records = Array.from({length: 100}, (_, i) => ({m: {[`key ${i}`]: i}}));
  const {m} = await columnsOf(JSON.stringify(records));
  expect(m![0]).toBe("MAP(VARCHAR, BIGINT)");
  expect(m![1][7]).toEqual([["key 7", 7]]);
});

test("json takes an object whose keys are days, numbers or ids for a map, where its values are of one kind", async () => {
  const {days, mixed} = await columnsOf(
    `[{"days": {"2024-01-01": 1, "2024-01-02": 2, "2024-01-03": null}, "mixed": {"1": 1, "2": "x", "3": true}}]`
  );
  expect(days).toEqual([
    "MAP(VARCHAR, BIGINT)",
    [
      [
        ["2024-01-01", 1],
        ["2024-01-02", 2],
        ["2024-01-03", null]
      ]
    ]
  ]);
  expect(mixed![0]).toBe('STRUCT("1" BIGINT, "2" VARCHAR, "3" BOOLEAN)');
});

test("json finds the records in an envelope, however deep", async () => {
  const {tables, details} = await read(
    json,
    '{"meta": {"page": 1, "next": null}, "data": {"total": 2, "items": [{"a": 1}, {"a": 2}]}}'
  );
  expect(tables.map(({name}) => name)).toEqual([""]);
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 2]]});
  expect(details).toMatchObject({about: {meta: {page: 1, next: null}, data: {total: 2}}});
});

test("json tells lists of records by the same key apart by their paths", async () => {
  const rows = Array.from({length: 5}, (_, i) => ({i}));
  const {tables} = await read(json, JSON.stringify({a: {rows}, b: {rows: [{x: 1}]}, c: 1}));
  expect(tables.map(({name}) => name)).toEqual(["a.rows", "b.rows"]);
});

test("json reads one thing with several short lists deep inside as one row", async () => {
  const post = {text: "hi", entities: {tags: [{tag: "a"}], urls: [{url: "x"}, {url: "y"}]}};
  const {tables} = await read(json, JSON.stringify({data: post}));
  expect(tables.map(toColumns)).toEqual([{data: [expect.stringMatching(/^STRUCT/), [post]]}]);
});

test.each([
  ["columns", '{"a": [1, 2], "b": ["x", null]}'],
  ["columns by row number", '{"a": {"0": 1, "1": 2}, "b": {"0": "x", "1": null}}'],
  ["rows below a header", '[["a", "b"], [1, "x"], [2]]'],
  [
    "rows with their names beside them",
    '{"columns": ["a", "b"], "index": [0, 1], "data": [[1, "x"], [2, null]]}'
  ],
  [
    "rows with their columns described elsewhere",
    '{"meta": {"columns": [{"name": "a", "type": "int"}, {"name": "b"}]}, "data": [[1, "x"], [2, null]]}'
  ],
  [
    "records with their columns described",
    '{"result": {"fields": [{"id": "a"}, {"id": "b"}], "records": [{"a": 1, "b": "x"}, {"a": 2, "b": null}]}}'
  ],
  ["a list of what it is about and the rows", '[{"page": 1}, [{"a": 1, "b": "x"}, {"a": 2}]]']
])("json reads %s as a table", async (_, text) => {
  const {tables} = await read(json, text);
  expect(tables.map(toColumns)).toEqual([{a: ["BIGINT", [1, 2]], b: ["VARCHAR", ["x", null]]}]);
});

test("json reads columns within an envelope, and one thing with two short lists as one thing", async () => {
  const hours = {time: ["00:00", "01:00", "02:00", "03:00", "04:00"], rain: [0, 0, 0.5, 0, 1]};
  expect(await columnsOf(JSON.stringify({latitude: 52.5, hourly: hours}))).toEqual({
    time: ["VARCHAR", hours.time],
    rain: ["DOUBLE", hours.rain]
  });
  expect(await columnsOf('{"id": 1, "user": {"tags": ["a", "b"], "roles": ["c", "d"]}}')).toEqual({
    id: ["BIGINT", [1]],
    user: ['STRUCT("tags" VARCHAR[], "roles" VARCHAR[])', [{tags: ["a", "b"], roles: ["c", "d"]}]]
  });
});

test("json does not take pairs of texts for a header and rows", async () => {
  expect(await columnsOf('[["ann", "bob"], ["bob", "cid"]]')).toEqual({
    value: [
      "VARCHAR[]",
      [
        ["ann", "bob"],
        ["bob", "cid"]
      ]
    ]
  });
});

test("json reads rows without names by their place, where their columns are of different kinds", async () => {
  expect(await columnsOf('[[1, "a"], [2, "b"]]')).toEqual({
    column0: ["BIGINT", [1, 2]],
    column1: ["VARCHAR", ["a", "b"]]
  });
});

test("json reads GeoJSON features with their properties as columns, and their geometry", async () => {
  const point = {type: "Point", coordinates: [13.4, 52.5]};
  const line = {
    type: "LineString",
    coordinates: [
      [0, 0],
      [1, 1]
    ]
  };
  const collect = (...geometries: object[]): string =>
    JSON.stringify({
      type: "FeatureCollection",
      features: geometries.map((geometry, i) => ({
        type: "Feature",
        id: i,
        properties: {name: `n${i}`},
        geometry
      }))
    });
  expect(await columnsOf(collect(point, point))).toEqual({
    id: ["BIGINT", [0, 1]],
    name: ["VARCHAR", ["n0", "n1"]],
    geometry: ['STRUCT("type" VARCHAR, "coordinates" DOUBLE[])', [point, point]]
  });
  expect((await columnsOf(collect(point, line)))["geometry"]).toEqual([
    "VARCHAR",
    [JSON.stringify(point), JSON.stringify(line)]
  ]);
});

test("json reads an object of objects alike as rows, and calls their key so that it hides none of theirs", async () => {
  const columns = await columnsOf('{"x": {"key": 1}, "y": {"key": 2}, "z": {"key": 3}}');
  expect(columns).toEqual({_key: ["VARCHAR", ["x", "y", "z"]], key: ["BIGINT", [1, 2, 3]]});
});

test("json reads the encoding that it is told", async () => {
  const {tables, details} = await Promise.resolve(
    json.read!(Buffer.from('[{"a":"\xe9"}]', "latin1"), {
      path: "a.json",
      parse: {encoding: "windows-1251"}
    })
  );
  expect(toColumns(tables[0])).toEqual({a: ["VARCHAR", ["й"]]});
  expect(details).toEqual({encoding: "windows-1251"});
  const unknown = await Promise.resolve(
    json.read!(new Uint8Array(0), {path: "a.json", parse: {encoding: "klingon"}})
  );
  expect(unknown.problems[0]!.what).toBe("encoding not known: klingon");
});

test("json finds the records under a key, and keeps what stands beside them as details", async () => {
  const {tables, details} = await read(json, '{"count": 2, "items": [{"a": 1}, {"a": 2}]}');
  expect(tables.map(({name}) => name)).toEqual([""]);
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 2]]});
  expect(details).toMatchObject({about: {count: 2}});
});

test("json makes a table of each list of records, by its key", async () => {
  const {tables} = await read(json, '{"nodes": [{"id": 1}], "links": [{"from": 1, "to": 2}]}');
  expect(tables.map(({name}) => name)).toEqual(["nodes", "links"]);
});

test("json names what is too long to be a detail, and leaves nothing out silently", async () => {
  const {problems} = await read(
    json,
    JSON.stringify({rows: [{a: 1}], matrix: new Array(2000).fill(1)})
  );
  expect(problems).toEqual([
    {file: "a.json", where: "matrix", what: "left out: no list of records"}
  ]);
});

test("json reads an object of objects alike as rows with their key", async () => {
  expect(await columnsOf('{"x1": {"name": "Ada", "age": 36}, "x2": {"name": "Bob"}}')).toEqual({
    key: ["VARCHAR", ["x1", "x2"]],
    name: ["VARCHAR", ["Ada", "Bob"]],
    age: ["BIGINT", [36, null]]
  });
});

test.each([
  ["[1, 2]", {value: ["BIGINT", [1, 2]]}],
  ['"x"', {value: ["VARCHAR", ["x"]]}],
  ['{"a": 1, "b": {"c": 2}}', {a: ["BIGINT", [1]], b: ['STRUCT("c" BIGINT)', [{c: 2}]]}],
  ["[]", {value: ["VARCHAR", []]}],
  ["{}", {value: ["VARCHAR", ["{}"]]}],
  ["[{}, {}]", {value: ["VARCHAR", ["{}", "{}"]]}],
  ["[null]", {value: ["VARCHAR", [null]]}]
])("json reads %s as a table", async (text, columns) => {
  expect(await columnsOf(text)).toEqual(columns);
});

test("json gives every column a name that SQL can write, none twice", async () => {
  const {tables} = await read(
    json,
    '[{"": 1, "a": 2, "A": 3, "a\\u0000": 4, "__proto__": 5, "constructor": 6}]'
  );
  expect(tables[0]!.columns.map(({name, values}) => [name, values[0]])).toEqual([
    ["column0", 1],
    ["a", 2],
    ["A_1", 3],
    ["a_2", 4],
    ["__proto__", 5],
    ["constructor", 6]
  ]);
});

test.each([
  ['{\n  "a": 1oops\n}', "line 2, column 8", 'no JSON: a value expected, got "1oops\\n}"'],
  ["[1, 2", "line 1, column 6", 'no JSON: the text ends where "," or "]" must come'],
  ["[1,]", "line 1, column 4", 'no JSON: a value expected, got "]"'],
  ['{"a" 1}', "line 1, column 6", 'no JSON: ":" expected, got "1}"'],
  ["{'a': 1}", "line 1, column 2", "no JSON: a name in double quotes expected, got \"'a': 1}\""],
  [
    '["a\nb"]',
    "line 1, column 4",
    'no JSON: an escape instead of a control character expected, got "\\nb\\"]"'
  ],
  ['["\\x"]', "line 1, column 4", 'no JSON: an escape that JSON knows expected, got "x\\"]"'],
  ["[01]", "line 1, column 2", 'no JSON: a value expected, got "01]"'],
  ["[1] 2", "line 1, column 5", 'no JSON: the end expected, got "2"'],
  ["NaN", "line 1, column 1", 'no JSON: a value expected, got "NaN"'],
  ["", "line 1, column 1", "no JSON: the text ends where a value must come"],
  ["[01234567890123456789]", "line 1, column 2", 'no JSON: a value expected, got "012345678901"']
])("json refuses %j with line and column", async (text, where, what) => {
  expect(await read(json, text)).toEqual({tables: [], problems: [{file: "a.json", where, what}]});
});

test("json reads what is nested deeper than a table may be as JSON text, and what is nested without end not at all", async () => {
  const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  const {tables} = await read(json, `[{"a": ${deep(40)}}]`);
  expect(tables).toHaveLength(1);
  const {tables: none, problems} = await read(json, deep(200_000));
  expect([none.length, problems.length]).not.toEqual([0, 0]);
});

test("json reads UTF-16 and Latin-1, and says so", async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('[{"a":"é"}]', "utf16le")]);
  expect(toColumns((await read(json, utf16)).tables[0])).toEqual({a: ["VARCHAR", ["é"]]});
  const {tables, details} = await read(json, Buffer.from('[{"a":"é"}]', "latin1"));
  expect(toColumns(tables[0])).toEqual({a: ["VARCHAR", ["é"]]});
  expect(details).toEqual({encoding: "latin-1"});
});
