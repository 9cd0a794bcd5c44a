import {readFile} from "node:fs/promises";
import {correlateRanks} from "../../lib/rank-correlation.ts";

/** Two texts and how similar people find them. */
export interface RatedPair {
  readonly texts: readonly [string, string];
  readonly score: number;
}

/** Rows of a CSV file without header whose first columns are two texts and a score; or with one, whose columns are named. */
export async function readRatedPairs(
  path: string,
  columns: readonly [number, number, number] = [0, 1, 2]
): Promise<RatedPair[]> {
  const rows = toRows(await readFile(path, "utf8"));
  return rows.flatMap((row) => {
    const [left, right, score] = columns.map((column) => row[column]);
    const number = Number(score);
    if (left === undefined || right === undefined || !score || Number.isNaN(number)) return [];
    return [{texts: [left, right] as const, score: number}];
  });
}

function toRows(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\r?\n|$)/g
  )) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows;
}

/** Spearman's rank correlation between the ratings and the cosines of the vectors that `embed` gives (unit length). */
export async function evaluatePairs(
  pairs: readonly RatedPair[],
  embed: (texts: string[]) => Promise<Float32Array> | Float32Array
): Promise<number> {
  const [left, right] = [
    await embed(pairs.map(({texts}) => texts[0])),
    await embed(pairs.map(({texts}) => texts[1]))
  ];
  const dimensions = left.length / pairs.length;
  const cosines = pairs.map((_, row) => {
    let sum = 0;
    for (let i = row * dimensions; i < (row + 1) * dimensions; ++i) sum += left[i]! * right[i]!;
    return sum;
  });
  return correlateRanks(
    cosines,
    pairs.map(({score}) => score)
  );
}
