import MiniSearch from "minisearch";
import {Random} from "../../src/lib/random.ts";
import {TextIndex} from "../../src/search/text/text-index.ts";
import type {BenchCase, BenchResult} from "./case.ts";
import {median} from "./case.ts";

const TEXTS = 100_000;
const WORDS = 40_000;
const BUILDS = 3;
const QUERIES = 40;
const TOP = 20;
/** Results while one types come in less. */
const TYPING_MS = 50;
const SYLLABLES =
  "ka lo mi ter sen bau ver hol ring stein man ford ley wick ton ber dor fan gu hai ro sa ne vi pu".split(
    " "
  );

interface Text {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Full text over 100,000 short texts of Zipf's words, against MiniSearch with the same abilities: prefix and typos. */
export const fullTextBench: BenchCase = {
  name: "full-text",
  run() {
    const random = new Random("full-text");
    const pickWord = createZipf(random.fork("words"));
    const texts = Array.from({length: TEXTS}, (_, i): Text => ({
      id: `d${i}`,
      title: Array.from({length: random.integer(3, 7)}, pickWord).join(" "),
      text: Array.from({length: random.integer(10, 29)}, pickWord).join(" ")
    }));
    const queries = makeQueries(random.fork("queries"), pickWord);

    const builds: number[] = [];
    let index = new TextIndex();
    for (let i = 0; i < BUILDS; ++i) {
      const toTime = startWork();
      index = buildOurs(texts);
      builds.push(toTime());
    }
    const toAhead = startWork();
    index.prepare();
    const ahead = toAhead();
    const toTime = startWork();
    const mini = new MiniSearch<Text>({
      fields: ["title", "text"],
      searchOptions: {boost: {title: 2}, combineWith: "AND"}
    });
    mini.addAll(texts);
    const peerBuild = toTime();

    const what = `${TEXTS.toLocaleString("en")} texts`;
    const results: BenchResult[] = [
      {what: `${what}: build`, ours: median(builds), peer: peerBuild, unit: "ms", goal: 0.2},
      {
        what: `${what}: build, and what the worker does ahead while nobody asks`,
        ours: median(builds) + ahead,
        peer: peerBuild,
        unit: "ms",
        goal: 0.4
      }
    ];
    for (const [kind, {texts: asked, options}] of Object.entries(queries)) {
      const ours = toP95(asked, (text) => index.run(text, {limit: TOP, match: "all"}));
      const peer = toP95(asked, (text) => mini.search(text, options));
      const label = `${what}: ${kind}, 95th percentile`;
      results.push({what: label, ours, peer, unit: "ms", goal: 0.1});
      if (kind === "prefix")
        results.push({
          what: `${label}, against what is felt`,
          ours,
          peer: TYPING_MS,
          unit: "ms",
          goal: 1
        });
    }
    return Promise.resolve(results);
  }
};

function buildOurs(texts: readonly Text[]): TextIndex {
  const index = new TextIndex();
  for (const {id, title, text} of texts)
    index.put({id, fields: {title, text}, facets: {}, time: NaN});
  index.flush();
  return index;
}

/** Milliseconds that processors work from now on, which others who work on the same machine do not make longer. */
function startWork(): () => number {
  const start = process.cpuUsage();
  return () => {
    const {user, system} = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

function toP95(texts: readonly string[], find: (text: string) => unknown): number {
  for (const text of texts.slice(0, 5)) find(text);
  const times = texts.map((text) => {
    const toTime = startWork();
    find(text);
    return toTime();
  });
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}

interface Queries {
  readonly texts: readonly string[];
  readonly options: {readonly prefix?: boolean; readonly fuzzy?: number};
}

function makeQueries(random: Random, pickWord: () => string): Record<string, Queries> {
  const many = (make: () => string): string[] => Array.from({length: QUERIES}, make);
  return {
    "one word": {texts: many(() => `${pickWord()} `), options: {}},
    "two words": {texts: many(() => `${pickWord()} ${pickWord()} `), options: {}},
    prefix: {texts: many(() => pickWord().slice(0, random.integer(3, 4))), options: {prefix: true}},
    "one typo": {
      texts: many(() => {
        const word = pickWord();
        const at = random.integer(1, word.length - 2);
        return `${word.slice(0, at)}${word.slice(at + 1)} `;
      }),
      options: {fuzzy: 1}
    }
  };
}

/** Picks words as they come in texts: the n-th of them once for n times of the first. */
function createZipf(random: Random): () => string {
  const words = new Set<string>();
  while (words.size < WORDS)
    words.add(Array.from({length: random.integer(2, 4)}, () => random.pick(SYLLABLES)).join(""));
  const list = [...words];
  const sums: number[] = [];
  list.forEach((_, i) => sums.push((sums.at(-1) ?? 0) + 1 / (i + 2)));
  return () => {
    const wanted = random.next() * sums.at(-1)!;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return list[low]!;
  };
}
