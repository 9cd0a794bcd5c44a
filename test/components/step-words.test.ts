import {expect, test} from "vitest";
import {STEP_KINDS, findStepKind, getPart, setPart} from "../../components/step-kinds.ts";
import {describeStep} from "../../components/step-words.ts";
import type {Step} from "../../src/index.ts";

const COLUMNS = [
  {name: "name", type: "VARCHAR"},
  {name: "age", type: "BIGINT"}
];

test("STEP_KINDS: each kind begins with a step of its own, whose parts its fields name", () => {
  for (const {kind, create, fields} of STEP_KINDS) {
    const step = create(COLUMNS);
    expect(step.kind).toBe(kind);
    const required = fields.filter(({isOptional}) => !isOptional);
    expect(required.filter((field) => getPart(step, field) === undefined)).toEqual([]);
    expect(describeStep(step)).not.toMatch(/undefined/);
  }
});

test("setPart(step, field, value) leaves out what is empty and may be", () => {
  const [, , format] = findStepKind("retype").fields;
  const step: Step = {kind: "retype", column: "name", type: "DATE"};
  const told = setPart(step, format!, "%d.%m.%Y");
  expect(told).toEqual({...step, format: "%d.%m.%Y"});
  expect(setPart(told, format!, "")).toEqual(step);
});

test.each([
  [
    {kind: "split", column: "name", by: ", ", into: ["last", "first"]},
    "Split `name` at “, ” into `last`, `first`"
  ],
  [{kind: "rename", columns: {a: "b"}}, "Rename `a` to `b`"],
  [{kind: "drop", columns: ["a", "b", "c", "d", "e", "f"]}, "Remove `a`, `b`, `c`, `d` and 2 more"],
  [{kind: "fill", columns: ["a"], with: {value: "0"}}, "Fill gaps of `a` with “0”"],
  [{kind: "distinct", columns: [], keep: "last"}, "Keep the last of rows alike in all columns"],
  [{kind: "filter", expression: "a > 1"}, "Keep rows where `a > 1`"]
] satisfies [Step, string][])("describeStep(%j) is “%s”", (step, words) => {
  expect(describeStep(step)).toBe(words);
});
