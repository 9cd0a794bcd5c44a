import {expect, test} from "vitest";
import {
  countBlankLines,
  guessDialect,
  hasMixedLineEnds,
  hasQuotesInSample
} from "../../src/lake/csv-dialect.ts";

test.each([
  ["a,b,c\n1,2,3\n4,5\n6,7,8\n", ",", 3],
  ["a;b\n1,5;2\n2,5;3\n", ";", 2],
  ["a\tb\n1\t2\n", "\t", 2],
  ['a|b\n"x|y"|2\n"line\nbreak"|3\n', "|", 2]
])("guessDialect(%j) finds the delimiter %j and %d fields", (head, delimiter, width) => {
  expect(guessDialect(head)).toMatchObject({delimiter, width});
});

test.each(["", "one line, only", "name\nAda\nBob, the second\nCy\n", "plain\ntext\n"])(
  "guessDialect(%j) finds none",
  (head) => {
    expect(guessDialect(head)).toBeUndefined();
  }
);

test("countBlankLines(head) counts what stands before the first record", () => {
  expect([countBlankLines("a\n"), countBlankLines("\n \r\n\ra,b\n\n")]).toEqual([0, 3]);
});

test("hasMixedLineEnds(head) and hasQuotesInSample(head, rows) look at what misleads a strict reader", () => {
  expect([hasMixedLineEnds("a\r\nb\r\n"), hasMixedLineEnds("a\r\nb\n")]).toEqual([false, true]);
  expect([
    hasQuotesInSample('a\n"b"\n', 5),
    hasQuotesInSample('a\nb\n"c"\n', 2),
    hasQuotesInSample("a\n", 5)
  ]).toEqual([true, false, false]);
});
