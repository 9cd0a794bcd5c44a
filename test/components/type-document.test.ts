import {describe, expect, test} from "vitest";
import {toTypeTree} from "../../components/type-tree.ts";
import {mendDrift} from "../../components/type-drift.ts";
import {openTypeFile, toTypeText} from "../../components/type-document.ts";
import {fromTypeDraft, toTypeDraft} from "../../components/type-draft.ts";
import {toEntryType} from "../../src/index.ts";

const THING = toEntryType({
  name: "thing",
  help: "Anything.",
  schema: {
    type: "object",
    properties: {name: {type: "string"}, size: {type: "number", title: "Size"}},
    required: ["size"]
  }
});

describe("openTypeFile(file)", () => {
  const open = (text: string): Promise<unknown> => openTypeFile(new File([text], "t.json"));

  test("reads what toTypeText(type) wrote", async () => {
    expect(await open(toTypeText(THING))).toEqual(THING);
  });

  test("says what is wrong, and where", async () => {
    await expect(open("{")).rejects.toThrow(/^t\.json: not JSON/);
    await expect(open('{"schema": {}}')).rejects.toThrow("t.json: name: a type has a name");
    await expect(open('{"name": "a", "schema": {"type": "array"}}')).rejects.toThrow(
      'schema.type: must be "object"'
    );
    const bad = {name: "a", schema: {type: "object", properties: {b: {items: 3}}}};
    await expect(open(JSON.stringify(bad))).rejects.toThrow(
      "schema.properties.b.items: must be an object"
    );
  });
});

test("mendDrift(draft, drift) changes the field that drifted, and keeps what it is called", () => {
  const draft = toTypeDraft(THING);
  const mend = (drift: Parameters<typeof mendDrift>[1]): unknown =>
    fromTypeDraft(mendDrift(draft, drift), new Set()).schema;
  const {schema} = THING;
  const field = "size";
  expect(mend({kind: "missing", field, count: 1})).toEqual({...schema, required: []});
  expect(
    mend({kind: "unfit", field, count: 1, schema: {type: "string", title: "Size"}})
  ).toMatchObject({properties: {size: {type: "string", title: "Size"}}, required: ["size"]});
  expect(
    mend({kind: "extra", field: "hue", count: 1, schema: {enum: ["red", "blue"]}})
  ).toMatchObject({properties: {hue: {enum: ["red", "blue"]}}});
  expect(mend({kind: "unused", field, count: 1})).toEqual({
    type: "object",
    properties: {name: {type: "string"}},
    required: []
  });
});

test("toTypeTree(types) puts what extends behind what is extended, and leaves nothing out", () => {
  const types = [
    {...THING, name: "saw", extends: "tool"},
    THING,
    {...THING, name: "tool", extends: "thing"},
    {...THING, name: "lost", extends: "gone"},
    {...THING, name: "a", extends: "b"},
    {...THING, name: "b", extends: "a"}
  ];
  expect(toTypeTree(types).map(({type, depth}) => [type.name, depth])).toEqual([
    ["thing", 0],
    ["tool", 1],
    ["saw", 2],
    ["lost", 0],
    ["a", 0],
    ["b", 1]
  ]);
});
