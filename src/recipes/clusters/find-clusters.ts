import {groupBy} from "../../lib/group-by.ts";
import {createPause} from "../../lib/pause.ts";
import type {Cluster, ValueCount} from "../../model/cleaning.ts";
import type {ClusterMethod, Step} from "../../model/recipe.ts";
import {toFingerprint, toNgramFingerprint, toPlainText} from "../../lib/text-fingerprint.ts";
import {toPhoneticKey} from "../../lib/metaphone.ts";
import {findNearTexts} from "./near-texts.ts";

const DEFAULT_RADIUS = 2;
/** About four seconds of measuring. */
const DEFAULT_MAX_CANDIDATES = 5_000_000;

export interface ClusterOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the values done, out of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Of method "nearest": the most letters that may differ; fewer in short values. Default: 2. */
  readonly radius?: number | undefined;
  /** Of method "nearest": the most pairs to measure. Default: 5 million. */
  readonly maxCandidates?: number | undefined;
}

export interface Clustering {
  /** Those of the most values first. */
  readonly clusters: readonly Cluster[];
  /** False where `maxCandidates` ended the search. */
  readonly isComplete: boolean;
}

const KEYS: Readonly<Record<Exclude<ClusterMethod, "nearest">, (text: string) => string>> = {
  fingerprint: toFingerprint,
  ngram: toNgramFingerprint,
  phonetic: toPhoneticKey
};

/**
 * Values that may be one, after OpenRefine's "cluster and edit": by a key that they share ("fingerprint", "ngram",
 * "phonetic"), or by an edit distance ("nearest"), where a value goes to the most frequent one near to it. Values are
 * distinct. The same values give the same clusters. An aborted `signal` throws.
 */
export async function findClusters(
  values: readonly ValueCount[],
  method: ClusterMethod,
  options: ClusterOptions = {}
): Promise<Clustering> {
  const sorted = [...values].sort(byRows);
  if (method === "nearest") return findNearest(sorted, options);
  const groups = await groupByKey(sorted, KEYS[method], options);
  return {clusters: toClusters(groups), isComplete: true};
}

/** The step that makes clusters what they are to become. */
export function toClusterStep(
  column: string,
  method: ClusterMethod,
  clusters: readonly Cluster[]
): Extract<Step, {kind: "cluster"}> {
  const entries = clusters.flatMap(({values, into}) =>
    values.filter(({value}) => value !== into).map(({value}) => [value, into] as const)
  );
  return {kind: "cluster", column, method, values: Object.fromEntries(entries)};
}

async function groupByKey(
  values: readonly ValueCount[],
  toKey: (text: string) => string,
  {signal, onProgress}: ClusterOptions
): Promise<ValueCount[][]> {
  const pause = createPause(signal);
  const groups = new Map<string, ValueCount[]>();
  for (const [i, value] of values.entries()) {
    const key = toKey(value.value);
    const group = groups.get(key);
    if (group) group.push(value);
    else if (key !== "") groups.set(key, [value]);
    const turn = pause();
    if (turn) {
      onProgress?.(i, values.length);
      await turn;
    }
  }
  onProgress?.(values.length, values.length);
  return [...groups.values()];
}

async function findNearest(
  values: readonly ValueCount[],
  {
    signal,
    onProgress,
    radius = DEFAULT_RADIUS,
    maxCandidates = DEFAULT_MAX_CANDIDATES
  }: ClusterOptions
): Promise<Clustering> {
  const groups = await groupByKey(values, toPlainText, {signal});
  const texts = groups.map(([first]) => toPlainText(first!.value));
  const {pairs, isComplete} = await findNearTexts(texts, {
    radius,
    maxCandidates,
    pause: createPause(signal),
    onProgress: (done) => onProgress?.(done, texts.length)
  });
  onProgress?.(texts.length, texts.length);
  return {clusters: toClusters(gather(groups, pairs)), isComplete};
}

/** Each group takes those near to it that none took before, the most frequent group first: no chains are made. */
function gather(
  groups: readonly ValueCount[][],
  pairs: readonly (readonly [number, number])[]
): ValueCount[][] {
  const both = pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const near = groupBy(both, ([a]) => a);
  const rows = groups.map(toRows);
  const order = groups.map((_, i) => i).sort((a, b) => rows[b]! - rows[a]! || a - b);
  const taken = new Set<number>();
  return order.flatMap((center) => {
    if (taken.has(center)) return [];
    taken.add(center);
    const others = (near.get(center) ?? []).map(([, i]) => i).filter((i) => !taken.has(i));
    for (const i of others) taken.add(i);
    return [[...groups[center]!, ...others.flatMap((i) => groups[i]!)]];
  });
}

function toClusters(groups: readonly (readonly ValueCount[])[]): Cluster[] {
  return groups
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort(byRows))
    .sort(
      (a, b) => b.length - a.length || toRows(b) - toRows(a) || (a[0]!.value < b[0]!.value ? -1 : 1)
    )
    .map((group) => ({values: group, into: group[0]!.value}));
}

function toRows(group: readonly ValueCount[]): number {
  return group.reduce((sum, {rows}) => sum + rows, 0);
}

function byRows(a: ValueCount, b: ValueCount): number {
  return b.rows - a.rows || (a.value < b.value ? -1 : 1);
}
