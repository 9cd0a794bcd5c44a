import {scoreLabelled} from "../../src/cli/model/eval/scores.ts";
import {readAllLabelled} from "./topics/all-labelled.ts";
import type {EvalTask} from "./task.ts";

/** Whether the nearest texts are of the same class. */
export const classesTask: EvalTask = {
  name: "classes",
  async *run({models, data, onMissing}) {
    for await (const texts of readAllLabelled(data, onMissing))
      for (const model of models) yield {model: model.name, ...(await scoreLabelled(texts, model))};
  }
};
