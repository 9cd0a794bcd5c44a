import {expect, test} from "vitest";
import {diffWords} from "../../components/word-diff.ts";

/** "kept [-gone-] {+new+}" */
function read(before: string, after: string): string {
  return diffWords(before, after)
    .map(({kind, text}) =>
      kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`
    )
    .join("");
}

test("diffWords(before, after) marks the words that differ and leaves the others", () => {
  expect(read("the old lamp is red", "the new lamp is red")).toBe(
    "the [-old -]{+new +}lamp is red"
  );
  expect(read("a b c d", "a c d e")).toBe("a [-b -]c [-d-]{+d e+}");
  expect(read("", "all new")).toBe("{+all new+}");
  expect(read("all gone", "")).toBe("[-all gone-]");
  expect(read("same", "same")).toBe("same");
});

test("diffWords(before, after) loses no character of either text", () => {
  const texts = [
    "  a\n\nb  c ",
    "a b\tc d",
    "x".repeat(50),
    "1 2 3 4 5 ".repeat(60),
    "5 4 3 2 1 ".repeat(60)
  ];
  for (const before of texts)
    for (const after of texts) {
      const parts = diffWords(before, after);
      const read = (left: "gone" | "new"): string =>
        parts
          .filter(({kind}) => kind !== left)
          .map(({text}) => text)
          .join("");
      expect(read("new")).toBe(before);
      expect(read("gone")).toBe(after);
    }
});

test("diffWords(before, after) puts long texts without much in common one after the other", () => {
  const before = Array.from({length: 600}, (_, i) => `a${i}`).join(" ");
  const after = Array.from({length: 600}, (_, i) => `b${i}`).join(" ");
  expect(diffWords(before, after).map(({kind}) => kind)).toEqual(["gone", "new"]);
});
