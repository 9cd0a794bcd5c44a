import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import {Random} from "../../src/lib/random.ts";
import {TypeaheadIndex} from "../../src/search/typeahead-index.ts";
import type {TypeaheadItem} from "../../src/search/typeahead-item.ts";
import type {BenchCase, BenchResult} from "./case.ts";
import {median} from "./case.ts";

const TITLES = 100_000;
const MEANT = 80;
const TOP = 5;
/** A frame of a screen. */
const FRAME_MS = 16;
const BUILDS = 3;
const SYLLABLES =
  "ka lo mi ter sen bau ver hol ring stein man ford ley wick ton ber dor fan gu hai ro sa ne vi pu".split(
    " "
  );

interface Finder {
  find(text: string): readonly string[];
}

/**
 * Typeahead over 100,000 titles, letter by letter, half of the titles with one letter wrong: against MiniSearch (near
 * words, as ours) and FlexSearch (beginnings of words only).
 */
export const typeaheadBench: BenchCase = {
  name: "typeahead",
  run() {
    const random = new Random("typeahead");
    const items = makeItems(random.fork("titles"));
    const typings = makeTypings(random.fork("typings"), items);
    const [ours, mini, flex] = [makeOurs, makeMini, makeFlex].map((make) =>
      measure(make, items, typings)
    ) as [Figures, Figures, Figures];
    const what = `${TITLES.toLocaleString("en")} titles`;
    const against = (
      label: string,
      key: keyof Figures,
      peer: number,
      unit: string,
      goal: number
    ) => ({
      what: `${what}: ${label}`,
      ours: ours[key],
      peer,
      unit,
      goal
    });
    const results: BenchResult[] = [
      against("95th percentile of a keystroke, against a frame", "p95", FRAME_MS, "ms", 1),
      against("the same, against MiniSearch", "p95", mini.p95, "ms", 0.2),
      against("the same, against FlexSearch", "p95", flex.p95, "ms", 1),
      against("build, against MiniSearch", "build", mini.build, "ms", 0.3),
      against("build, against FlexSearch", "build", flex.build, "ms", 0.3),
      against(`meant titles not among ${TOP}, against MiniSearch`, "missed", mini.missed, "%", 1),
      against(`meant titles not among ${TOP}, against FlexSearch`, "missed", flex.missed, "%", 0.5)
    ];
    return Promise.resolve(results);
  }
};

interface Figures {
  readonly build: number;
  readonly p95: number;
  /** Of a hundred titles typed with a wrong letter, how many were not found; at least a tenth, to divide by. */
  readonly missed: number;
}

interface Typing {
  readonly id: string;
  /** What stands in the box after each keystroke. */
  readonly texts: readonly string[];
  readonly isWrong: boolean;
}

function measure(
  make: (items: readonly TypeaheadItem[]) => Finder,
  items: readonly TypeaheadItem[],
  typings: readonly Typing[]
): Figures {
  const builds: number[] = [];
  let finder = make(items.slice(0, 1000));
  for (let i = 0; i < BUILDS; ++i) {
    const start = performance.now();
    finder = make(items);
    finder.find("");
    builds.push(performance.now() - start);
  }
  for (const {texts} of typings.slice(0, 10)) for (const text of texts) finder.find(text);
  const times: number[] = [];
  let missed = 0;
  for (const {id, texts, isWrong} of typings) {
    let found: readonly string[] = [];
    for (const text of texts) {
      const start = performance.now();
      found = finder.find(text);
      times.push(performance.now() - start);
    }
    if (isWrong && !found.slice(0, TOP).includes(id)) ++missed;
  }
  const wrong = typings.filter(({isWrong}) => isWrong).length;
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
  return {build: median(builds), p95, missed: Math.max(0.1, (100 * missed) / wrong)};
}

function makeOurs(items: readonly TypeaheadItem[]): Finder {
  const index = new TypeaheadIndex();
  for (const item of items) index.put(item);
  return {find: (text) => index.search(text, {limit: TOP * 2}).map(({item}) => item.id)};
}

function makeMini(items: readonly TypeaheadItem[]): Finder {
  const index = new MiniSearch({
    fields: ["title"],
    searchOptions: {prefix: true, fuzzy: 0.2, combineWith: "AND"}
  });
  index.addAll(items);
  return {
    find: (text) =>
      index
        .search(text)
        .slice(0, TOP * 2)
        .map(({id}) => id as string)
  };
}

function makeFlex(items: readonly TypeaheadItem[]): Finder {
  const index = new FlexSearch.Index({tokenize: "forward", resolution: 9});
  items.forEach(({title}, i) => void index.add(i, title));
  return {
    find: (text) =>
      (index.search(text, {limit: TOP * 2, suggest: true}) as number[]).map((i) => items[i]!.id)
  };
}

/** Titles of one to four words, some words in many of them, and now and then a number. */
function makeItems(random: Random): TypeaheadItem[] {
  const words = Array.from({length: 20_000}, () =>
    Array.from({length: random.integer(1, 4)}, () => random.pick(SYLLABLES)).join("")
  );
  const pickWord = (): string => words[Math.floor(words.length * random.next() ** 2)]!;
  return Array.from({length: TITLES}, (_, i) => {
    const title = Array.from({length: random.integer(1, 4)}, pickWord).join(" ");
    const number = random.chance(0.2) ? ` ${random.integer(1, 999)}` : "";
    return {id: `id${i}`, title: title + number, updated: i * 1000};
  });
}

/** Titles of two words and more, typed to their end, every other one with one wrong letter after the first. */
function makeTypings(random: Random, items: readonly TypeaheadItem[]): Typing[] {
  const meant = random
    .shuffle(items.filter(({title}) => title.includes(" ") && title.length >= 10))
    .slice(0, MEANT);
  return meant.map(({id, title}, i) => {
    const isWrong = i % 2 === 1;
    const text = isWrong ? misspell(random, title) : title;
    return {id, isWrong, texts: Array.from(text, (_, end) => text.slice(0, end + 1))};
  });
}

/** A letter that is missing, doubled, another one, or changed places with the next, in a word of five letters or more. */
function misspell(random: Random, title: string): string {
  const words = title.split(" ");
  const long = words.filter((word) => word.length >= 5 && /^[a-z]+$/.test(word));
  const word = long.length > 0 ? random.pick(long) : words[0]!;
  const at = random.integer(1, word.length - 2);
  const changes = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at]! + word.slice(at),
    word.slice(0, at) + random.pick([..."aeioun"]) + word.slice(at + 1),
    word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
  ];
  return title.replace(word, random.pick(changes));
}
