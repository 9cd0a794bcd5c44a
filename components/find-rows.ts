import type {Workspace} from "../src/index.ts";
import {quoteIdentifier, quoteText, toEndText, toValueText} from "../src/index.ts";
import {toRowPlace} from "./row-place.ts";

/** A row of the lake that can be joined to an entry. */
export interface FoundRow {
  /** Its address, as an edge keeps it. */
  readonly end: string;
  /** "people, row 5" */
  readonly title: string;
  /** Its first values, for people. */
  readonly values: string;
}

const MAX_ROWS = 12;
const MAX_VALUES = 5;

/** Rows of a table of the lake with a text in any column; the first rows where the text is "". */
export async function findRows(
  workspace: Workspace,
  {table, text}: {readonly table: string; readonly text: string},
  signal?: AbortSignal
): Promise<FoundRow[]> {
  const {columns, parts} = await workspace.catalogue();
  const names = columns.filter((column) => column.table === table).map(({name}) => name);
  const sql = toSql(table, names, text);
  const result = await workspace.query(sql, {...(signal && {signal})});
  const rows: FoundRow[] = [];
  for (let i = 0; i < result.numRows; ++i) {
    const rowid = Number(result.provenance?.rowids.get(i) ?? -1);
    const part = parts.find(
      ({table: name, firstRow, rows: count}) =>
        name === table && rowid >= firstRow && rowid < firstRow + count
    );
    if (!part) continue; // a row of no file has no address that lasts
    const row = rowid - part.firstRow;
    const values = result.fields
      .map(({type}, n) => toValueText(result.value(i, n), type))
      .filter((value) => value !== "");
    rows.push({
      end: toEndText({kind: "row", table, sha256: part.sha256, row}),
      title: toRowPlace(table, row),
      values: values.slice(0, MAX_VALUES).join(" · ")
    });
  }
  return rows;
}

function toSql(table: string, names: readonly string[], text: string): string {
  const pattern = quoteText(`%${text.trim().replace(/[\\%_]/g, "\\$&")}%`);
  const texts = names.map((name) => `${quoteIdentifier(name)}::varchar`).join(", ");
  const where =
    text.trim() === "" ? "" : `where concat_ws(' ', ${texts}) ilike ${pattern} escape '\\'`;
  return `select * from lake.${quoteIdentifier(table)} ${where} limit ${MAX_ROWS}`;
}
