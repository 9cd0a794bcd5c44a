import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {toInput, toTable} from "../../src/cli/dedupe/input.ts";
import {link} from "../../src/match/link/link.ts";
import {readFileTexts} from "../../src/workspace/dedupe/read-file.ts";
import type {MadeSet} from "./dedupe/made-set.ts";
import {makeProducts} from "./dedupe/products.ts";
import {makeRestaurants} from "./dedupe/restaurants.ts";
import {makeSamplePeople} from "./dedupe/sample-people.ts";
import type {Collection} from "./dedupe/truth.ts";
import {toFileTable, toHalves, toPairs, toTwins} from "./dedupe/truth.ts";
import type {EvalFigure, EvalTask} from "./task.ts";

/** Files with a truth: which pairs of keys are one. */
interface Files {
  readonly name: string;
  readonly files: readonly string[];
  readonly key: string;
  /** A file with a pair a line; left out where keys tell it (`rec-7-org`, `rec-7-dup-0`). */
  readonly truth?: string;
  /** Whether methods were chosen by one half of it, so that both are told. */
  readonly isHalved?: true;
}

const FOLDER = "dedupe";
const FILES: readonly Files[] = [
  {name: "febrl 1", files: ["febrl/dataset1.csv"], key: "rec_id"},
  {name: "febrl 2", files: ["febrl/dataset2.csv"], key: "rec_id"},
  {
    name: "DBLP-ACM",
    files: ["pyjedai/ccer/D4/dblp.csv", "pyjedai/ccer/D4/acm.csv"],
    key: "id",
    truth: "pyjedai/ccer/D4/gt.csv"
  },
  {
    name: "Cora",
    files: ["pyjedai/der/cora/cora.csv"],
    key: "Entity Id",
    truth: "pyjedai/der/cora/cora_gt.csv",
    isHalved: true
  },
  {
    name: "CDDB",
    files: ["pyjedai/der/cddb/cddb.csv"],
    key: "id",
    truth: "pyjedai/der/cddb/gt.csv",
    isHalved: true
  }
];

/** Precision, recall and F1 of pairs that are in one cluster, without labels. */
export const dedupeTask: EvalTask = {
  name: "dedupe",
  async *run({data}) {
    for (const made of [makeSamplePeople(), makeProducts(1200), makeRestaurants(700, 0.16)])
      yield* measure(toCollection(made));
    for (const files of FILES) {
      const paths = files.files.map((file) => join(data, FOLDER, file));
      if (!paths.every((path) => existsSync(path))) continue;
      const collection = await readCollection(files, paths, data);
      yield* measure(collection);
      if (files.isHalved) for (const half of toHalves(collection)) yield* measure(half);
    }
  }
};

async function* measure({name, first, second, truth}: Collection): AsyncGenerator<EvalFigure> {
  const {clusters} = await link(toInput(first, second));
  const size = first.keys.length;
  const toPair = (a: string, b: string): string => (second || a < b ? `${a}|${b}` : `${b}|${a}`);
  const toKey = (record: number): string =>
    record < size ? first.keys[record]! : second!.keys[record - size]!;
  const found = new Set(toPairs(clusters).map(([a, b]) => toPair(toKey(a), toKey(b))));
  const expected = new Set(truth.map(([a, b]) => toPair(a, b)));
  const right = [...found].filter((pair) => expected.has(pair)).length;
  const [precision, recall] = [right / Math.max(1, found.size), right / expected.size];
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const count = expected.size;
  yield {collection: name, measure: "precision", value: precision, count};
  yield {collection: name, measure: "recall", value: recall, count};
  yield {collection: name, measure: "F1", value: f1, count};
}

function toCollection({name, first, second}: MadeSet): Collection {
  const table = toFileTable(name, first);
  if (!second)
    return {name, first: table, truth: toTwins(table.keys, (_, i) => String(first.things[i]))};
  const keyOf = new Map(first.things.map((thing, i) => [thing, String(i)]));
  return {
    name,
    first: table,
    second: toFileTable(name, second),
    truth: second.things.map((thing, i) => [keyOf.get(thing)!, String(i)] as const)
  };
}

async function readCollection(
  {name, key, truth}: Files,
  paths: readonly string[],
  data: string
): Promise<Collection> {
  const [first, second] = await Promise.all(
    paths.map(async (path) => toTable(path, await readFileTexts(path), key))
  );
  return {
    name,
    first: first!,
    ...(second && {second}),
    truth:
      truth === undefined
        ? toTwins(first!.keys, (one) => one.split("-").slice(0, 2).join("-"))
        : await readPairs(join(data, FOLDER, truth))
  };
}

/** Pairs as they stand in a file, a header left out. */
async function readPairs(path: string): Promise<(readonly [string, string])[]> {
  const text = await readFile(path, "utf8");
  return [...text.matchAll(/^(\d+)[%|,](\d+)/gm)].map(([, a, b]) => [a!, b!] as const);
}
