import {expect, test} from "vitest";
import {alignTokens} from "../../../src/formats/delimited/align.ts";
import type {ColumnProfile} from "../../../src/formats/delimited/column-profile.ts";
import {profileColumns} from "../../../src/formats/delimited/column-profile.ts";
import type {Token} from "../../../src/formats/delimited/line-tokens.ts";
import {readTables} from "../../../src/formats/delimited/read-tables.ts";

const rows = [
  ["1", "Ann Lee", "2020-01-02", "3.5"],
  ["2", "Bob", "2020-01-03", "4.5"],
  ["3", "Cy Fox", "2020-01-04", "5.5"]
];
const profiles: readonly ColumnProfile[] = profileColumns(rows, 4);

function align(line: string): readonly string[] | undefined {
  const tokens = line.split(",").map((text): Token => ({text, isQuoted: false}));
  return alignTokens(tokens, profiles, ",")?.fields;
}

test.each([
  [
    "merges a text with the delimiter in it",
    "4,Dee, Jr.,2020-01-05,6.5",
    "4|Dee, Jr.|2020-01-05|6.5"
  ],
  ["pads a row that ends early", "4,Dee,2020-01-05", "4|Dee|2020-01-05|"],
  ["leaves a column empty that was left out", "4,Dee,6.5", "4|Dee||6.5"],
  ["drops an empty field too many", "4,Dee,,2020-01-05,6.5", "4|Dee|2020-01-05|6.5"],
  ["splits what stands together", "4,Dee2020-01-05,6.5", "4|Dee|2020-01-05|6.5"],
  ["cuts what is too much", "4,Dee,2020-01-05,6.5,x", "4|Dee|2020-01-05|6.5"]
])("alignTokens(tokens, profiles, delimiter) %s", (_, line, expected) => {
  expect(align(line)?.join("|")).toBe(expected);
});

test("alignTokens(tokens, profiles, delimiter) rather leaves a column empty than cut a date in two", () => {
  expect(align("4,2020-01-05,6.5")).toContain("2020-01-05");
});

test("alignTokens(tokens, profiles, delimiter, limit) gives up where each way costs as much", () => {
  const tokens: Token[] = ["x", "y"].map((text) => ({text, isQuoted: false}));
  expect(alignTokens(tokens, profiles, ",", 1)).toBeUndefined();
});

const NAMES = ["Red Wool Hat", "Cap", "Blue Cotton Winter Shirt", "Big Sofa", "Small  Oak Table"];

test("readTables(text) puts unquoted names with blanks together in a text that blanks delimit", () => {
  const lines = Array.from({length: 40}, (_, i) => {
    const name = NAMES[i % NAMES.length]!;
    const shown = i % 3 === 0 ? `"${name}"` : name;
    return `${i} ${shown} "All about it, and more" "https://shop.example/${i}.html"`;
  });
  const [table] = readTables(`id name "about" "link" remark\n${lines.join("\n")}\n`);
  expect(table!.rows.map(({fields}) => fields)).toEqual(
    lines.map((_, i) => [
      String(i),
      NAMES[i % NAMES.length],
      "All about it, and more",
      `https://shop.example/${i}.html`,
      ""
    ])
  );
});

test("readTables(text) takes apostrophes inside of fields that apostrophes quote for letters", () => {
  const [table] = readTables(
    "1,Women's Shoes,'It's light, and it's dry.','https://a.example/1',\n"
  );
  expect(table!.rows[0]!.fields).toEqual([
    "1",
    "Women's Shoes",
    "It's light, and it's dry.",
    "https://a.example/1",
    ""
  ]);
});
