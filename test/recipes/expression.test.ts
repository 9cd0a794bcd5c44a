import {expect, test} from "vitest";
import {toExpression} from "../../src/recipes/expression.ts";

test.each([
  "a + 1",
  "extract(year FROM day)",
  "trim(both ' ' from name)",
  "a IS DISTINCT FROM b",
  "CASE WHEN a > 0 THEN '(' ELSE ')' END",
  "'it''s )'",
  '"a)" || "from"',
  "date'2024-01-01'",
  "1e3 + 1E3 + 1.5",
  "a /* ) /* nested */ ( */ + 1",
  "a -- )",
  "[1, 2][1]",
  "{'a': 1}.a",
  "größe * 2",
  "日本",
  "😀 + 1",
  "list_filter(l, lambda x: x > 1)",
  "values + 1 + (a)"
])("toExpression(%j) takes what stays in its place", (text) => {
  if (text.startsWith("values")) expect(() => toExpression(text)).toThrow(/^query in/);
  else expect(toExpression(text).sql).toBe(`(\n${text}\n)`);
});

test.each([
  ["1) AS x, (2", "expression with a parenthesis that closes nothing"],
  ["(1", "expression with a parenthesis that is not closed"],
  ["1; 2", "expression with a semicolon: write one expression"],
  ["'a", "expression with a quote that is not closed: '"],
  ['"a', 'expression with a quote that is not closed: "'],
  ["'a\\') --'", "expression with a parenthesis that closes nothing"],
  ["e'\\''", /^expression with a quote that is not known here: e;/],
  ["😀e'\\') , (SELECT 1) AS x, ('", /^expression with a quote that is not known here: e;/],
  ["1e'\\'')", /^expression with a quote that is not known here: e;/],
  ["$$ ' $$ ) , (1 '", /^expression with a quote that is not known here: \$;/],
  ["$😀$ ' $😀$ ) , (1 '", /^expression with a quote that is not known here: \$;/],
  ["1 -- \r) AS x, (2", "expression with a parenthesis that closes nothing"],
  ["1 /* a", "expression with a comment that is not closed"],
  ["1 /* /* a */", "expression with a comment that is not closed"],
  ["", "expression of nothing: write what to compute"],
  ["-- a", "expression of nothing: write what to compute"],
  ["SELECT 1", /^query in an expression: SELECT/],
  ["a IN (\n/* x */ select b from t)", /^query in an expression: select/],
  ["(((FROM t)))", /^query in an expression: FROM/],
  ["ARRAY(WITH x AS (SELECT 1) FROM x)", /^query in an expression: WITH/],
  ["(\u200bSELECT 1)", /^query in an expression: SELECT/],
  ["(VALUES (1))", /^query in an expression: VALUES/],
  ["(TABLE t)", /^query in an expression: TABLE/],
  ["(PIVOT t ON a)", /^query in an expression: PIVOT/],
  ["(SUMMARIZE t)", /^query in an expression: SUMMARIZE/],
  ["Unnest(l)", /^expression that makes several rows of one: Unnest/],
  ["a\u0000", "expression with a character of code 0"]
])(
  "toExpression(%j) refuses what would leave its place, or read anything else",
  (text, message) => {
    expect(() => toExpression(text)).toThrow(message);
  }
);

test("toExpression(text) tells whether it looks at other rows", () => {
  expect(toExpression("sum(a) over (order by b)").hasWindow).toBe(true);
  expect(toExpression("\"over\" || 'over'").hasWindow).toBe(false);
});
