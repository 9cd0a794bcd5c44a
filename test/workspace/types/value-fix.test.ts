import {describe, expect, test} from "vitest";
import type {ObjectSchema} from "../../../src/model/schema.ts";
import {inferValues, loosen, tighten} from "../../../src/workspace/types/field-values.ts";
import type {ValueFix} from "../../../src/workspace/types/value-fix.ts";
import {fixValue, moveValues} from "../../../src/workspace/types/value-fix.ts";

const SCHEMA: ObjectSchema = {
  type: "object",
  properties: {
    size: {type: "number", "x-lakebook": {unit: "kg"}},
    bought: {type: "string", format: "date"},
    state: {type: "string", enum: ["open", "closed"]},
    parts: {type: "array", items: {type: "string"}},
    note: {type: "string"}
  }
};

function fix(field: string, value: unknown, how: ValueFix): unknown {
  return fixValue({[field]: value}, field, how, SCHEMA)[field];
}

describe("fixValue(fields, field, fix, schema)", () => {
  test("reads texts as what the field holds, and leaves what it cannot read", () => {
    const read = {kind: "read"} as const;
    expect(fix("size", "1,204.5 kg", read)).toBe(1204.5);
    expect(fix("size", "heavy", read)).toBe("heavy");
    expect(fix("bought", "29.2.2024", read)).toBe("2024-02-29");
    expect(fix("state", "Open", read)).toBe("open");
    expect(fix("parts", "a; b", read)).toEqual(["a", "b"]);
    expect(fixValue({note: "n"}, "size", read, SCHEMA)).toEqual({note: "n"});
  });

  test("reads days with slashes in the order that is given, if the calendar has them", () => {
    expect(fix("bought", "3/4/2024", {kind: "day-first"})).toBe("2024-04-03");
    expect(fix("bought", "3/4/2024", {kind: "month-first"})).toBe("2024-03-04");
    expect(fix("bought", "30/2/2024", {kind: "day-first"})).toBe("30/2/2024");
  });

  test("makes texts and lists, and trims", () => {
    expect(fix("note", 12, {kind: "text"})).toBe("12");
    expect(fix("note", ["a", 1], {kind: "text"})).toBe("a, 1");
    expect(fix("parts", "a | b,c", {kind: "list"})).toEqual(["a", "b", "c"]);
    expect(fix("note", "  a   b\n c ", {kind: "trim"})).toBe("a b\n c");
  });

  test("sets, maps, moves and removes; what another field has is never written over", () => {
    expect(fix("size", "x", {kind: "set", value: 3})).toBe(3);
    const values = new Map<string, unknown>([['"done"', "closed"]]);
    expect(fix("state", "done", {kind: "map", values})).toBe("closed");
    expect(fix("state", "other", {kind: "map", values})).toBe("other");
    const move = {kind: "move", to: "note"} as const;
    expect(fixValue({size: "x", state: "open"}, "size", move, SCHEMA)).toEqual({
      note: "x",
      state: "open"
    });
    const full = {size: "x", note: "n"};
    expect(fixValue(full, "size", move, SCHEMA)).toBe(full);
    expect(fixValue(full, "size", {kind: "remove"}, SCHEMA)).toEqual({note: "n"});
  });
});

test("moveValues(fields, renames) gives fields that have none of the names back as they are", () => {
  const renames = new Map([["a", "b"]]);
  const fields = {c: 1};
  expect(moveValues(fields, renames)).toBe(fields);
  expect(moveValues({a: null, c: 1}, renames)).toEqual({b: null, c: 1});
});

describe("schemas of values", () => {
  test("loosen(schema, values) changes no more than it must", () => {
    const choice = {type: "string", title: "T", enum: ["a"]} as const;
    expect(loosen(choice, ["a", "b"])).toEqual({...choice, enum: ["a", "b"]});
    const limited = {type: "number", minimum: 2, maximum: 5, "x-lakebook": {unit: "kg"}} as const;
    expect(loosen(limited, [1, 3])).toEqual({...limited, minimum: 1});
    const day = {type: "string", format: "date", description: "D"} as const;
    expect(loosen(day, ["soon"])).toEqual({type: "string", description: "D"});
    const grouped = {type: "number", "x-lakebook": {kind: "money", group: "G"}} as const;
    expect(loosen(grouped, [1, "x"])).toEqual({"x-lakebook": {group: "G"}});
  });

  test("tighten(schema, values) proposes only what all values fit", () => {
    expect(tighten({type: "string"}, ["2024-01-01", "2024-01-02"])).toEqual({
      type: "string",
      format: "date"
    });
    expect(tighten({type: "number"}, [1, 2])).toEqual({type: "integer"});
    expect(tighten({type: "number"}, [1, 2.5])).toBeUndefined();
    expect(tighten({type: "string", format: "email"}, ["a@b.org"])).toBeUndefined();
    expect(inferValues([1, "a"])).toEqual({});
  });
});
