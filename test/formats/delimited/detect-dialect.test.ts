import {expect, test} from "vitest";
import {detectDialect} from "../../../src/formats/delimited/detect-dialect.ts";

const plain = Array.from({length: 20}, (_, i) => `${i}|a bound on the error ${i}|1990`);

test.each<[title: string, lines: readonly string[], quote: string]>([
  [
    "apostrophes around a title now and then are no quotes",
    ["id|title|year", ...plain, "20|'gambling in a casino,'|1995", "21|'a bound,'|1996"],
    '"'
  ],
  [
    "apostrophes around all texts are quotes",
    ["'id'|'title'|'year'", ...plain.map((line) => line.replace(/\|(.*)\|/, "|'$1'|"))],
    "'"
  ],
  [
    "apostrophes that hide a delimiter are quotes",
    ["id|title|year", ...plain, "20|'a bound | an error'|1995"],
    "'"
  ]
])("detectDialect(text): %s", (_, lines, quote) => {
  expect(detectDialect(`${lines.join("\n")}\n`)).toMatchObject({delimiter: "|", quote});
});
