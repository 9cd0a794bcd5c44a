import {join} from "node:path";
import {evaluatePairs} from "../../src/cli/model/evaluate.ts";
import {readRatedSets} from "../../src/cli/model/scores.ts";
import type {EvalTask} from "./task.ts";

/** How well cosines order pairs of texts as people do (Cer et al. 2017 for STS-B). */
export const stsTask: EvalTask = {
  name: "sts",
  async *run({embedder, data}) {
    for (const [collection, pairs] of await readRatedSets(join(data, "eval"))) {
      const value = await evaluatePairs(pairs, (texts) => embedder.embed(texts));
      yield {collection, measure: "Spearman", value, count: pairs.length};
    }
  }
};
