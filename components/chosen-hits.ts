import type {Catalogue, SearchHit} from "../src/index.ts";
import {groupBy, quoteIdentifier, quoteText, toEnd} from "../src/index.ts";
import {findPart} from "./find-source.ts";

/** Chosen hits that are of one table or one type of entries, and SQL for them. */
export interface ChosenGroup {
  readonly from: string;
  readonly count: number;
  /** Whether they are rows, which can be kept as entries. */
  readonly areRows: boolean;
  readonly sql: string;
}

/** Hits by what they are of. Rows that the lake has no more, and those of imported tables, are in no group. */
export function toChosenGroups(
  hits: readonly SearchHit[],
  catalogue: Catalogue | undefined
): ChosenGroup[] {
  const entries = groupBy(
    hits.filter(({kind}) => kind === "entry"),
    ({from}) => from
  );
  const rows = hits.flatMap(({end}) => {
    const row = toEnd(end);
    const part = row?.kind === "row" && catalogue ? findPart(catalogue, row) : undefined;
    return part && row?.kind === "row" ? [{table: part.table, rowid: part.firstRow + row.row}] : [];
  });
  return [
    ...Array.from(entries, ([from, hits]): ChosenGroup => {
      const ids = hits.map(({end}) => quoteText(end)).join(", ");
      const sql = `select * from ws.${quoteIdentifier(from)}\nwhere id in (${ids})`;
      return {from, count: hits.length, areRows: false, sql};
    }),
    ...Array.from(
      groupBy(rows, ({table}) => table),
      ([from, rows]): ChosenGroup => {
        const ids = rows.map(({rowid}) => rowid).join(", ");
        const sql = `select * from lake.${quoteIdentifier(from)}\nwhere rowid in (${ids})`;
        return {from, count: rows.length, areRows: true, sql};
      }
    )
  ];
}
