import {expect, test} from "vitest";
import type {Entry, Fields} from "../../../src/model/entry.ts";
import {toEntryText} from "../../../src/workspace/find/entry-text.ts";

function textOf(title: string, fields: Fields): string {
  return toEntryText({title, fields} as Entry);
}

test("toEntryText(entry) is the title and the texts, each once, without dates and numbers", () => {
  expect(
    textOf("A Room", {
      title: "A Room",
      note: "of one's own",
      year: 1929,
      day: "1929-10-24",
      isbn: "978-3"
    })
  ).toBe("A Room\nof one's own");
  expect(textOf("A b", {title: " A \n b ", tags: ["x", "y"], nested: {text: "no"}})).toBe(
    "A b\nx\ny"
  );
  expect(textOf("42", {n: 42})).toBe("42");
});

test('toEntryText(entry) of an entry without text is ""', () => {
  expect(textOf("Untitled book", {})).toBe("");
  expect(textOf("Untitled book", {year: 3, day: "2024-01-01"})).toBe("");
  expect(textOf("Untitled no. 5", {title: "Untitled no. 5"})).toBe("Untitled no. 5");
});
