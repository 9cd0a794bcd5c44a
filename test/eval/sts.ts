import {readRatedSets, scoreRated} from "../../src/cli/model/eval/scores.ts";
import type {EvalTask} from "./task.ts";

/** How well likeness orders pairs of texts as people do (D. Cer et al. 2017 for STS-B, G. Aslanyan, I. Wetherbee 2022 for patents). */
export const stsTask: EvalTask = {
  name: "sts",
  async *run({models, data, onMissing}) {
    for (const [name, pairs] of await readRatedSets(data, onMissing))
      for (const model of models)
        yield {model: model.name, ...(await scoreRated(name, pairs, model))};
  }
};
