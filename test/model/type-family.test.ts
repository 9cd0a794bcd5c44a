import {expect, test} from "vitest";
import type {EntryType} from "../../src/model/entry-type.ts";
import {toEntryType} from "../../src/model/entry-type.ts";
import {findFamily, findLineage, resolveType} from "../../src/model/type-family.ts";
import {findUniqueSets, toUniquePrefix, toUniqueText} from "../../src/model/unique.ts";

const INSTRUMENT = toEntryType({
  name: "instrument",
  abstract: true,
  titleTemplate: "{maker} {model}",
  keyField: "serial",
  unique: [["maker", "serial"]],
  schema: {
    type: "object",
    properties: {
      maker: {type: "string"},
      model: {type: "string"},
      serial: {type: "string"},
      mac: {type: "string", "x-lakebook": {unique: true}}
    },
    required: ["serial"]
  }
});
const COMPUTER = toEntryType({
  name: "computer",
  extends: "instrument",
  unique: [["host"]],
  schema: {
    type: "object",
    properties: {host: {type: "string"}, model: {type: "string", title: "Model number"}},
    required: ["host"]
  }
});
const LAPTOP = toEntryType({name: "laptop", extends: "computer", titleField: "host"});

function typesOf(...types: EntryType[]): Map<string, EntryType> {
  return new Map(types.map((type) => [type.name, type]));
}
const TYPES = typesOf(LAPTOP, COMPUTER, INSTRUMENT);

test("resolveType(type, types) has the fields of what it extends first, and its own word on them", () => {
  const {schema, keyField, unique, titleField, titleTemplate, abstract, name} = resolveType(
    COMPUTER,
    TYPES
  );
  expect(Object.keys(schema.properties)).toEqual(["maker", "model", "serial", "mac", "host"]);
  expect(schema.properties.model).toMatchObject({title: "Model number"});
  expect(schema.required).toEqual(["serial", "host"]);
  expect({name, keyField, unique, titleField, titleTemplate}).toEqual({
    name: "computer",
    keyField: "serial",
    unique: [["maker", "serial"], ["host"]],
    titleField: "maker",
    titleTemplate: "{maker} {model}"
  });
  expect(abstract).toBeUndefined();
});

test("resolveType(type, types) with a title field of its own leaves the parent's template", () => {
  expect(resolveType(LAPTOP, TYPES)).toMatchObject({titleField: "host", keyField: "serial"});
  expect(resolveType(LAPTOP, TYPES)).not.toHaveProperty("titleTemplate");
  expect(
    resolveType({...LAPTOP, titleTemplate: "{host}: {model}", titleField: ""}, TYPES)
  ).toMatchObject({titleField: "maker", titleTemplate: "{host}: {model}"});
});

test("resolveType(type, types) of a type that extends nothing is the type", () => {
  expect(resolveType(INSTRUMENT, TYPES)).toEqual(INSTRUMENT);
});

test("findFamily(name, types) finds what extends it near or far, in a circle too", () => {
  expect(findFamily("instrument", TYPES)).toEqual(["instrument", "computer", "laptop"]);
  expect(findFamily("laptop", TYPES)).toEqual(["laptop"]);
  expect(findFamily("nothing", TYPES)).toEqual(["nothing"]);
  const circle = typesOf({...INSTRUMENT, extends: "computer"}, COMPUTER);
  expect(findFamily("computer", circle)).toEqual(["computer", "instrument"]);
});

test("findLineage(type, types) goes up to the first, and refuses circles and gaps by name", () => {
  expect(findLineage(LAPTOP, TYPES).map(({name}) => name)).toEqual([
    "laptop",
    "computer",
    "instrument"
  ]);
  expect(() => findLineage(COMPUTER, typesOf(COMPUTER))).toThrow(
    "extended type not found: instrument (computer extends it)"
  );
  const circle = typesOf({...INSTRUMENT, extends: "laptop"}, COMPUTER, LAPTOP);
  expect(() => findLineage(LAPTOP, circle)).toThrow(
    "type extends itself: laptop → computer → instrument → laptop"
  );
});

test("findUniqueSets(type, types) names the type that says so, which those that extend it share", () => {
  expect(findUniqueSets(LAPTOP, TYPES)).toEqual([
    {type: "computer", fields: ["host"]},
    {type: "instrument", fields: ["mac"]},
    {type: "instrument", fields: ["maker", "serial"]}
  ]);
});

test("toUniqueText(set, values) is the same for values that only case, blanks or their kind tell apart", () => {
  const set = {type: "instrument", fields: ["maker", "serial"]};
  const text = toUniqueText(set, {maker: " Acme", serial: 7})!;
  expect(toUniqueText(set, {maker: "ACME ", serial: "7"})).toBe(text);
  expect(toUniqueText(set, {maker: "Acmé", serial: "7"})).not.toBe(text);
  expect(text.startsWith(toUniquePrefix(set))).toBe(true);
  expect(text.startsWith(toUniquePrefix({...set, fields: ["maker"]}))).toBe(false);
  for (const serial of [undefined, null, "", "  "])
    expect(toUniqueText(set, {maker: "Acme", serial})).toBeUndefined();
});
