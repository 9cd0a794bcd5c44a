import {expect, test} from "vitest";
import {moveStep, putStep, removeStep, switchStep} from "../../components/recipe-edit.ts";
import {findJsonPath} from "../../components/recipe-path.ts";
import {parseJson} from "../../components/recipe-text.ts";
import type {Step} from "../../src/index.ts";

const filter = (expression: string): Step => ({kind: "filter", expression});
const STEPS = ["a", "b", "c"].map(filter);
const expressions = (steps: readonly Step[] | undefined): string =>
  steps?.map((step) => (step.kind === "filter" ? step.expression : "")).join("") ?? "none";

test("moveStep(steps, from, to) moves both ways, and refuses a place that is not there", () => {
  expect(expressions(moveStep(STEPS, 0, 2))).toBe("bca");
  expect(expressions(moveStep(STEPS, 2, 0))).toBe("cab");
  expect(moveStep(STEPS, 0, 3)).toBeUndefined();
  expect(moveStep(STEPS, 0, -1)).toBeUndefined();
  expect(moveStep(STEPS, 1, 1)).toBeUndefined();
});

test("putStep(steps, index, step) changes one, or adds it behind the last", () => {
  expect(expressions(putStep(STEPS, 1, filter("x")))).toBe("axc");
  expect(expressions(putStep(STEPS, 3, filter("x")))).toBe("abcx");
  expect(expressions(removeStep(STEPS, 1))).toBe("ac");
});

test("switchStep(step, isOff) leaves no trace when it is on again", () => {
  const step = filter("a");
  expect(switchStep(step, true)).toEqual({...step, off: true});
  expect(switchStep(switchStep(step, true), false)).toEqual(step);
});

test("parseJson(text) says line and column of what is wrong", () => {
  expect(parseJson('{"a": [1]}')).toEqual({value: {a: [1]}});
  const read = parseJson('{\n  "a": 1,\n}');
  expect("problem" in read && read.problem).toMatchObject({
    offset: 12,
    what: expect.stringMatching(/^not JSON: .*\(line 3, column 1\)$/) as unknown
  });
  const cut = parseJson('{"a": ');
  expect("problem" in cut && cut.problem.offset).toBe(6);
});

test.each([
  ["steps[1].columns", '["x"]'],
  ["steps[0]", '{"kind": "a \\" ]}"}'],
  ["name", '"n"'],
  ["match.path", "null"]
])("findJsonPath(text, %s) is where the value begins", (path, value) => {
  const text = `{"steps": [ {"kind": "a \\" ]}"}, {"kind": [], "columns":\n["x"]}],\n "match": {"path": null}, "name" : "n"}`;
  const at = findJsonPath(text, path)!;
  expect(text.slice(at, at + value.length)).toBe(value);
});

test("findJsonPath(text, path) is undefined where there is no such value", () => {
  expect(findJsonPath('{"a": [1]}', "a[1]")).toBeUndefined();
  expect(findJsonPath('{"a": [1]}', "b")).toBeUndefined();
  expect(findJsonPath("[]", "a")).toBeUndefined();
});
