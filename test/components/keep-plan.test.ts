import {expect, test} from "vitest";
import type {KeepPlan} from "../../components/keep-plan.ts";
import {toAddedFields, toKeepPlan, toKeepRequest, toNames} from "../../components/keep-plan.ts";
import {toEntryType} from "../../src/index.ts";

const INFERRED = toEntryType({
  name: "row",
  label: "Box",
  plural: "Boxes",
  schema: {
    type: "object",
    properties: {code: {type: "string"}, n: {type: "integer"}},
    required: ["code"]
  },
  titleField: "code",
  keyField: "code"
});

function change(plan: KeepPlan, column: string, changes: object): KeepPlan {
  const columns = plan.columns.map((one) => (one.column === column ? {...one, ...changes} : one));
  return {...plan, columns};
}

test("toNames(table) names one and many after the table", () => {
  expect(toNames("freezer_boxes")).toEqual({
    name: "freezer_box",
    label: "Freezer box",
    plural: "Freezer boxes"
  });
  expect(toNames(undefined)).toEqual({name: "", label: "", plural: ""});
});

test("toKeepRequest(plan, taken) makes a type of the columns that are included, under their new names", () => {
  const plan = change(change(toKeepPlan(INFERRED, undefined), "code", {field: "label"}), "n", {
    isIncluded: false
  });
  const {type, columns} = toKeepRequest(plan, new Set(["box"]));
  expect(columns).toEqual({code: "label", n: null});
  expect(type).toMatchObject({
    name: "box_2",
    label: "Box",
    titleField: "label",
    keyField: "label",
    schema: {properties: {label: {type: "string"}}, required: ["label"]}
  });
});

test("toKeepRequest(plan, taken) gives up a key whose column is left out, and takes another title", () => {
  const plan = change(toKeepPlan(INFERRED, undefined), "code", {isIncluded: false});
  expect(toKeepRequest(plan, new Set()).type).toMatchObject({titleField: "n", keyField: null});
});

test("toKeepRequest(plan, taken) keeps a type that is there as it is; toAddedFields(plan) says what it will get", () => {
  const type = toEntryType({name: "box", schema: {type: "object", properties: {code: {}}}});
  const plan = toKeepPlan(INFERRED, type);
  expect(toKeepRequest(plan, new Set(["box"])).type).toBe(type);
  expect(toAddedFields(plan)).toEqual(["n"]);
});

test("toKeepRequest(plan, taken) says what is missing", () => {
  const plan = toKeepPlan(INFERRED, undefined);
  expect(() => toKeepRequest({...plan, label: ""}, new Set())).toThrow("name is missing");
  expect(() => toKeepRequest({...plan, columns: []}, new Set())).toThrow("columns are missing");
  expect(() => toKeepRequest(change(plan, "n", {field: " "}), new Set())).toThrow("column n");
});
