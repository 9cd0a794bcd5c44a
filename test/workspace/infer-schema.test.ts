import {expect, test} from "vitest";
import {inferSchema} from "../../src/workspace/infer-schema.ts";
import {toResult} from "./results.ts";

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

test("inferSchema(result) gives each column the schema that its type and values fit", () => {
  const at = new Date(0);
  const {schema} = inferSchema(
    toResult({
      "i INTEGER": [1, null],
      "big BIGINT": [1, 2n ** 60n],
      "d DECIMAL(9,2)": [1.5, 2],
      "b BOOLEAN": [true, false],
      "day DATE": [at, null],
      "at TIMESTAMP": [at, at],
      "tz TIMESTAMP WITH TIME ZONE": [at, at],
      "clock TIME": ["07:08:09", "07:08:10"],
      "blob BLOB": [Uint8Array.of(1), null],
      "tags VARCHAR[]": [["a"], []],
      "nested STRUCT(a INTEGER, b VARCHAR)[]": [[{a: 1, b: "x"}], [{a: null, b: "y"}]],
      "mail VARCHAR": ["a@b.org", "c@d.org"],
      "link VARCHAR": ["https://a.org", null],
      "when VARCHAR": ["2024-01-31", "2024-02-29"],
      "text VARCHAR": ["a", "b"]
    })
  );
  expect(schema.properties).toEqual({
    i: {type: "integer"},
    big: {type: "string", pattern: "^-?\\d+$"},
    d: {type: "number"},
    b: {type: "boolean"},
    day: {type: "string", format: "date"},
    at: {type: "string", format: "date-time"},
    tz: {type: "string", format: "date-time"},
    clock: {type: "string", pattern: "^\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$"},
    blob: {type: "string"},
    tags: {type: "array", items: {type: "string"}},
    nested: {
      type: "array",
      items: {type: "object", properties: {a: {type: "integer"}, b: {type: "string"}}}
    },
    mail: {type: "string", format: "email"},
    link: {type: "string", format: "uri"},
    when: {type: "string", format: "date"},
    text: {type: "string"}
  });
  expect(schema.required).toEqual([
    "big",
    "d",
    "b",
    "at",
    "tz",
    "clock",
    "tags",
    "nested",
    "mail",
    "when",
    "text"
  ]);
});

test("inferSchema(result) makes a choice of a text that repeats few short values", () => {
  const {schema} = inferSchema(
    toResult({
      "name VARCHAR": EIGHT.map((i) => `n${i}`),
      "state VARCHAR": EIGHT.map((i) => (i % 2 ? "open" : "done")),
      "few VARCHAR": ["a", "a", "b", null, null, null, null, null],
      "long VARCHAR": EIGHT.map((i) => (i % 2 ? "x" : "y").repeat(50))
    })
  );
  expect(schema.properties.state).toEqual({type: "string", enum: ["done", "open"]});
  expect(schema.properties.few).toEqual({type: "string"});
  expect(schema.properties.long).toEqual({type: "string"});
});

test.each<[columns: Record<string, unknown[]>, title: string, key: string | null]>([
  [{"id INTEGER": [1, 2], "name VARCHAR": ["a", "b"]}, "name", "id"],
  [
    {"note VARCHAR": ["x", "y"], "Book Title VARCHAR": ["a", "b"], "isbn VARCHAR": ["1", "2"]},
    "Book Title",
    "isbn"
  ],
  [{"customerId INTEGER": [1, 1], "fullName VARCHAR": ["a", "b"]}, "fullName", null],
  [{"uuid VARCHAR": ["u1", "u2"], "city VARCHAR": ["a", "b"]}, "city", "uuid"],
  [{"id INTEGER": [1, null], "n INTEGER": [1, 2]}, "id", null],
  [{"category VARCHAR": ["a", "a", "a"], "thing VARCHAR": ["x", "y", "z"]}, "thing", null],
  [{"name VARCHAR": [null, null, "a"], "what VARCHAR": ["x", "y", "z"]}, "what", null],
  [{"select VARCHAR": ["x", "y"], "serial_no VARCHAR": ["1", "2"]}, "select", "serial_no"],
  [{"中文 VARCHAR": ["x", "y"]}, "中文", null],
  [{"n INTEGER": [1, 2]}, "n", null]
])("inferSchema(result) guesses title and key of %j", (columns, title, key) => {
  const {titleField, keyField} = inferSchema(toResult(columns as never));
  expect([titleField, keyField]).toEqual([title, key]);
});

test("inferSchema(result) of no rows or no columns is a schema all the same", () => {
  expect(inferSchema(toResult({"a INTEGER": [], "b VARCHAR": []}))).toEqual({
    schema: {type: "object", properties: {a: {type: "integer"}, b: {type: "string"}}},
    titleField: "a",
    keyField: null
  });
  expect(inferSchema(toResult({}))).toMatchObject({
    schema: {properties: {}},
    titleField: "",
    keyField: null
  });
});

test("inferSchema(result, rows) looks at those rows only", () => {
  const result = toResult({"id INTEGER": [1, 1, 2], "x VARCHAR": ["a@b.org", "c", null]});
  expect(inferSchema(result, [0, 2])).toMatchObject({
    schema: {properties: {x: {format: "email"}}, required: ["id"]},
    keyField: "id"
  });
});

test("inferSchema(result) of a million rows looks at a sample and requires nothing that it has not seen", () => {
  const values = Array.from({length: 1_000_000}, (_, i) => i);
  const {schema, keyField} = inferSchema(
    toResult({"id INTEGER": values, "t VARCHAR": values.map(String)})
  );
  expect(schema.required).toBeUndefined();
  expect(keyField).toBe("id");
});
