import {toTextKey} from "../../lib/text-key.ts";
import type {Column} from "../../model/column.ts";
import {toColumnKind} from "../../model/column.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {TextCollection} from "../../model/text-collection.ts";
import type {TextGuess} from "./guess-columns.ts";
import {guessTextColumns, guessTime} from "./guess-columns.ts";
import type {Guesses} from "./guesses.ts";
import {toSampleSql, toSamples} from "./sample-columns.ts";
import type {TextChoice, TextSource} from "./text-source.ts";

/** Runs SQL over the lake and what was imported. */
export type TableQuery = (sql: string, options?: {signal?: AbortSignal}) => Promise<QueryResult>;

/** What tables are asked with. */
export interface TableGround {
  readonly query: TableQuery;
  readonly guesses: Guesses;
  readonly choices: Readonly<Record<string, TextChoice>>;
}

/** A table as its catalogue tells of it. */
export interface TableFacts {
  readonly id: string;
  readonly label: string;
  readonly of: TextCollection["of"];
  readonly columns: readonly Column[];
  readonly rows: number | null;
  /** What it is made of. */
  readonly state: string;
  /** SQL for some of its rows. */
  readonly sample: string;
  /** What is known of it without looking at its rows, where anything is. */
  readonly carried?: () => Promise<TextGuess | undefined>;
}

/** A table as a collection of texts, but for how it is read; undefined where no column is text. */
export async function toTableSource(
  {id, label, of, columns, rows, state, sample, carried}: TableFacts,
  {query, guesses, choices}: TableGround
): Promise<Omit<TextSource, "read"> | undefined> {
  const texts = columns.filter(({type}) => type === "VARCHAR").map(({name}) => name);
  const times = columns
    .filter(({type}) => ["date", "timestamp"].includes(toColumnKind(type)))
    .map(({name}) => name);
  if (texts.length === 0) return undefined;
  const guess = await guesses.get(id, state, async () => {
    const known = await carried?.();
    if (known) return known;
    const rows = await query(toSampleSql(sample, texts));
    return guessTextColumns(toSamples(texts, (name) => rows.column(name)));
  });
  const choice = choices[id] ?? {};
  // what was chosen may be gone by now
  const chosen = choice.columns?.filter((name) => texts.includes(name));
  const time =
    choice.time === null || (choice.time !== undefined && times.includes(choice.time))
      ? choice.time
      : guessTime(times);
  const collection: TextCollection = {
    id,
    label,
    of,
    columns: chosen?.length ? chosen : guess.columns,
    time
  };
  return {
    collection,
    columns: texts,
    times,
    isWorth: guess.isWorth,
    rows: rows ?? undefined,
    state: toTextKey(JSON.stringify([state, collection]))
  };
}
