import {expect, test} from "vitest";
import type {FieldHints, FieldSchema, HintedKind, ObjectSchema} from "../../src/model/schema.ts";
import {toFields} from "../../src/workspace/to-fields.ts";
import {findProblems} from "../../src/workspace/validate.ts";

function schemaOf(properties: Record<string, FieldSchema>, required: string[] = []): ObjectSchema {
  return {type: "object", properties, required};
}

test.each<[schema: FieldSchema, value: unknown, what: string]>([
  [{type: "number"}, "x", "must be a number"],
  [{type: "integer"}, 1.5, "must be a whole number"],
  [{type: "boolean"}, "maybe", "must be yes or no"],
  [{type: "string"}, 3, "must be text"],
  [{type: "array", items: {type: "string"}}, "x", "must be a list"],
  [{type: "object"}, "x", "must be a group of fields"],
  [{type: "string", format: "date"}, "31.12.2024", "must be a date (year-month-day)"],
  [{type: "string", format: "date"}, "2023-02-29", "must be a date (year-month-day)"],
  [{type: "string", format: "date-time"}, "2024-01-01", "must be a date with its time"],
  [{type: "string", format: "email"}, "a@", "must be an e-mail address"],
  [{type: "string", format: "uri"}, "a b", "must be an address with its scheme, such as https://…"],
  [{enum: ["a", "b"]}, "c", "must be one of: a, b"],
  [{type: "number", minimum: 1}, 0, "must be at least 1"],
  [{type: "number", maximum: 1}, 2, "must be at most 1"],
  [{type: "string", minLength: 2}, "a", "must have at least 2 characters"],
  [{type: "string", maxLength: 1}, "ab", "must have at most 1 character"],
  [{type: "string", pattern: "^a$"}, "b", "must fit the pattern ^a$"],
  [{type: ["string", "null"] as never}, 1, "must be text or empty"]
])("findProblems(schema, fields) says what is wrong: %j with %j", (schema, value, what) => {
  expect([...findProblems(schemaOf({f: schema}), {f: value})]).toEqual([["f", what]]);
});

test("findProblems(schema, fields) names what is missing; null is missing", () => {
  const schema = schemaOf({"a b": {type: "string"}, c: {type: "string"}}, ["a b", "c"]);
  expect([...findProblems(schema, {c: null})]).toEqual([
    ["a b", "is required"],
    ["c", "is required"]
  ]);
  expect([...findProblems(schema, {"a b": "", c: "x"})]).toEqual([]);
});

test("findProblems(schema, fields) gives the path inside groups and lists, and odd names as they are", () => {
  const schema = schemaOf({
    size: {type: "object", properties: {width: {type: "number"}}, required: ["height"]},
    list: {type: "array", items: {type: "integer"}},
    "a/b~c%": {type: "number"},
    中文: {type: "number"}
  });
  const fields = {size: {width: "x"}, list: [1, "two"], "a/b~c%": "x", 中文: "x"};
  expect(findProblems(schema, fields)).toEqual(
    new Map([
      ["size/height", "is required"],
      ["size/width", "must be a number"],
      ["list/1", "must be a whole number"],
      ["a/b~c%", "must be a number"],
      ["中文", "must be a number"]
    ])
  );
});

test("findProblems(schema, fields) lets pass what the schema does not name, and leaves the schema as it is", () => {
  const schema = Object.freeze(schemaOf({a: Object.freeze({type: "string" as const})}));
  const before = JSON.stringify(schema);
  expect(findProblems(schema, {a: "x", more: {deep: 1}}).size).toBe(0);
  expect(findProblems(schema, {a: "x"}).size).toBe(0);
  expect(JSON.stringify(schema)).toBe(before);
});

test("findProblems(schema, fields) of a schema that cannot be used says so", () => {
  const schema = schemaOf({a: {type: "string", pattern: "("}});
  expect([...findProblems(schema, {a: "x"})][0]?.[1]).toMatch(
    /^the schema of this type cannot be used: /
  );
});

