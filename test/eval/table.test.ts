import {expect, test} from "vitest";
import {TOKEN_OVERLAP} from "../../src/cli/model/eval/eval-model.ts";
import type {EvalModel} from "../../src/cli/model/eval/eval-model.ts";
import {cutModels} from "./open-models.ts";
import {toSpreadGroups, toSpreadLines} from "./spread.ts";
import {toTable} from "./table.ts";
import type {TaskFigure} from "./task.ts";

/** A model of the vector (3, 4, 0) for all texts. */
function toModel(name: string): EvalModel {
  const embed = (texts: readonly string[]): Promise<Float32Array> =>
    Promise.resolve(Float32Array.from(texts.flatMap(() => [0.6, 0.8, 0])));
  const embedder = {model: name, dimensions: 3, embed, close: () => Promise.resolve()};
  return {name, embedder, toLikeness: TOKEN_OVERLAP.toLikeness};
}

const MODELS = [toModel("seed-1"), toModel("seed-2"), TOKEN_OVERLAP];
const STS = {task: "sts", collection: "sts-test", measure: "Spearman", count: 1379};
const FIGURES: TaskFigure[] = [
  {task: "size", model: "seed-1", collection: "on disk", measure: "MB", value: 4.351, count: 1},
  {...STS, model: "seed-1", value: 0.74},
  {...STS, model: "seed-2", value: 0.76},
  {...STS, model: "token overlap", value: 0.548},
  {task: "dedupe", collection: "Cora", measure: "F1", value: 0.861, count: 9}
];

test("toTable(figures, models, groups) sets models beside each other, and tells how they vary", () => {
  expect(toTable(FIGURES, MODELS, toSpreadGroups(MODELS))).toBe(`\
task    collection  measure      of  seed-1  seed-2  token overlap   value    mean        min–max
size    on disk     MB            1    4.35       –              –       –    4.35      4.35–4.35
sts     sts-test    Spearman  1,379  0.7400  0.7600         0.5480       –  0.7500  0.7400–0.7600
dedupe  Cora        F1            9       –       –              –  0.8610       –              –
`);
});

test("toSpreadLines(figures, groups) tells the same as objects", () => {
  expect(toSpreadLines(FIGURES.slice(1), toSpreadGroups(MODELS))).toEqual([
    {...STS, model: "mean", mean: 0.75, min: 0.74, max: 0.76, count: 2}
  ]);
});

test("cutModels(models, dimensions) gives each model once for each length it has, of length 1 again", async () => {
  const models = cutModels(MODELS, [1, 2, 4]);
  expect(models.map(({name}) => name)).toEqual([
    "seed-1:1",
    "seed-1:2",
    "seed-2:1",
    "seed-2:2",
    "token overlap"
  ]);
  expect([...(await models[0]!.embedder!.embed(["a", "b"]))]).toEqual([1, 1]);
  expect([...toSpreadGroups(models)]).toEqual([
    ["mean:1", new Set(["seed-1:1", "seed-2:1"])],
    ["mean:2", new Set(["seed-1:2", "seed-2:2"])]
  ]);
});
