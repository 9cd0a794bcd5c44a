import {expect, test} from "vitest";
import type {Step} from "../../src/model/recipe.ts";
import {readRecipeText, toRecipe, toRecipeText} from "../../src/recipes/to-recipe.ts";

const STEPS: readonly Step[] = [
  {kind: "rename", columns: {Betrag: "amount", __proto: "x"}, note: "as the others"},
  {kind: "select", columns: ["amount"]},
  {kind: "drop", columns: ["x"], off: true},
  {kind: "retype", column: "amount", type: "DOUBLE", decimal: ",", thousands: "."},
  {kind: "retype", column: "day", type: "DATE", format: "%d.%m.%Y"},
  {kind: "split", column: "name", by: "\\s+", isRegex: true, into: ["first", "last"], keep: true},
  {kind: "merge", columns: ["first", "last"], into: "name", separator: " ", keep: false},
  {kind: "trim", columns: ["name"], collapse: true},
  {kind: "replace", column: "name", find: "ß", with: "ss", isRegex: false},
  {kind: "fill", columns: ["group"], with: "previous"},
  {kind: "fill", columns: ["group"], with: {value: ""}},
  {kind: "map", column: "group", values: {"n/a": null, A: "a"}},
  {kind: "cluster", column: "name", method: "nearest", values: {Jon: "John"}},
  {kind: "pivot", names: "k", values: "v", aggregate: "sum", columns: ["jan", "feb"]},
  {kind: "unpivot", columns: ["jan", "feb"], name: "month", value: "amount"},
  {kind: "derive", column: "total", expression: "a + b"},
  {kind: "filter", expression: "total > 0"},
  {kind: "distinct", columns: [], keep: "last"}
];

const make = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  recipe: 1,
  id: "r1",
  name: "bank",
  target: "expenses",
  ...fields
});

test("toRecipe(value) fills in what may be left out", () => {
  expect(toRecipe(make())).toEqual({
    recipe: 1,
    id: "r1",
    name: "bank",
    match: {},
    parse: {},
    steps: [],
    target: "expenses",
    key: []
  });
});

test("toRecipeText(recipe) and readRecipeText(text) are inverse, with every step and option", () => {
  const recipe = toRecipe(
    make({
      match: {format: "csv", connector: null, table: "", columns: ["Betrag"], path: "bank/*.csv"},
      parse: {
        format: "csv",
        connector: "bank",
        encoding: "windows-1252",
        delimiter: ";",
        quote: "",
        escape: "\\",
        comment: "#",
        skip: 3,
        header: 2,
        footer: 1,
        decimal: ",",
        thousands: ".",
        dateOrder: "dmy",
        nulls: ["-"],
        types: {Betrag: "DECIMAL(9, 2)", Ort: 'STRUCT("a b" BIGINT, c VARCHAR[])[]'}
      },
      steps: STEPS,
      key: ["day", "amount"]
    })
  );
  expect(recipe.steps).toEqual(STEPS);
  const text = toRecipeText(recipe);
  expect(readRecipeText(text)).toEqual(recipe);
  expect(toRecipeText(readRecipeText(text))).toBe(text);
});

test("toRecipeText(recipe) gives the same text whatever the order of fields, a line a step", () => {
  const steps = [
    {off: true, columns: ["a"], kind: "trim"},
    {kind: "filter", expression: "a"}
  ];
  const text = toRecipeText(toRecipe({steps, target: "t", key: [], name: "n", id: "i", recipe: 1}));
  expect(text).toBe(`{
  "recipe": 1,
  "id": "i",
  "name": "n",
  "match": {},
  "parse": {},
  "steps": [
    {"kind":"trim","off":true,"columns":["a"]},
    {"kind":"filter","expression":"a"}
  ],
  "target": "t",
  "key": []
}
`);
});

test("toRecipe(value) gives types as DuckDB writes them", () => {
  const steps = [{kind: "retype", column: "a", type: "timestamptz"}];
  const recipe = toRecipe(make({steps, parse: {types: {a: "text", b: "int[]"}}}));
  expect(recipe.steps[0]).toMatchObject({type: "TIMESTAMP WITH TIME ZONE"});
  expect(recipe.parse.types).toEqual({a: "VARCHAR", b: "INTEGER[]"});
});