test("toFields(schema, values) makes of text what the schema wants, and leaves what it is not", () => {
  const schema = schemaOf({
    n: {type: "number"},
    i: {type: "integer"},
    b: {type: "boolean"},
    list: {type: "array", items: {type: "number"}},
    group: {type: "object"},
    choice: {enum: [1, 2]},
    text: {type: "string"}
  });
  expect(
    toFields(schema, {
      n: " 1.5 ",
      i: "x",
      b: "No",
      list: "1, 2,, x",
      group: '{"a": 1}',
      choice: "2",
      text: " a ",
      more: "y"
    })
  ).toEqual({
    n: 1.5,
    i: "x",
    b: false,
    list: [1, 2, "x"],
    group: {a: 1},
    choice: 2,
    text: " a ",
    more: "y"
  });
  expect(
    toFields(schema, {n: "", text: "  ", list: "", b: "maybe", group: "{no", i: 3, choice: null})
  ).toEqual({
    b: "maybe",
    group: "{no",
    i: 3
  });
  expect(toFields(schema, {list: "a\nb, c"})).toEqual({list: ["a", "b, c"]});
  expect(toFields(schema, {list: "[1, [2]]", b: "yes"})).toEqual({list: [1, [2]], b: true});
});

test("findProblems(schema, fields) says what a value of each kind must be", () => {
  const hinted = (
    kind: HintedKind,
    schema: FieldSchema = {},
    hints: FieldHints = {}
  ): FieldSchema => ({
    ...schema,
    "x-lakebook": {...hints, kind}
  });
  const schema: ObjectSchema = {
    type: "object",
    properties: {
      price: hinted("money", {type: "number"}, {currency: "EUR"}),
      yen: hinted("money", {type: "number"}, {currency: "JPY"}),
      length: hinted("span", {type: "string", format: "duration"}),
      opens: hinted("clock", {type: "string"}),
      colour: hinted("colour", {type: "string"}),
      at: hinted("place", {type: "object"}),
      receipt: hinted("file", {type: "object"}),
      photos: {type: "array", items: hinted("image", {type: "object"})}
    }
  };
  const photo = {name: "a.png", sha256: "0".repeat(64), size: 3, type: "image/png"};
  const good = {
    price: 19.99,
    yen: 200,
    length: "PT1H30M",
    opens: "18:30",
    colour: "#4269d0",
    at: {latitude: 51.5, longitude: -0.12, label: "London"},
    receipt: photo,
    photos: [photo]
  };
  expect([...findProblems(schema, good)]).toEqual([]);
  const bad = {
    price: 19.999,
    yen: 1.5,
    length: "long",
    opens: "25:00",
    colour: "blue",
    at: {latitude: 95, longitude: 0},
    receipt: "a.pdf",
    photos: [photo, {name: "b.png"}]
  };
  expect(Object.fromEntries(findProblems(schema, bad))).toEqual({
    price: "must have at most 2 decimals",
    yen: "must have no decimals",
    length: "must be a span of time, such as 1h 30m or 1:30",
    opens: "must be a time of day, such as 18:30",
    colour: "must be a colour, such as #4269d0",
    at: "must be latitude and longitude, such as 51.5, -0.12 (at most 90 and 180 degrees)",
    receipt: "must be a file that is kept here",
    "photos/1": "must be an image that is kept here"
  });
});

test("findProblems(schema, fields) leaves alone what is not shown, references and computed fields", () => {
  const schema: ObjectSchema = {
    type: "object",
    required: ["kind", "fuel", "owner", "age"],
    properties: {
      kind: {enum: ["car", "bike"]},
      fuel: {type: "string", "x-lakebook": {when: {field: "kind", is: ["car"]}}},
      owner: {"x-lakebook": {kind: "reference", edge: {kind: "owned_by", direction: "out"}}},
      age: {"x-lakebook": {kind: "computed", sql: "1"}},
      wheel: {
        type: "object",
        required: ["size", "tubeless"],
        properties: {
          size: {type: "number"},
          tubeless: {type: "boolean", "x-lakebook": {when: {field: "size", is: [28]}}}
        }
      }
    }
  };
  expect([...findProblems(schema, {kind: "car"})]).toEqual([["fuel", "is required"]]);
  expect([...findProblems(schema, {kind: "bike", fuel: 7})]).toEqual([]);
  expect([...findProblems(schema, {kind: "bike", wheel: {size: 26}})]).toEqual([]);
  expect([...findProblems(schema, {kind: "bike", wheel: {size: 28, tubeless: null}})]).toEqual([
    ["wheel/tubeless", "is required"]
  ]);
});
