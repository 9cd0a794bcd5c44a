import {describe, expect, test} from "vitest";
import {createField} from "../../components/field-draft.ts";
import {NEW_KIND, NO_GRID, fromKindDraft, toKindDraft} from "../../components/kind-draft.ts";
import {describeCardinality} from "../../components/kind-words.ts";
import type {EdgeKind} from "../../src/index.ts";
import {toEdgeKind} from "../../src/index.ts";

const FULL: EdgeKind = toEdgeKind({
  name: "stored_in",
  label: "stored in",
  inverse: "holds",
  fromTypes: ["item"],
  toTypes: ["place", "row"],
  cardinality: "many-to-one",
  schema: {
    type: "object",
    required: ["since"],
    properties: {
      since: {type: "string", format: "date"},
      position: {type: "string", pattern: "^[A-Z]\\d+$"}
    }
  },
  acyclic: true,
  grid: {positionField: "position", rowsField: "rows", columnsField: "columns"},
  capacityField: "capacity"
});

describe("fromKindDraft(draft, taken)", () => {
  test("gives back the kind that a draft was made of, all of it", () => {
    expect(fromKindDraft(toKindDraft(FULL), new Set())).toEqual(FULL);
    const simple = toEdgeKind({name: "knows", label: "knows", symmetric: true});
    expect(fromKindDraft(toKindDraft(simple), new Set())).toEqual(simple);
  });

  test("names a new kind by its label, and nothing twice", () => {
    const draft = {...NEW_KIND, label: " Stored in "};
    expect(fromKindDraft(draft, new Set(["stored_in"])).name).not.toBe("stored_in");
    expect(fromKindDraft(draft, new Set())).toEqual(
      toEdgeKind({name: "stored_in", label: "Stored in"})
    );
  });

  test("makes the field of the position where a grid has none", () => {
    const grid = {...NO_GRID, rowsField: "rows", columnsField: "columns"};
    const fields = [createField({name: "since", label: "Since", kind: "date"})];
    const kind = fromKindDraft({...NEW_KIND, label: "in", grid, fields}, new Set());
    expect(Object.keys(kind.schema!.properties)).toEqual(["position", "since"]);
    expect(kind.grid?.positionField).toBe("position");
  });

  test("says what is missing", () => {
    expect(() => fromKindDraft(NEW_KIND, new Set())).toThrow("name is missing");
    expect(() => fromKindDraft({...NEW_KIND, label: "in", grid: NO_GRID}, new Set())).toThrow(
      "size of the grid is missing"
    );
  });
});

test("describeCardinality(cardinality, words) says it with what stands at the ends", () => {
  const words = {
    label: "stored in",
    inverse: "holds",
    from: ["item", "items"],
    to: ["place", "places"]
  } as const;
  expect(describeCardinality("many-to-one", words)).toBe(
    "An item is stored in one place; a place holds any number of items."
  );
  expect(describeCardinality("one-to-many", words)).toBe(
    "An item is stored in any number of places; a place holds one item."
  );
  expect(describeCardinality("one-to-one", {...words, label: "belongs to"})).toBe(
    "An item belongs to one place; a place holds one item."
  );
});
