import {expect, test} from "vitest";
import {findKeywords} from "../../src/topics/words/find-keywords.ts";

const GARDEN = [
  "Raised beds need compost, and raised beds dry out: see https://example.org/raised-zinc",
  "The raised bed by the wall got 12 tomatoes and more compost in 2024",
  "Tomato seedlings stand in raised beds, as Ida told ida@example.org"
];
const MUSIC = ["The Berlin choir sang in a minor key", "Choirs sing, the organ played", "an organ"];

test("findKeywords(texts, groups) names words and phrases, plurals with their singular, no numbers or addresses", () => {
  const [garden, music] = findKeywords([...GARDEN, ...MUSIC], [0, 0, 0, 1, 1, 1]);
  const terms = garden!.map(({term}) => term.toLowerCase());
  expect(terms[0]).toBe("raised beds");
  expect(terms).toEqual(expect.arrayContaining(["compost"]));
  expect(terms.filter((term) => /^tomato/.test(term))).toHaveLength(1);
  expect(terms.join(" ")).not.toMatch(/zinc|example|2024|12|\bthe\b/);
  expect(music!.slice(0, 2).map(({term}) => term.toLowerCase())).toEqual(["choir", "organ"]);
  expect(music!.some(({term}) => term === "Berlin")).toBe(true);
});

test("findKeywords(texts) tells each text from the others", () => {
  const keywords = findKeywords([...GARDEN, ...MUSIC, "", "🍅"]);
  expect(keywords).toHaveLength(8);
  expect(keywords[5]!.map(({term}) => term)).toEqual(["organ"]);
  expect(keywords.slice(6)).toEqual([[], []]);
});

test("findKeywords(texts, groups) joins phrases around a stop word, and names no word that is everywhere or of no subject", () => {
  const bank = ["branch", "card", "clerk"].map(
    (word) => `I'm using the Bank of America ${word}: leave, leaving, some, money`
  );
  const other = ["hawk", "owl", "wren"].map(
    (word) => `I'm using binoculars: the ${word} left; money`
  );
  const [first, second] = findKeywords([...bank, ...other], [0, 0, 0, 1, 1, 1]);
  const terms = first!.map(({term}) => term);
  expect(terms).toContain("Bank of America");
  expect(terms.filter((term) => /^leav/.test(term))).toHaveLength(1);
  const all = [...terms, ...second!.map(({term}) => term)];
  expect(all.filter((term) => /^(using|i'm|some|money)$/i.test(term))).toEqual([]);
});
