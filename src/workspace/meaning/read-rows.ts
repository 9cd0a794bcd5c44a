import {createPause} from "../../lib/pause.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import {toTextKey} from "../../lib/text-key.ts";
import type {TextCollection, TextSet} from "../../model/text-collection.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {TextsOptions} from "./meaning.ts";

/** SQL for the text of a row: the columns' values that are not blank, a line each. */
export function toTextSql(columns: readonly string[]): string {
  if (columns.length === 0) return "''";
  const values = columns.map((name) => {
    const value = quoteIdentifier(name);
    return `CASE WHEN trim(${value}, E' \\n\\t\\r') <> '' THEN ${value} END`;
  });
  return `concat_ws(E'\\n', ${values.join(", ")})`;
}

/** SQL for when a row was; null where nothing says. */
export function toTimeSql({time}: TextCollection): string {
  return time === null ? "NULL" : quoteIdentifier(time);
}

/** The texts of a result with the columns `text` and `time`; `toEnd` gives what row is which. */
export async function toTexts(
  result: QueryResult,
  collection: TextCollection,
  toEnd: (row: number) => string,
  {signal, onProgress}: TextsOptions
): Promise<Omit<TextSet, "collection">> {
  const {numRows, columns} = result;
  const [text, time] = [columns.indexOf("text"), columns.indexOf("time")];
  const ends: string[] = [];
  const texts: string[] = [];
  const hashes: string[] = [];
  const times = collection.time === null ? null : new Float64Array(numRows);
  const pause = createPause(signal);
  for (let row = 0; row < numRows; ++row) {
    const value = result.value(row, text) as string;
    ends.push(toEnd(row));
    texts.push(value);
    hashes.push(toTextKey(value));
    if (times) {
      const at = result.value(row, time);
      times[row] = at instanceof Date ? at.getTime() : NaN;
    }
    await pause();
    if (row % 1000 === 0) onProgress?.(row, numRows);
  }
  return {ends, texts, hashes, times};
}
