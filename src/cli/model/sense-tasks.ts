import type {Random} from "../../lib/random.ts";
import type {Sense} from "./lexicon.ts";
import type {Pair, Task} from "./pairs.ts";

/** The ways to find pairs in a lexicon: a word and its gloss, two words of one sense, an example and the gloss. */
export function createSenseTasks(senses: readonly Sense[]): Task[] {
  return [
    {name: "gloss", weight: 1, draw: (random) => drawGloss(random.pick(senses), random)},
    {name: "synonym", weight: 0.8, draw: (random) => drawSynonyms(random.pick(senses), random)},
    {name: "example", weight: 0.4, draw: (random) => drawExample(random.pick(senses), random)}
  ];
}

function drawGloss({lemmas, gloss}: Sense, random: Random): Pair {
  return {left: random.pick(lemmas), right: gloss};
}

function drawSynonyms({lemmas}: Sense, random: Random): Pair | null {
  if (lemmas.length < 2) return null;
  const first = random.integer(0, lemmas.length - 1);
  const second = (first + random.integer(1, lemmas.length - 1)) % lemmas.length;
  return {left: lemmas[first]!, right: lemmas[second]!};
}

function drawExample({examples, gloss}: Sense, random: Random): Pair | null {
  return examples.length > 0 ? {left: random.pick(examples), right: gloss} : null;
}
