import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Problem} from "../model/problem.ts";
import type {Reject} from "../model/table.ts";

/** A column as a file has it. */
export interface SourceColumn extends Column {
  /** True where the file gives it no value at all, so that any type is as good. */
  readonly isEmpty?: boolean;
}

/** Where rows come from. */
export interface Origin {
  /** The path in the lake; of a file in an archive, the archive's, a slash, its own. */
  readonly path: string;
  readonly format: string;
  /** The name of the connector that read it. */
  readonly connector: string | null;
  /** The connector's, where it has one. */
  readonly precedence?: number | undefined;
}

/** What was found out while rows were read. */
export interface Review {
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
}

/** A table in a file, before it is known which lake table its rows go to. */
export interface Source {
  readonly origin: Origin;
  /** What tells it from the file's other tables: a sheet, an element, a key; "" where it is the only one. */
  readonly inner: string;
  /** The lake table that its rows go to, whatever they look like; absent where that is to be found out. */
  readonly target?: string;
  /**
   * Columns that name a row: of rows with the same key, in whatever files, the last one counts. None: a row is told by
   * all of its values, and the same row twice in a file is two rows. Absent: each row is one of its own.
   */
  readonly key?: readonly string[] | undefined;
  readonly columns: readonly SourceColumn[];
  /** The number of rows, where it is known before they are read. */
  readonly rows?: number;
  /**
   * SQL that gives the rows in the file's order, with the columns in this order and of these types; then, where it
   * has a name, a column with the file's path.
   */
  select(target: readonly Column[], fileColumn?: string): string;
  /** This source and the one that comes after it in the table as one, where one statement can read both. */
  join?(next: Source): Source | undefined;
  /** After the engine refused the rows: true where it is worth another try. The columns' types may have changed. */
  repair?(error: unknown): Promise<boolean>;
  /** After the rows were read: what was wrong with them. */
  review?(): Promise<Review>;
}

/** The SQL of a column of one type as another; what is nested becomes JSON where text is wanted. */
export function castColumn({name, type}: Column, target: string): string {
  const column = quoteIdentifier(name);
  if (type === target) return column;
  if (target === "VARCHAR" && isNested(type)) return `to_json(${column})::VARCHAR AS ${column}`;
  return `CAST(${column} AS ${target}) AS ${column}`;
}

/** The select list of `target`, each column from the source's column by that name, whatever its case; then the file's path. */
export function selectList(
  columns: readonly Column[],
  target: readonly Column[],
  file?: {readonly name: string; readonly value: string}
): string {
  const byName = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const list = target.map(({name, type}) => {
    const column = byName.get(name.toLowerCase());
    return column ? castColumn(column, type) : `CAST(NULL AS ${type}) AS ${quoteIdentifier(name)}`;
  });
  if (file) list.push(`${file.value} AS ${quoteIdentifier(file.name)}`);
  return list.join(", ");
}

export function isNested(type: string): boolean {
  return /\]$|^(STRUCT|MAP|UNION)\b/.test(type);
}
