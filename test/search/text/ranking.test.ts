import {expect, test} from "vitest";
import {Random} from "../../../src/lib/random.ts";
import type {TextDocument} from "../../../src/search/text/text-document.ts";
import {TextIndex} from "../../../src/search/text/text-index.ts";

const K1 = 1.2;
const B = 0.75;
const random = new Random("ranking");
/** Words with a figure have no other forms; the first are in most texts, the last in one or two. */
const WORDS = Array.from({length: 200}, (_, i) => `${"abcdefgh"[i % 8]!}${"xyz"[i % 3]!}${i}q`);
const pickWord = (): string => WORDS[Math.floor(200 ** random.next()) - 1]!;
const makeText = (longest: number): string =>
  Array.from({length: random.integer(0, longest)}, pickWord).join(" ");
const DOCUMENTS = Array.from({length: 1500}, (_, i): TextDocument => ({
  id: `d${i}`,
  fields: {title: makeText(2), text: makeText(9)},
  facets: {
    kind: ["row"],
    in: [random.pick(["a", "b", "c"])],
    tag: ["x", "y"].slice(random.integer(0, 2))
  },
  time: NaN
}));
const INDEX = new TextIndex();
for (const document of DOCUMENTS) INDEX.put(document);

const toWords = (text: string): string[] => text.split(" ").filter((word) => word !== "");
const toLength = ({fields}: TextDocument): number =>
  2 * toWords(fields["title"]!).length + toWords(fields["text"]!).length;
const MEAN = DOCUMENTS.reduce((sum, document) => sum + toLength(document), 0) / DOCUMENTS.length;

/** How often a document has what a query asks for, by field; words that begin with it count a half. */
function countIn({fields}: TextDocument, asked: string): number {
  const [, field, what = ""] = /^(?:(title|text):)?(.*)$/.exec(asked)!;
  const count = (name: string): number => {
    const words = toWords(fields[name]!);
    if (what.startsWith('"')) {
      const phrase = toWords(what.replaceAll('"', ""));
      return words.filter((_, i) => phrase.every((word, j) => words[i + j] === word)).length;
    }
    const stem = what.replace(/\*$/, "");
    return words.reduce(
      (sum, word) =>
        sum + (word === stem ? 1 : what.endsWith("*") && word.startsWith(stem) ? 0.5 : 0),
      0
    );
  };
  if (field !== undefined) return count(field);
  return (what.startsWith('"') ? 1 : 2) * count("title") + count("text");
}

function toIdf(asked: string): number {
  if (asked.startsWith('"'))
    return toWords(asked.replaceAll('"', "")).reduce((sum, word) => sum + toIdf(word), 0);
  const rows = DOCUMENTS.filter((document) => countIn(document, asked) > 0).length;
  return Math.log(1 + (DOCUMENTS.length - rows + 0.5) / (rows + 0.5));
}

/** BM25 as it is written down, over all documents: what the index must give, to the order of equal scores. */
function rank(
  parts: readonly string[]
): {readonly document: TextDocument; readonly score: number}[] {
  const idfs = parts.map(toIdf);
  return DOCUMENTS.flatMap((document) => {
    const norm = K1 * (1 - B + (B * toLength(document)) / MEAN);
    const counts = parts.map((part) => countIn(document, part));
    if (!counts.every((count) => count > 0)) return [];
    const score = counts.reduce(
      (sum, count, i) => sum + (idfs[i]! * (K1 + 1) * count) / (count + norm),
      0
    );
    return [{document, score}];
  }).sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
}

const [often, second, rare] = [WORDS[0]!, WORDS[1]!, WORDS[150]!];
test.for([
  [`${often} `, [often]],
  [`${rare} `, [rare]],
  [`${often} ${second} `, [often, second]],
  ["bx", ["bx*"]],
  [`${second} ax`, [second, "ax*"]],
  [`"${often} ${second}" ${often} `, [`"${often} ${second}"`, often]],
  [`title:${second} ${often} `, [`title:${second}`, often]]
] as const)("TextIndex ranks `%s` as BM25 over all texts does", ([query, parts]) => {
  const expected = rank(parts);
  const run = INDEX.run(query, {match: "all", limit: 25});
  expect(run.total).toBe(expected.length);
  expect(run.hits.map(({id}) => id)).toEqual(
    expected.slice(0, 25).map(({document}) => document.id)
  );
  run.hits.forEach(({score}, i) => expect(score).toBeCloseTo(expected[i]!.score, 9));
  const texts = expected.map(({document}) => JSON.stringify(document.fields));
  expect(run.distinct).toBe(new Set(texts).size);
  run.hits.forEach(({id}, i) =>
    expect(run.alike.get(id)).toBe(texts.filter((text) => text === texts[i]).length)
  );
});

test("TextIndex counts a facet without what the query chooses of it, and all others with it", () => {
  const found = rank([often]).map(({document}) => document.facets);
  const count = (test: (facets: TextDocument["facets"]) => boolean): number =>
    found.filter(test).length;
  const {total, facets} = INDEX.run(`${often} in:a tag:x `, {match: "all"});
  expect(total).toBe(count((facets) => facets["in"]![0] === "a" && facets["tag"]!.includes("x")));
  expect(new Map(facets.get("in")?.map(({value, count}) => [value, count]))).toEqual(
    new Map(
      ["a", "b", "c"].map((table) => [
        table,
        count((facets) => facets["in"]![0] === table && facets["tag"]!.includes("x"))
      ])
    )
  );
  expect(facets.get("tag")?.find(({value}) => value === "y")?.count).toBe(
    count((facets) => facets["in"]![0] === "a" && facets["tag"]!.includes("y"))
  );
  expect(facets.get("kind")).toEqual([{value: "row", count: total}]);
});
