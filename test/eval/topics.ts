import {kmeans} from "ml-kmeans";
import type {LabelledTexts} from "../../src/cli/model/eval/labelled-texts.ts";
import {Random} from "../../src/lib/random.ts";
import type {TopicResult} from "../../src/topics/find-topics.ts";
import {findTopics} from "../../src/topics/find-topics.ts";
import type {EvalFigure, EvalTask} from "./task.ts";
import {nameModel} from "./task.ts";
import {readAllLabelled} from "./topics/all-labelled.ts";
import {toMutualInformation} from "./topics/mutual-information.ts";

const OPTIONS = {detail: 0.5, seed: 1};
/** k-means depends on where it starts; the mean of some runs is told. */
const KMEANS_SEEDS = [1, 2, 3];
/** So many texts come after the first run, out of those in it. */
const NEW_SHARE = 0.2;

/** How well topics fit the classes of texts, beside k-means that is told how many there are, and how well they last. */
export const topicsTask: EvalTask = {
  name: "topics",
  async *run({models, data, onMissing}) {
    for await (const collection of readAllLabelled(data, onMissing)) {
      const shuffled = shuffleTexts(collection);
      for (const model of models) {
        if (!model.embedder) continue;
        const vectors = await model.embedder.embed(shuffled.texts);
        yield* nameModel(model, measure(shuffled, vectors, model.embedder.dimensions));
      }
    }
  }
};

/** In the order of files each topic would end where new texts begin. */
function shuffleTexts({name, texts, classes}: LabelledTexts): LabelledTexts {
  const order = new Random(`eval/${name}`).shuffle(texts.map((_, i) => i));
  return {name, texts: order.map((i) => texts[i]!), classes: order.map((i) => classes[i]!)};
}

async function* measure(
  {name, texts, classes}: LabelledTexts,
  vectors: Float32Array,
  dimensions: number
): AsyncGenerator<EvalFigure> {
  const size = texts.length;
  const run = (count: number, previous?: TopicResult): Promise<TopicResult> =>
    findTopics({
      set: "",
      keys: texts.slice(0, count).map((_, i) => String(i)),
      texts: texts.slice(0, count),
      vectors: vectors.subarray(0, count * dimensions),
      dimensions,
      options: OPTIONS,
      ...(previous && {previous: {...previous, rules: []}})
    });
  const figure = (measure: string, value: number, count = size): EvalFigure => ({
    collection: name,
    measure,
    value,
    count
  });
  const {members} = await run(size);
  const outliers = members.filter(({topic}) => topic === null).length;
  const found = members.map(({topic}) => topic ?? "");
  yield figure("NMI", toMutualInformation(found, classes));
  yield figure("NMI of k-means", meanOfKmeans(vectors, dimensions, classes));
  yield figure("outliers", outliers / size);
  const first = await run(Math.floor(size / (1 + NEW_SHARE)));
  const second = await run(size, first);
  const old = first.members.filter(({topic}) => topic !== null);
  const places = new Map(second.members.map(({end, topic}) => [end, topic]));
  const kept = old.filter(({end, topic}) => places.get(end) === topic).length;
  yield figure("kept at +20 %", kept / old.length, old.length);
}

function meanOfKmeans(
  vectors: Float32Array,
  dimensions: number,
  classes: readonly string[]
): number {
  const rows = classes.map((_, i) =>
    Array.from(vectors.subarray(i * dimensions, (i + 1) * dimensions))
  );
  const scores = KMEANS_SEEDS.map((seed) => {
    const {clusters} = kmeans(rows, new Set(classes).size, {seed, initialization: "kmeans++"});
    return toMutualInformation(clusters.map(String), classes);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
