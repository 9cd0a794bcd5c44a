import {quoteIdentifier, quoteText, toSqlLiteral} from "../../lib/sql.ts";
import type {Lake, TableName} from "../../lake/lake.ts";
import {toPath} from "../../lake/lake.ts";
import type {Entry} from "../../model/entry.ts";
import type {DataTable} from "../../model/table.ts";
import {rows, ws} from "./mirror-state.ts";
import type {MirrorColumn} from "./mirror-tables.ts";
import {ENTRY_COLUMNS, toDataTable} from "./mirror-tables.ts";
import type {MirrorType} from "./mirror-types.ts";
import {isKept} from "./type-columns.ts";

/** So few rows are written as SQL text, in one statement with others; more go as Arrow, which takes several. */
const MAX_LITERAL_ROWS = 100;

/** Rows of one table to take out, by their ids, and to put in. */
export interface RowChange {
  readonly table: TableName;
  readonly remove: readonly string[];
  readonly add: DataTable;
}

/** Writes changes of some tables; where they are few, all of them at once. */
export async function writeRows(lake: Lake, changes: readonly RowChange[]): Promise<void> {
  const statements: string[] = [];
  const large: RowChange[] = [];
  for (const change of changes) {
    const count = countRows(change.add);
    if (change.remove.length > 0) statements.push(toDelete(change));
    if (count > MAX_LITERAL_ROWS) large.push(change);
    else if (count > 0) statements.push(toInsert(change));
  }
  if (statements.length > 0) await lake.query(statements.join(";\n"));
  for (const {table, add} of large) await lake.append(table, add);
}

export async function appendRecords<T>(
  lake: Lake,
  table: TableName,
  columns: readonly MirrorColumn<T>[],
  records: readonly T[]
): Promise<void> {
  if (records.length > 0) await lake.append(table, toDataTable(table.name, columns, records));
}

/** Appends entries to `ws.entries` and to the rows of their types. */
export async function appendEntries(
  lake: Lake,
  types: ReadonlyMap<string, MirrorType>,
  entries: readonly Entry[]
): Promise<void> {
  await appendRecords(lake, ws("entries"), ENTRY_COLUMNS, entries);
  for (const name of new Set(entries.map(({type}) => type))) {
    const mirror = types.get(name);
    const mine = entries.filter(({type}) => type === name);
    if (mirror) await appendRecords(lake, rows(mirror.relation), toRowColumns(mirror), mine);
  }
}

/** The columns of the rows of exactly this type. */
export function toRowColumns({columns}: MirrorType): MirrorColumn<Entry>[] {
  return columns.filter((column) => isKept(column) && column.role !== "type");
}

function countRows({columns}: DataTable): number {
  return columns[0]!.values.length;
}

function toDelete({table, remove}: RowChange): string {
  return `DELETE FROM ${toPath(table)} WHERE id IN (${remove.map(quoteText).join(", ")})`;
}

function toInsert({table, add}: RowChange): string {
  const names = add.columns.map(({name}) => quoteIdentifier(name)).join(", ");
  const rows = Array.from(
    {length: countRows(add)},
    (_, row) => `(${add.columns.map(({values}) => toSqlLiteral(values[row])).join(", ")})`
  );
  return `INSERT INTO ${toPath(table)} (${names}) VALUES ${rows.join(", ")}`;
}
