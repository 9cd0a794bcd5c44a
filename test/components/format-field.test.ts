import {expect, test} from "vitest";
import {formatField} from "../../components/format-field.ts";
import type {FieldSchema} from "../../src/index.ts";

test("formatField(value, schema) reads each kind as people do", () => {
  const group = {properties: {size_cm: {type: "number"}, at: {title: "Where"}}} as const;
  const file = {name: "a.pdf", sha256: "0".repeat(64), size: 1, type: ""};
  const cases: [unknown, FieldSchema, string][] = [
    [null, {}, ""],
    [true, {}, "yes"],
    [2024, {type: "integer"}, "2024"],
    [1204.5, {"x-lakebook": {kind: "money", currency: "EUR"}}, "EUR 1,204.50"],
    ["PT1H30M", {"x-lakebook": {kind: "span"}}, "1 h 30 min"],
    ["soon", {"x-lakebook": {kind: "span"}}, "soon"],
    [["PT1H", "PT2H"], {items: {"x-lakebook": {kind: "span"}}}, "1 h, 2 h"],
    [{latitude: 1.5, longitude: 2}, {"x-lakebook": {kind: "place"}}, "1.5, 2"],
    [
      {latitude: 1.5, longitude: 2, label: "Here"},
      {"x-lakebook": {kind: "place"}},
      "Here (1.5, 2)"
    ],
    ["nowhere", {"x-lakebook": {kind: "place"}}, "nowhere"],
    [file, {"x-lakebook": {kind: "file"}}, "a.pdf"],
    [[file], {items: {"x-lakebook": {kind: "image"}}}, "a.pdf"],
    [[{size_cm: 3, at: "left"}], {items: group}, "Size cm: 3, Where: left"],
    [{a: [1]}, {}, '{"a":[1]}']
  ];
  for (const [value, schema, text] of cases) expect(formatField(value, schema)).toBe(text);
});
