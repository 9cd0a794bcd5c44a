import {InputError, toMessage} from "../../lib/errors.ts";
import {createPause} from "../../lib/pause.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Catalogue, LakePart} from "../../model/catalogue.ts";
import {toEndText} from "../../model/end.ts";
import {toLabel} from "../../model/entry-type.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {toValueText} from "../../model/value-text.ts";
import type {NamedTable} from "../imports/raw-rows.ts";
import {toRowNamesSql} from "../imports/raw-rows.ts";
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
  /** How rows of imported tables are named. */
  readonly namedTables: () => Promise<ReadonlyMap<string, NamedTable>>;
}

/** All rows of a table of the lake, or of one that was imported. Throws `InputError` where it is too long, or not there. */
export async function readTableRecords(
  {query, catalogue, namedTables}: TableReader,
  source: MatchSource,
  signal?: AbortSignal
): Promise<SourceRecords> {
  const {schema, name} = source;
  const sql = `SELECT * FROM ${schema}.${quoteIdentifier(name)} LIMIT ${MAX_RECORDS + 1}`;
  const result = await query(sql, signal ? {signal} : {}).catch((error: unknown) => {
    throw isMissingTable(error)
      ? new InputError(
          `table not found: ${toSourceText(source)}; it was taken back, removed or renamed`,
          {cause: error}
        )
      : error;
  });
  if (result.numRows > MAX_RECORDS)
    throw new InputError(
      `table too long to be compared: ${toSourceText(source)} has more than ${MAX_RECORDS.toLocaleString("en")} rows; make a shorter one of it`
    );
  const columns = await toRecords(result, signal);
  const named = schema === "raw" ? (await namedTables()).get(name) : undefined;
  const ends = named
    ? await readRawEnds(query, named, signal)
    : await toLakeEnds(result, {name, columns, parts: (await catalogue()).parts}, signal);
  return {source: toSourceText(source), ends, columns, result};
}

/** Whether the engine refused a query since its table is not there. */
function isMissingTable(error: unknown): boolean {
  return /Catalog error: Table .* does not exist/i.test(toMessage(error));
}

/** Addresses of the rows of an imported table, in its order: it is made of batches, and no one file holds them. */
async function readRawEnds(
  query: TableReader["query"],
  named: NamedTable,
  signal: AbortSignal | undefined
): Promise<string[]> {
  const names = await query(toRowNamesSql(named), signal ? {signal} : {});
  const pause = createPause(signal);
  const ends: string[] = [];
  for (let i = 0; i < names.numRows; ++i) {
    const [sha256, row] = [names.value(i, 0) as string, Number(names.value(i, 1))];
    ends.push(toEndText({kind: "row", table: `raw.${named.name}`, sha256, row}));
    await pause();
  }
  return ends;
}

async function toLakeEnds(
  {provenance, numRows}: QueryResult,
  {
    name,
    columns,
    parts
  }: {
    readonly name: string;
    readonly columns: SourceRecords["columns"];
    readonly parts: readonly LakePart[];
  },
  signal: AbortSignal | undefined
): Promise<string[]> {
  const findSource = createRowFinder(provenance, parts);
  const toContentEnd = createContentEnds(name);
  const pause = createPause(signal);
  const ends: string[] = [];
  for (let row = 0; row < numRows; ++row) {
    const place = findSource(row);
    const end = place
      ? toEndText({kind: "row", table: name, sha256: place.sha256, row: place.row})
      : toContentEnd(columns.map(({values}) => values[row]!));
    ends.push(end);
    await pause();
  }
  return ends;
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
