import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {RowSource} from "../../model/entry.ts";
import {toFieldValue} from "../../model/entry.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {MatchRecord} from "../../match/match-record.ts";
import {createRowFinder} from "../row-source.ts";

/** Rows that are compared, of those that SQL finds alike. */
const MAX_ROWS = 12;
const MIN_LIKENESS = 0.88;

/** A row of the lake that no entry was kept from yet. */
export interface LakeRow {
  readonly source: RowSource;
  /** The values of the columns that are fields of the type, by field. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The table that most entries were kept from; undefined where none was. */
export function findTable(sources: Iterable<RowSource | null>): string | undefined {
  const counts = new Map<string, number>();
  for (const source of sources)
    if (source) counts.set(source.table, (counts.get(source.table) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

/** The query that finds rows of a table with a title or a key like those of a record; undefined where no column is either. */
export function toRowQuery(
  record: MatchRecord,
  table: string,
  {titleField}: EntryType,
  {columns, tables}: Catalogue
): string | undefined {
  if (!tables.some(({name}) => name === table)) return undefined;
  const names = new Set(columns.filter((one) => one.table === table).map(({name}) => name));
  const toColumn = (name: string): string => `lower(${quoteIdentifier(name)}::VARCHAR)`;
  const likeness =
    names.has(titleField) && record.title !== ""
      ? `coalesce(jaro_winkler_similarity(${toColumn(titleField)}, ${quoteText(record.title.toLowerCase())}), 0)`
      : "0";
  const keys = Object.entries(record.keys)
    .filter(([name]) => names.has(name))
    .map(([name, value]) => `${toColumn(name)} = ${quoteText(value.toLowerCase())}`);
  if (likeness === "0" && keys.length === 0) return undefined;
  const isAlike = [...keys, `${likeness} >= ${MIN_LIKENESS}`].join(" OR ");
  return `SELECT * FROM lake.${quoteIdentifier(table)} WHERE ${isAlike} ORDER BY ${likeness} DESC LIMIT ${MAX_ROWS}`;
}

/** The rows of a result whose place is known, as entries of a type would have them. */
export function toLakeRows(result: QueryResult, type: EntryType, {parts}: Catalogue): LakeRow[] {
  const findSource = createRowFinder(result.provenance, parts);
  const kinds = result.kinds();
  return Array.from({length: result.numRows}, (_, row) => row).flatMap((row): LakeRow[] => {
    const source = findSource(row);
    if (!source) return [];
    const fields = result.columns.flatMap((name, column) =>
      Object.hasOwn(type.schema.properties, name)
        ? [[name, toFieldValue(result.value(row, column), kinds[column])] as const]
        : []
    );
    return [{source, fields: Object.fromEntries(fields)}];
  });
}
