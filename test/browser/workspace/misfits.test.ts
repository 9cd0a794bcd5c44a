import {describe, expect, test} from "vitest";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {EntryType} from "../../../src/model/entry-type.ts";
import type {Store} from "../../../src/store/store.ts";
import {fixMisfits, previewFix} from "../../../src/workspace/types/fix-misfits.ts";
import {findDrift} from "../../../src/workspace/types/infer-from-entries.ts";
import {findMisfits, isHarmless} from "../../../src/workspace/types/misfits.ts";
import {freshStore} from "../store/fresh-store.ts";

const THING: EntryType = toEntryType({
  name: "thing",
  schema: {
    type: "object",
    properties: {name: {type: "string"}, size: {type: "string"}, state: {type: "string"}}
  }
});
const TOOL: EntryType = toEntryType({
  name: "tool",
  extends: "thing",
  schema: {type: "object", properties: {watt: {type: "integer"}}}
});

const SIZED: EntryType = {
  ...THING,
  schema: {
    ...THING.schema,
    properties: {...THING.schema.properties, size: {type: "number"}}
  }
};

async function openThings(): Promise<{store: Store; ids: string[]}> {
  const store = await freshStore(THING, TOOL);
  const {ids} = await store.entries.addAll([
    {type: "thing", fields: {name: "a", size: "12"}},
    {type: "thing", fields: {name: "b", size: "big", colour: "red"}},
    {type: "tool", fields: {name: "c", size: "7", watt: 5}},
    {type: "thing", fields: {name: "d"}}
  ]);
  return {store, ids};
}

describe("findMisfits(store, type, options)", () => {
  test("tells what a change would make unfit, in the types below too, from what never fitted", async () => {
    const {store, ids} = await openThings();
    const report = await findMisfits(store, SIZED, {former: THING});
    expect(report.entries).toBe(4);
    expect(report.fields).toEqual([
      {
        field: "size",
        ids: ids.slice(0, 3),
        newCount: 3,
        reasons: [{what: "must be a number", count: 3}],
        samples: ["12", "big", "7"]
      },
      {
        field: "colour",
        ids: [ids[1]],
        newCount: 0,
        reasons: [{what: "is not a field of the type", count: 1}],
        samples: ["red"]
      }
    ]);
    expect((await findMisfits(store, THING)).fields.map(({field}) => field)).toEqual(["colour"]);
  });

  test("sees values under the names that fields will have", async () => {
    const {store, ids} = await openThings();
    const {size, ...rest} = THING.schema.properties;
    const schema = {...THING.schema, properties: {...rest, extent: size!}};
    const renames = new Map([["size", "extent"]]);
    const report = await findMisfits(store, {...THING, schema}, {former: THING, renames});
    expect(report.renamed).toEqual(ids.slice(0, 3));
    expect(report.fields.map(({field, newCount}) => [field, newCount])).toEqual([["colour", 0]]);
  });

  test("can be stopped, and tells how far it is", async () => {
    const {store} = await openThings();
    const stop = new AbortController();
    const told: number[] = [];
    await findMisfits(store, THING, {onProgress: (done) => told.push(done)});
    expect(told).toEqual([4]);
    stop.abort();
    await expect(findMisfits(store, THING, {signal: stop.signal})).rejects.toThrow();
  });

  test("isHarmless(before, after) is true of words and order only", () => {
    const {name, ...rest} = THING.schema.properties;
    const worded = {...THING.schema, properties: {...rest, name: {...name, title: "N"}}};
    expect(isHarmless(THING, {...THING, label: "T", schema: worded})).toBe(true);
    expect(isHarmless(THING, SIZED)).toBe(false);
    expect(isHarmless(THING, {...THING, extends: "tool"})).toBe(false);
  });
});

describe("fixMisfits(store, fix)", () => {
  test("does what previewFix said, in one write that undo takes back", async () => {
    const {store, ids} = await openThings();
    await store.types.put(SIZED);
    const fix = {type: "thing", field: "size", ids: ids.slice(0, 3), fix: {kind: "read"}} as const;
    const preview = await previewFix(store, fix);
    expect(preview).toMatchObject({changed: 2, still: 1});
    expect(preview.examples.map(({before, after, problem}) => [before, after, problem])).toEqual([
      ["12", 12, undefined],
      ["big", "big", "must be a number"],
      ["7", 7, undefined]
    ]);
    const sizes = async (): Promise<unknown[]> =>
      (await store.entries.getAll(ids)).map(({fields}) => fields.size);
    const {changed, group} = await fixMisfits(store, fix, {what: "Sizes"});
    expect(changed).toBe(2);
    expect(await sizes()).toEqual([12, "big", 7, undefined]);
    await store.history.undo(group!);
    expect(await sizes()).toEqual(["12", "big", "7", undefined]);
  });
});

test("findDrift(store, type) tells where entries and type have drifted apart, and what would join them", async () => {
  const {store} = await openThings();
  const type: EntryType = {
    ...SIZED,
    schema: {...SIZED.schema, required: ["size"]}
  };
  expect(await findDrift(store, type)).toEqual({
    entries: 4,
    drifts: [
      {kind: "extra", field: "colour", count: 1, schema: {type: "string"}},
      {kind: "always", field: "name", count: 4},
      {kind: "unfit", field: "size", count: 3, schema: {type: "string"}},
      {kind: "missing", field: "size", count: 1},
      {kind: "unused", field: "state", count: 4}
    ]
  });
});
