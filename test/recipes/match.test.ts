import {describe, expect, test} from "vitest";
import type {Recipe, RecipeMatch} from "../../src/model/recipe.ts";
import type {TableFacts} from "../../src/recipes/match.ts";
import {findRecipes, scoreRecipe, toMatch, toPathFamily} from "../../src/recipes/match.ts";
import {toRecipe} from "../../src/recipes/to-recipe.ts";

const make = (match: RecipeMatch, id = "r"): Recipe =>
  toRecipe({recipe: 1, id, name: id, target: "t", match});

const FACTS: TableFacts = {
  path: "bank/2024/Expenses-2024.csv",
  format: "csv",
  connector: null,
  inner: "",
  columns: ["Date", "Amount", "Payee"]
};

describe("scoreRecipe(recipe, facts)", () => {
  test.each<[RecipeMatch, boolean]>([
    [{}, true],
    [{format: "csv"}, true],
    [{format: "json"}, false],
    [{connector: null}, true],
    [{connector: "spotify"}, false],
    [{table: ""}, true],
    [{table: "Sheet1"}, false],
    [{columns: ["amount", " Date "]}, true],
    [{columns: ["Amount", "Tag"]}, false],
    [{path: "expenses-*.csv"}, true],
    [{path: "bank/*.csv"}, false],
    [{path: "bank/**.csv"}, true],
    [{path: "**/expenses-*.csv"}, true],
    [{path: "bank/*/expenses-20??.csv"}, false],
    [{path: "exp.nses-2024.csv"}, false],
    [{path: "*"}, true]
  ])("of a match on %j fits: %j", (match, fits) => {
    expect(scoreRecipe(make(match), FACTS) !== null).toBe(fits);
  });

  test("is greater the more is asked for, and the more of the columns", () => {
    const scores = [
      {},
      {format: "csv"},
      {format: "csv", columns: ["Date"]},
      {format: "csv", columns: ["Date", "Amount", "Payee"]},
      {format: "csv", columns: ["Date", "Amount", "Payee"], path: "expenses-*.csv"}
    ].map((match) => scoreRecipe(make(match), FACTS));
    expect(scores).toEqual([...scores].sort((a, b) => a! - b!));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

test("findRecipes(recipes, facts) gives those that fit, the surest first, and none that fits any file", () => {
  const recipes = [
    make({}, "all"),
    make({format: "csv"}, "any csv"),
    make({columns: ["Date", "Amount"]}, "columns"),
    make({columns: ["Date", "Amount"]}, "columns, later"),
    make({columns: ["Date", "Amount"], path: "expenses-*.csv"}, "path"),
    make({connector: "bank"}, "connector")
  ];
  expect(findRecipes(recipes, FACTS).map(({id}) => id)).toEqual([
    "path",
    "columns, later",
    "columns"
  ]);
  expect(findRecipes(recipes, {...FACTS, connector: "bank"})[0]!.id).toBe("connector");
});

test.each([
  ["expenses-2023.csv", "expenses-*.csv"],
  ["bank/expenses-2023 (1).csv", "expenses-*.csv"],
  ["expenses.csv", "expenses*.csv"],
  ["2023-01-05_2023-02-04 Statement.xlsx", "* Statement*.xlsx"],
  ["Umsätze_DE12345678_2024.03.01.csv", "Umsätze_DE*.csv"],
  ["StreamingHistory_music_0.json", "StreamingHistory_music_*.json"],
  ["sms-20240102030405.xml.gz", "sms-*.xml*.gz"],
  ["a1b2c3d4-0000-4000-8000-123456789abc notes.json", "* notes*.json"],
  ["2024.csv", null],
  ["export (3).csv", null],
  ["Download-2024-01-01.csv", null]
])("toPathFamily(%j) is %j", (path, family) => {
  expect(toPathFamily(path)).toBe(family);
});

describe("toMatch(facts)", () => {
  test("is what the file itself fits, and the next of its kind", () => {
    const match = toMatch(FACTS);
    expect(match).toEqual({
      format: "csv",
      columns: ["Date", "Amount", "Payee"],
      path: "Expenses-*.csv"
    });
    expect(scoreRecipe(make(match), FACTS)).not.toBeNull();
    const next = {...FACTS, path: "expenses-2025 (1).csv", columns: [...FACTS.columns, "Note"]};
    expect(scoreRecipe(make(match), next)).not.toBeNull();
    expect(scoreRecipe(make(match), {...next, path: "income-2025.csv"})).toBeNull();
  });

  test("asks for the table where the file has several", () => {
    const facts = {...FACTS, inner: "Sheet 2", format: "xlsx", path: "export.xlsx"};
    expect(toMatch(facts, {hasOthers: true})).toEqual({
      format: "xlsx",
      table: "Sheet 2",
      columns: FACTS.columns
    });
    expect(toMatch(facts)).not.toHaveProperty("table");
  });

  test("asks for the connector and nothing else where there is one", () => {
    const facts = {...FACTS, connector: "spotify", inner: "plays"};
    expect(toMatch(facts, {hasOthers: true})).toEqual({connector: "spotify", table: "plays"});
  });

  test("asks for the very name where neither name nor columns tell", () => {
    const facts = {...FACTS, path: "x/export.csv", columns: ["value"]};
    expect(toMatch(facts)).toEqual({format: "csv", columns: ["value"], path: "export.csv"});
  });
});
