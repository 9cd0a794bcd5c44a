import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {toInput, toTable} from "../../src/cli/dedupe/input.ts";
import {link} from "../../src/match/link/link.ts";
import {readFileTexts} from "../../src/workspace/dedupe/read-file.ts";
import type {EvalFigure, EvalTask} from "./task.ts";

/** Files with a truth: which pairs of keys are one. */
interface Collection {
  readonly name: string;
  readonly files: readonly string[];
  readonly key: string;
  /** A file with a pair a line; left out where keys tell it (`rec-7-org`, `rec-7-dup-0`). */
  readonly truth?: string;
}

const FOLDER = "dedupe";
const COLLECTIONS: readonly Collection[] = [
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
    truth: "pyjedai/der/cora/cora_gt.csv"
  },
  {name: "CDDB", files: ["pyjedai/der/cddb/cddb.csv"], key: "id", truth: "pyjedai/der/cddb/gt.csv"}
];

/** Precision, recall and F1 of pairs that are in one cluster, without labels. */
export const dedupeTask: EvalTask = {
  name: "dedupe",
  async *run({data}) {
    for (const collection of COLLECTIONS) {
      const files = collection.files.map((file) => join(data, FOLDER, file));
      if (files.every((file) => existsSync(file))) yield* measure(collection, files, data);
    }
  }
};

async function* measure(
  {name, key, truth}: Collection,
  files: readonly string[],
  data: string
): AsyncGenerator<EvalFigure> {
  const [first, second] = await Promise.all(
    files.map(async (file) => toTable(file, await readFileTexts(file), key))
  );
  const {clusters} = await link(toInput(first!, second));
  const size = first!.keys.length;
  const toPair = (a: string, b: string): string => (second || a < b ? `${a}|${b}` : `${b}|${a}`);
  const toKey = (record: number): string =>
    record < size ? first!.keys[record]! : second!.keys[record - size]!;
  const found = new Set(toPairs(clusters).map(([a, b]) => toPair(toKey(a), toKey(b))));
  const expected = new Set(
    (truth === undefined
      ? toNamedTwins(first!.keys)
      : await readPairs(join(data, FOLDER, truth))
    ).map(([a, b]) => toPair(a, b))
  );
  const right = [...found].filter((pair) => expected.has(pair)).length;
  const [precision, recall] = [right / Math.max(1, found.size), right / expected.size];
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const count = expected.size;
  yield {collection: name, measure: "precision", value: precision, count};
  yield {collection: name, measure: "recall", value: recall, count};
  yield {collection: name, measure: "F1", value: f1, count};
}

function toPairs<T>(clusters: readonly (readonly T[])[]): (readonly [T, T])[] {
  return clusters.flatMap((all) =>
    all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))
  );
}

function toNamedTwins(keys: readonly string[]): (readonly [string, string])[] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const person = key.split("-").slice(0, 2).join("-");
    groups.set(person, [...(groups.get(person) ?? []), key]);
  }
  return toPairs([...groups.values()]);
}

/** Pairs as they stand in a file, a header left out. */
async function readPairs(path: string): Promise<(readonly [string, string])[]> {
  const text = await readFile(path, "utf8");
  return [...text.matchAll(/^(\d+)[%|,](\d+)/gm)].map(([, a, b]) => [a!, b!] as const);
}
