import type {EvalModel} from "../../src/cli/model/eval/eval-model.ts";
import {groupBy} from "../../src/lib/group-by.ts";
import type {EvalFigure, TaskFigure} from "./task.ts";

/** How a figure varies over models that were trained alike. */
export interface Spread {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** Names of models whose vectors have the same length, by the head of their column: "mean", or "mean:64" where vectors are cut. */
export type SpreadGroups = ReadonlyMap<string, ReadonlySet<string>>;

export function toSpreadGroups(models: readonly EvalModel[]): SpreadGroups {
  const groups = new Map<string, Set<string>>();
  for (const {name, embedder, cutTo} of models) {
    if (!embedder) continue;
    const head = cutTo === undefined ? "mean" : `mean:${cutTo}`;
    groups.set(head, (groups.get(head) ?? new Set<string>()).add(name));
  }
  return groups;
}

/** Figures of the same thing by different models, in order of the first. */
export function toFigureLines(figures: readonly TaskFigure[]): TaskFigure[][] {
  const toKey = ({task, collection, measure}: TaskFigure): string =>
    JSON.stringify([task, collection, measure]);
  return [...groupBy(figures, toKey).values()];
}

/** The spread of one figure over the models of a group; undefined where none has it. */
export function toSpread(
  line: readonly EvalFigure[],
  group: ReadonlySet<string>
): Spread | undefined {
  const values = line
    .filter(({model}) => model !== undefined && group.has(model))
    .map(({value}) => value);
  if (values.length === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {mean, min: Math.min(...values), max: Math.max(...values)};
}

/** The spreads as objects beside those of figures: what is "model" there is the group here. */
export function toSpreadLines(figures: readonly TaskFigure[], groups: SpreadGroups): object[] {
  return toFigureLines(figures).flatMap((line) =>
    Array.from(groups).flatMap(([model, group]) => {
      const {task, collection, measure} = line[0]!;
      const spread = toSpread(line, group);
      return spread ? [{task, model, collection, measure, ...spread, count: group.size}] : [];
    })
  );
}
