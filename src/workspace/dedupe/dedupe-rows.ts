import {createPause} from "../../lib/pause.ts";
import {toText} from "../../lib/text.ts";
import {guessPlan} from "../../match/link/guess-plan.ts";
import type {BlockingRule, MatchKind, MatchTable} from "../../match/link/match-table.ts";
import {toValueText} from "../../model/value-text.ts";
import {QueryResult} from "../../model/query-result.ts";
import type {Compute} from "../compute/compute.ts";
import {joinClusters} from "./join-clusters.ts";
import {packLink} from "./packed-link.ts";

/** Rows as a notebook has them: a result of a query, or objects with the same names. */
export type DedupeRows = QueryResult | readonly object[];

export interface DedupeOptions {
  /** Rows to be linked with; without them duplicates are looked for among the rows. Columns of the same names are compared. */
  readonly with?: DedupeRows;
  /** The columns that are compared and what their values are; guessed where they are left out. */
  readonly columns?: Readonly<Record<string, MatchKind>>;
  /** How rows are brought together; guessed where it is left out. */
  readonly blocking?: readonly BlockingRule[];
  /** Pairs at or above this probability count; where it is left out, as many as give the best expected F1. */
  readonly threshold?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}

/** What was found, by row numbers. */
export interface Deduped {
  /** `b` is a row of the other rows where there are such. The surest first. */
  readonly pairs: readonly {readonly a: number; readonly b: number; readonly probability: number}[];
  /** Rows that are one, each list ascending; between two sets of rows there are only pairs. */
  readonly clusters: readonly (readonly number[])[];
  /** The cluster of each row, by its first row: its own number where it stands alone. */
  readonly cluster: readonly number[];
  readonly threshold: number;
  /** The share of matches that the blocking is estimated to find. */
  readonly recall: number;
}

/** Finds the rows that are one. Throws `InputError` where there is nothing that can be compared. */
export async function dedupeRows(
  compute: Compute,
  rows: DedupeRows,
  {columns, blocking, with: others, threshold: wanted, ...work}: DedupeOptions = {}
): Promise<Deduped> {
  const first = await toTable(rows, columns);
  const second = others && (await toTable(others, columns));
  const shared = second
    ? first.columns.filter(({name}) => second.columns.some((column) => column.name === name))
    : first.columns;
  const names = shared.map(({name}) => name);
  const tables = [pick(first, names), second && pick(second, names)] as const;
  const guessed = guessPlan(...tables);
  const plan = {
    columns: columns ? shared.map(({name, kind}) => ({name, kind})) : guessed.columns,
    blocking: blocking ?? guessed.blocking
  };
  const input = packLink({first: tables[0], ...(tables[1] && {second: tables[1]}), plan});
  const found = await compute.run("link", input, work);
  const threshold = wanted ?? found.threshold;
  const pairs = Array.from(found.a, (a, i) => ({
    a,
    b: found.b[i]!,
    probability: found.probability[i]!
  })).filter(({probability}) => probability >= threshold);
  const clusters = second ? [] : joinClusters(pairs);
  const cluster = [...first.keys.keys()];
  for (const records of clusters) for (const record of records) cluster[record] = records[0]!;
  return {pairs, clusters, cluster, threshold, recall: found.recall};
}

async function toTable(
  rows: DedupeRows,
  kinds: Readonly<Record<string, MatchKind>> | undefined
): Promise<MatchTable> {
  const pause = createPause();
  const isResult = rows instanceof QueryResult;
  const names = isResult ? rows.columns : [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = [];
  for (const [i, name] of names.entries()) {
    if (kinds && !Object.hasOwn(kinds, name)) continue;
    const values: string[] = [];
    for (let row = 0; row < rows.length; ++row) {
      values.push(
        isResult
          ? toValueText(rows.value(row, i), rows.fields[i]!.type)
          : toText((rows[row] as Readonly<Record<string, unknown>>)[name])
      );
      await pause();
    }
    columns.push({name, kind: kinds?.[name] ?? ("text" as const), values});
  }
  return {keys: Array.from({length: rows.length}, (_, i) => String(i)), columns};
}

function pick({keys, columns}: MatchTable, names: readonly string[]): MatchTable {
  return {keys, columns: names.map((name) => columns.find((column) => column.name === name)!)};
}
