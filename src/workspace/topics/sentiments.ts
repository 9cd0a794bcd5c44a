import {createPause} from "../../lib/pause.ts";
import type {TextSet} from "../../model/text-collection.ts";
import type {TimeSteps} from "./time-course.ts";
import type {TopicWork} from "./topic-work.ts";

/** How texts sound, each scored once. The lexicon is loaded when it is first needed. */
export class Sentiments {
  readonly #known = new Map<string, number | null>();
  readonly #ends = new Map<string, string>();

  /** Of each text, from -1 (bad) to 1 (good); NaN where there is nothing to judge. */
  async read(
    {texts, hashes, ends}: Pick<TextSet, "texts" | "hashes" | "ends">,
    {signal, onProgress}: TopicWork = {}
  ): Promise<Float32Array> {
    const {toSentiment} = await import("../../lib/sentiment.ts");
    const pause = createPause(signal);
    const scores = new Float32Array(texts.length);
    for (let row = 0; row < texts.length; ++row) {
      const hash = hashes[row]!;
      let score = this.#known.get(hash);
      if (score === undefined) {
        this.#known.set(hash, (score = toSentiment(texts[row]!)));
        await pause();
      }
      this.#ends.set(ends[row]!, hash);
      scores[row] = score ?? NaN;
      if (row % 500 === 0) onProgress?.(row, texts.length, "Scoring how the texts sound");
    }
    return scores;
  }

  /** What is known of a text by its end; null where nobody asked or there is nothing to judge. */
  of(end: string): number | null {
    return this.#known.get(this.#ends.get(end) ?? "") ?? null;
  }
}

/** The mean of the scores of `rows` in each step; NaN where none of its texts can be judged. */
export function toMoodCourse(
  {starts, steps}: TimeSteps,
  scores: Float32Array,
  rows: readonly number[]
): number[] {
  const sums = new Array<number>(starts.length).fill(0);
  const counts = new Array<number>(starts.length).fill(0);
  for (const row of rows) {
    const step = steps[row]!;
    if (Number.isNaN(scores[row]) || step < 0) continue;
    sums[step]! += scores[row]!;
    ++counts[step]!;
  }
  return sums.map((sum, i) => sum / counts[i]!);
}
