import {link} from "../../src/match/link/link.ts";
import type {LinkInput} from "../../src/match/link/link-input.ts";
import {prepare} from "../../src/match/link/prepare.ts";
import {fromModel} from "../../src/match/link/model/learned.ts";
import {createScorer, toLogOdds} from "../../src/match/link/model/score.ts";
import {makePeople, toLinkInput} from "../match/link/people.ts";
import type {BenchCase} from "./case.ts";

const FEW = 3000;
const MANY = 100_000;
const AGAIN = 0.25;
/** For 100,000 records on two cores. */
const MANY_MS = 60_000;

/** Records that are there twice, against comparing all with all by the same levels and bits; and 100,000 in a minute. */
export const dedupeBench: BenchCase = {
  name: "dedupe",
  async run() {
    const few = toLinkInput(makePeople(FEW / (1 + AGAIN), AGAIN));
    let start = performance.now();
    const outcome = await link(few);
    const ours = performance.now() - start;
    start = performance.now();
    const all = compareAll(few, outcome.model, outcome.threshold);
    const peer = performance.now() - start;
    const found = new Set(outcome.pairs.map(({a, b}) => a * FEW + b));
    const missed = all.filter((pair) => !found.has(pair)).length;

    const many = toLinkInput(makePeople(MANY / (1 + AGAIN), AGAIN));
    start = performance.now();
    const {clusters} = await link(many);
    const manyMs = performance.now() - start;
    if (clusters.length < (MANY * AGAIN) / 2) throw new Error(`clusters found: ${clusters.length}`);
    const what = `${FEW.toLocaleString("en-US")} people`;
    return [
      {what: `${what}, against nested loops`, ours, peer, unit: "ms", goal: 0.2},
      {
        what: `${what}: pairs that only nested loops find, of all`,
        ours: missed,
        peer: all.length,
        unit: "pairs",
        goal: 0.02
      },
      {
        what: `${MANY.toLocaleString("en-US")} people, against a minute`,
        ours: manyMs,
        peer: MANY_MS,
        unit: "ms",
        goal: 1
      }
    ];
  }
};

/** All pairs that are likely, by the same model. */
function compareAll(
  input: LinkInput,
  model: Parameters<typeof fromModel>[0],
  threshold: number
): number[] {
  const {comparers} = prepare({...input, first: {...input.first}});
  const scorer = createScorer(fromModel(model, comparers), comparers);
  const least = Math.log2(threshold / (1 - threshold));
  const size = input.first.keys.length;
  const pairs: number[] = [];
  for (let a = 0; a < size; ++a)
    for (let b = a + 1; b < size; ++b)
      if (toLogOdds(scorer, comparers, a, b) >= least) pairs.push(a * FEW + b);
  return pairs;
}
