import type {SearchHit} from "../src/index.ts";
import {groupBy, quoteIdentifier, quoteText, toEnd, toRawName, toRawRowSql} from "../src/index.ts";
import {findPart} from "./find-source.ts";
import type {RowTables} from "./hit-links.ts";

/** Chosen hits that are of one table or one type of entries, and SQL for them. */
export interface ChosenGroup {
  readonly from: string;
  readonly count: number;
  /** Whether they are rows, which can be kept as entries. */
  readonly areRows: boolean;
  readonly sql: string;
}

/** Hits by what they are of. Rows that are there no more are in no group. */
export function toChosenGroups(
  hits: readonly SearchHit[],
  tables: RowTables | undefined
): ChosenGroup[] {
  const entries = groupBy(
    hits.filter(({kind}) => kind === "entry"),
    ({from}) => from
  );
  const rows = hits.flatMap((hit) => (tables && toChosenRow(hit, tables)) ?? []);
  return [
    ...Array.from(entries, ([from, hits]): ChosenGroup => {
      const ids = hits.map(({end}) => quoteText(end)).join(", ");
      const sql = `select * from ws.${quoteIdentifier(from)}\nwhere id in (${ids})`;
      return {from, count: hits.length, areRows: false, sql};
    }),
    ...Array.from(
      groupBy(rows, ({table}) => table),
      ([from, rows]): ChosenGroup => ({
        from,
        count: rows.length,
        areRows: true,
        sql: toSql(from, rows)
      })
    )
  ];
}

/** A row by its place in a table of the lake, or by the query for it in an imported one. */
type ChosenRow = {readonly table: string} & ({readonly rowid: number} | {readonly sql: string});

function toChosenRow({end}: SearchHit, {catalogue, imported}: RowTables): ChosenRow | undefined {
  const row = toEnd(end);
  if (row?.kind !== "row") return undefined;
  const named = imported.get(toRawName(row) ?? "");
  if (named) return {table: row.table, sql: toRawRowSql(named, row)};
  const part = findPart(catalogue, row);
  return part && {table: part.table, rowid: part.firstRow + row.row};
}

function toSql(table: string, rows: readonly ChosenRow[]): string {
  const queries = rows.flatMap((row) => ("sql" in row ? [row.sql] : []));
  if (queries.length > 0) return queries.join("\nunion all\n");
  const ids = rows.flatMap((row) => ("rowid" in row ? [row.rowid] : [])).join(", ");
  return `select * from lake.${quoteIdentifier(table)}\nwhere rowid in (${ids})`;
}
