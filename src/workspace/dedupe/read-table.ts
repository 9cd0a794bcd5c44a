import {InputError} from "../../lib/errors.ts";
import {createPause} from "../../lib/pause.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import {toEndText} from "../../model/end.ts";
import {toLabel} from "../../model/entry-type.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {toValueText} from "../../model/value-text.ts";
import {createRowFinder} from "../row-source.ts";
import {createContentEnds} from "./content-ends.ts";
import type {MatchSource} from "./match-source.ts";
import {toSourceText} from "./match-source.ts";
import type {SourceRecords} from "./source-records.ts";

/** With more, neither the comparing nor the looking through comes to an end. */
const MAX_RECORDS = 300_000;

export interface TableReader {
  readonly query: (sql: string, options?: {signal?: AbortSignal}) => Promise<QueryResult>;
  readonly catalogue: () => Promise<Catalogue>;
}

/** All rows of a table of the lake, or of one that was imported. Throws `InputError` where it is too long, or not there. */
export async function readTableRecords(
  {query, catalogue}: TableReader,
  source: MatchSource,
  signal?: AbortSignal
): Promise<SourceRecords> {
  const {schema, name} = source;
  const sql = `SELECT * FROM ${schema}.${quoteIdentifier(name)} LIMIT ${MAX_RECORDS + 1}`;
  const result = await query(sql, signal ? {signal} : {});
  if (result.numRows > MAX_RECORDS)
    throw new InputError(
      `table too long to be compared: ${toSourceText(source)} has more than ${MAX_RECORDS.toLocaleString("en")} rows; make a shorter one of it`
    );
  const {parts} = await catalogue();
  const records = await toRecords(result, signal);
  const findSource = createRowFinder(result.provenance, parts);
  const toContentEnd = createContentEnds(schema === "lake" ? name : toSourceText(source));
  const pause = createPause(signal);
  const ends: string[] = [];
  for (let row = 0; row < result.numRows; ++row) {
    const place = findSource(row);
    const end = place
      ? toEndText({kind: "row", table: name, sha256: place.sha256, row: place.row})
      : toContentEnd(records.map(({values}) => values[row]!));
    ends.push(end);
    await pause();
  }
  return {source: toSourceText(source), ends, columns: records, result};
}

/** The rows of a result as text, column by column. */
export async function toRecords(
  result: QueryResult,
  signal?: AbortSignal
): Promise<SourceRecords["columns"]> {
  const pause = createPause(signal);
  const columns = [];
  for (const [i, {name, type}] of result.fields.entries()) {
    const values: string[] = [];
    for (let row = 0; row < result.numRows; ++row) {
      values.push(toValueText(result.value(row, i), type));
      await pause();
    }
    columns.push({name, label: toLabel(name), values});
  }
  return columns;
}
