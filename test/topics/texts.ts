import {hashText} from "../../src/lib/text-hash.ts";
import {Random} from "../../src/lib/random.ts";
import type {TopicInput, TopicResult} from "../../src/topics/find-topics.ts";

const DIMENSIONS = 24;
const THEMES = [
  "tomato compost greenhouse seedling slug rake",
  "flight passport hotel museum luggage train",
  "invoice budget salary mortgage interest bank",
  "guitar chord rehearsal melody drummer concert",
  "sourdough oven flour yeast crust dough",
  "marathon interval treadmill stretching pace kilometre",
  "telescope galaxy comet orbit nebula planet"
].map((words) => words.split(" "));

export interface ThemeOptions {
  /** Texts of each theme. */
  readonly each: number;
  readonly themes?: number;
  readonly seed?: string;
}

/** Texts about a few themes, with vectors around one direction for each; keys say the theme: `2-14`. */
export function createThemeTexts({each, themes = 5, seed = "texts"}: ThemeOptions): TopicInput {
  const random = new Random(seed);
  const rows = Array.from({length: each * themes}, (_, i) => ({
    key: `${i % themes}-${Math.floor(i / themes)}`,
    theme: i % themes
  }));
  const vectors = new Float32Array(rows.length * DIMENSIONS);
  const texts = rows.map(({theme}, row) => {
    const own = vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    for (let i = 0; i < DIMENSIONS; ++i) own[i] = random.normal(i === theme ? 3 : 0, 0.45);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    own.forEach((value, i) => (own[i] = value / length));
    const words = THEMES[theme]!;
    return `The ${random.pick(words)} and ${random.pick(words)}s were ${random.pick(words)} ${toLetters(row)}`;
  });
  return {
    set: "lake.notes",
    keys: rows.map(({key}) => key),
    texts,
    vectors,
    dimensions: DIMENSIONS,
    options: {detail: 0.5, seed: 1}
  };
}

/** The first `count` texts of an input. */
export function takeTexts(input: TopicInput, count: number): TopicInput {
  return {
    ...input,
    keys: input.keys.slice(0, count),
    texts: input.texts.slice(0, count),
    vectors: input.vectors.slice(0, count * input.dimensions)
  };
}

/** The finest topic of each text by its key. */
export function toPlaces({members}: TopicResult): Map<string, string | null> {
  return new Map(members.map(({end, topic}) => [end, topic]));
}

/** A number as letters, so that no two texts are the same. */
function toLetters(number: number): string {
  return [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

/** What `hashTopics` gives for `createThemeTexts({each: 30, themes: 7})`, wherever it runs. */
export const THEME_HASH = "6ba5255e47bde396d5fa2d02bea8f5f5ba4b0721e3face0fde50e0dc7953d669";

/** A hash of all that a run found, to the last bit. */
export function hashTopics({centroids, ...rest}: TopicResult): Promise<string> {
  return hashText(JSON.stringify({...rest, centroids: [...centroids]}));
}