const stepError = (step: unknown): unknown => make({steps: [{kind: "drop", columns: []}, step]});

test.each<[unknown, string]>([
  [5, "recipe: expected an object, got 5"],
  [[], "recipe: expected an object, got []"],
  [make({recipe: 2}), "recipe: expected 1, the version of this form, got 2"],
  [make({name: " "}), 'name: expected a name, got " "'],
  [make({target: undefined}), "target: expected a name, got nothing"],
  [
    make({targets: "x"}),
    "targets: field not known (there are: recipe, id, name, match, parse, steps, target, key)"
  ],
  [make({key: "id"}), 'key: expected a list of names, got "id"'],
  [make({key: ["id", "ID"]}), "key: a name stands twice: ID"],
  [
    make({match: {name: "x"}}),
    "match.name: field not known (there are: format, connector, table, columns, path)"
  ],
  [make({parse: {skip: -1}}), "parse.skip: expected a whole number, got -1"],
  [make({parse: {decimal: ";"}}), 'parse.decimal: expected one of ., ,, got ";"'],
  [
    make({parse: {types: {a: "INT) , (SELECT 1"}}}),
    'parse.types["a"]: expected a type such as BIGINT, DOUBLE, DATE, TIMESTAMP or VARCHAR, got "INT) , (SELECT 1"'
  ],
  [make({steps: {}}), "steps: expected a list of steps, got {}"],
  [stepError(null), "steps[1]: expected a step, got null"],
  [
    stepError({kind: "explode"}),
    'steps[1].kind: expected one of rename, select, drop, retype, split, merge, trim, replace, fill, map, cluster, pivot, unpivot, derive, filter, distinct, got "explode"'
  ],
  [stepError({kind: "trim", columns: 5}), "steps[1].columns: expected a list of names, got 5"],
  [
    stepError({kind: "trim", columns: [""]}),
    'steps[1].columns: expected a list of names, got [""]'
  ],
  [
    stepError({kind: "select", columns: []}),
    "steps[1].columns: expected at least one name, got []"
  ],
  [
    stepError({kind: "trim", columns: ["a"], collaps: true}),
    "steps[1].collaps: field not known (there are: kind, off, note, columns, collapse)"
  ],
  [stepError({kind: "rename", columns: {a: 1}}), 'steps[1].columns["a"]: expected a name, got 1'],
  [
    stepError({kind: "map", column: "a", values: {b: 1}}),
    'steps[1].values["b"]: expected a text, got 1'
  ],
  [
    stepError({kind: "fill", columns: ["a"], with: "next"}),
    'steps[1].with: expected "previous" or {"value": a text}, got "next"'
  ],
  [
    stepError({kind: "split", column: "a", by: "", into: ["b"]}),
    'steps[1].by: expected a text that is not empty, got ""'
  ],
  [
    stepError({kind: "retype", column: "a", type: "INTEGER; drop table t"}),
    'steps[1].type: expected a type such as BIGINT, DOUBLE, DATE, TIMESTAMP or VARCHAR, got "INTEGER; drop table t"'
  ],
  [
    stepError({kind: "filter", expression: ["a".repeat(99)]}),
    `steps[1].expression: expected a text, got ["${"a".repeat(58)}…`
  ]
])("toRecipe(%j) is refused", (value, message) => {
  expect(() => toRecipe(value)).toThrow(
    expect.objectContaining({name: "InputError", message}) as Error
  );
});

test("readRecipeText(text) refuses what is no JSON", () => {
  expect(() => readRecipeText("{")).toThrow(/^recipe that is no JSON: /);
});

test("toRecipe(value) takes names of every object for names", () => {
  const values = JSON.parse('{"__proto__": "p", "constructor": "c"}') as unknown;
  const recipe = toRecipe(make({steps: [{kind: "map", column: "a", values}]}));
  expect(JSON.stringify(recipe.steps[0])).toContain('{"__proto__":"p","constructor":"c"}');
});
