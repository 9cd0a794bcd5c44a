import {expect, test} from "vitest";
import {toSnippet} from "../../../src/search/text/snippet.ts";

function marked(text: string, words: readonly string[], length?: number): string {
  const {text: piece, marks} = toSnippet(text, new Set(words), length);
  return marks.reduceRight(
    (shown, [from, to]) => `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`,
    piece
  );
}

test("toSnippet(text, words) gives the piece with the most different words, marked as they are written", () => {
  const text = `${"one fish after another ".repeat(20)}and then a Café\nby the sea${" and so on".repeat(30)}`;
  const snippet = marked(text, ["cafe", "sea", "fish"], 80);
  expect(snippet).toContain("a [Café] by the [sea]");
  expect(snippet.startsWith("…")).toBe(true);
  expect(snippet.length).toBeLessThan(100);
});

test("toSnippet(text, words) gives a short text whole, the beginning where no word is there, and halves no character", () => {
  expect(marked("東京都の天気", ["東京", "京都"])).toBe("[東京都]の天気");
  expect(marked("nothing here", [])).toBe("nothing here");
  expect(marked("word ".repeat(50), [], 20)).toBe("word word word word…");
  const {text} = toSnippet(`${"🎉".repeat(100)}x`, new Set(["x"]), 21);
  expect(() => encodeURIComponent(text)).not.toThrow();
});
