import {join} from "node:path";
import {readJudgedSets} from "../../src/cli/model/eval/judged-sets.ts";
import type {JudgedTexts} from "../../src/cli/model/eval/judged-texts.ts";
import {scoreRanking} from "../../src/cli/model/eval/score-ranking.ts";
import type {OnMissing} from "../../src/cli/model/eval/find-path.ts";
import {readHeadings} from "./search/headings.ts";
import type {EvalTask} from "./task.ts";
import {nameModel} from "./task.ts";

/** How well words, meaning and both rank the texts that people judged right. */
export const searchTask: EvalTask = {
  name: "search",
  async *run({models, data, onMissing}) {
    for await (const judged of findCollections(data, onMissing))
      for (const model of models) yield* nameModel(model, scoreRanking(judged, model.embedder));
  }
};

async function* findCollections(data: string, onMissing: OnMissing): AsyncGenerator<JudgedTexts> {
  yield* readJudgedSets(data, onMissing);
  const vault = await readHeadings(join(data, "vault"));
  if (vault.queries.length > 0) yield vault;
}
