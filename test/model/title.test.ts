import {expect, test} from "vitest";
import {toEntryType} from "../../src/model/entry-type.ts";
import {findTemplateFields, toTitle} from "../../src/model/title.ts";

const TYPE = toEntryType({name: "freezer_box", titleField: "name"});

test.each<[fields: Record<string, unknown>, title: string]>([
  [{name: "Box 1"}, "Box 1"],
  [{name: " a\n b\u00a0 c "}, "a b c"],
  [{name: 7}, "7"],
  [{name: false}, "false"],
  [{name: ["a", 1]}, '["a",1]'],
  [{name: null, note: " ", where: "shelf"}, "shelf"],
  [{}, "Untitled freezer box"],
  [{constructor: "x"}, "x"],
  [{name: "<b>&amp;"}, "<b>&amp;"]
])("toTitle(%j) is %j", (fields, title) => {
  expect(toTitle(fields, TYPE)).toBe(title);
});

test("toTitle(fields) of an endless text ends in time", () => {
  const title = toTitle({name: "x".repeat(10_000_000)}, TYPE);
  expect(title).toHaveLength(300);
  expect(title.endsWith("…")).toBe(true);
});

test("toTitle(fields) looks for no field that every object has", () => {
  expect(toTitle({}, {...TYPE, titleField: "constructor"})).toBe("Untitled freezer box");
});

test.each<[template: string, fields: Record<string, unknown>, title: string]>([
  ["{maker} {model}", {maker: "Acme", model: "X1"}, "Acme X1"],
  ["{maker} {model}", {maker: "Acme"}, "Acme"],
  ["{maker} {model}", {model: "X1"}, "X1"],
  ["{maker}, {model} – {year}", {maker: "Acme", year: 1999}, "Acme, 1999"],
  ["{maker} {model} ({year})", {maker: "Acme", year: 1999}, "Acme (1999)"],
  ["{maker} ({year}) {model}", {maker: "Acme", model: "X1"}, "Acme X1"],
  ["{maker} ({year})", {maker: "Acme"}, "Acme"],
  ["{name} [{count} pieces], {place}", {name: "Nails", place: "Shed"}, "Nails, Shed"],
  ["No. {number}: {name}", {name: "Nails"}, "Nails"],
  ["No. {number}: {name}", {number: 7}, "No. 7"],
  ["{number} kg", {number: 7}, "7 kg"],
  ["{ name }", {name: " a\n b "}, "a b"],
  ["{maker} {model}", {name: "Own", maker: " "}, "Own"],
  ["{constructor}", {name: "Own"}, "Own"],
  ["{name}", {name: "<img onerror=x> {name}"}, "<img onerror=x> {name}"]
])("toTitle(fields) by the template %j of %j is %j", (titleTemplate, fields, title) => {
  expect(toTitle(fields, {...TYPE, titleTemplate})).toBe(title);
});

test("findTemplateFields(template) names the fields in order", () => {
  expect(findTemplateFields("{b} – { a }{c d}")).toEqual(["b", "a", "c d"]);
  expect(findTemplateFields("none {} }{")).toEqual([]);
});
