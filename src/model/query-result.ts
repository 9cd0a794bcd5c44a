import type {Column, Value} from "./column.ts";
import {toColumnKind} from "./column.ts";

/** A row as a plain object, by column name. */
export type Row = Readonly<Record<string, Value>>;

/** One column's values by row number; decoding happens when a value is asked for. */
export interface ColumnReader {
  readonly length: number;
  get(row: number): Value;
}

/** The lake rows that a result's rows came from, where the query keeps them one to one. */
export interface Provenance {
  /** The lake table, without its schema. */
  readonly table: string;
  /** The row's number in that table (DuckDB's rowid), by result row. */
  readonly rowids: ColumnReader;
}

/**
 * What a query gave: `numRows` rows of typed columns. Iterating gives plain objects, made as they are asked
 * for, so that a result of a million rows costs no million objects. `columns` makes it a table to
 * `Inputs.table` and an iterable to `Plot`.
 */
export class QueryResult implements Iterable<Row> {
  readonly fields: readonly Column[];
  /** The names of `fields`. */
  readonly columns: readonly string[];
  readonly numRows: number;
  /** False where `maxRows` cut the result short. */
  readonly complete: boolean;
  readonly elapsedMs: number;
  readonly provenance: Provenance | undefined;
  readonly #readers: readonly ColumnReader[];

  constructor({
    fields,
    readers,
    complete = true,
    elapsedMs = 0,
    provenance
  }: {
    fields: readonly Column[];
    readers: readonly ColumnReader[];
    complete?: boolean;
    elapsedMs?: number;
    provenance?: Provenance;
  }) {
    this.fields = fields;
    this.columns = fields.map(({name}) => name);
    this.numRows = readers[0]?.length ?? 0;
    this.complete = complete;
    this.elapsedMs = elapsedMs;
    this.provenance = provenance;
    this.#readers = readers;
  }

  /** The rows' number, so that array-minded code (Plot, Inputs) sees a sized collection. */
  get length(): number {
    return this.numRows;
  }

  /** The value at a row and a column number. */
  value(row: number, column: number): Value {
    return this.#readers[column]!.get(row);
  }

  /** The row as a plain object. */
  row(index: number): Row {
    const row: Record<string, Value> = {};
    for (let i = 0; i < this.columns.length; ++i) row[this.columns[i]!] = this.value(index, i);
    return row;
  }

  /** All values of a column, by name; throws on a name that is not there. */
  column(name: string): Value[] {
    const reader = this.#readers[this.columns.indexOf(name)];
    if (!reader)
      throw new RangeError(`column not in result: ${name} (there are: ${this.columns.join(", ")})`);
    return Array.from({length: this.numRows}, (_, i) => reader.get(i));
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let i = 0; i < this.numRows; ++i) yield this.row(i);
  }

  toArray(): Row[] {
    return Array.from(this);
  }

  toJSON(): Row[] {
    return this.toArray();
  }

  /** The kind of each column, in order. */
  kinds(): ReturnType<typeof toColumnKind>[] {
    return this.fields.map(({type}) => toColumnKind(type));
  }
}

/** A reader over an array that is already in memory. */
export function toColumnReader(values: readonly Value[]): ColumnReader {
  return {length: values.length, get: (row) => values[row] ?? null};
}
