import type {Spread, SpreadGroups} from "./spread.ts";
import {toFigureLines, toSpread} from "./spread.ts";
import type {TaskFigure} from "./task.ts";

/** Where a model has no such figure. */
const NONE = "–";
/** Columns to the left of figures, which are words. */
const WORDS = 3;
const DIGITS = 4;
const OTHER_DIGITS: Readonly<Record<string, number>> = {MB: 2, dimensions: 0};

/**
 * One line for each figure; one column for each of the models, and for each group the mean, and the least and greatest value
 * over its models. Figures of no model have a column of their own.
 */
export function toTable(
  figures: readonly TaskFigure[],
  models: readonly {readonly name: string}[],
  groups: SpreadGroups = new Map()
): string {
  const isUsed = (name?: string): boolean => figures.some(({model}) => model === name);
  const columns = [
    ...models.filter(({name}) => isUsed(name)),
    ...(isUsed() ? [{name: undefined}] : [])
  ];
  const head = ["task", "collection", "measure", "of", ...columns.map(({name}) => name ?? "value")];
  for (const name of groups.keys()) head.push(name, "min–max");
  const rows = toFigureLines(figures).map((line) => {
    const {task, collection, measure, count} = line[0]!;
    const format = (value: number): string => value.toFixed(OTHER_DIGITS[measure] ?? DIGITS);
    const toCell = (name?: string): string => {
      const figure = line.find(({model}) => model === name);
      return figure ? format(figure.value) : NONE;
    };
    const toSpreadCells = (spread?: Spread): string[] =>
      spread ? [format(spread.mean), `${format(spread.min)}–${format(spread.max)}`] : [NONE, NONE];
    return [
      ...[task, collection, measure, count.toLocaleString("en-US")],
      ...columns.map(({name}) => toCell(name)),
      ...[...groups.values()].flatMap((group) => toSpreadCells(toSpread(line, group)))
    ];
  });
  return align([head, ...rows]);
}

/** Words to the left, numbers to the right. */
function align(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const pad = (cell: string, i: number): string =>
    i < WORDS ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!);
  return rows.map((row) => `${row.map(pad).join("  ").trimEnd()}\n`).join("");
}
