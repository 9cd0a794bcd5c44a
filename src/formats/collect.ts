import type {Value} from "../model/column.ts";
import type {Format} from "../model/format.ts";
import {toByteSource} from "../model/bytes.ts";
import type {DataColumn, DataTable, TableSink} from "../model/table.ts";

/** Gathers what is written to it, by table. */
export class TableCollector implements TableSink {
  readonly #tables: Map<string, {first: DataTable; values: Map<string, Value[]>; rows: number}> =
    new Map();

  write(table: DataTable): Promise<void> {
    const rows = table.columns[0]?.values.length ?? 0;
    let known = this.#tables.get(table.name);
    if (!known) {
      const values = new Map(table.columns.map(({name}) => [name, []]));
      this.#tables.set(table.name, (known = {first: table, values, rows: 0}));
    }
    const given = new Map(table.columns.map(({name, values}) => [name, values]));
    for (const [name, values] of known.values) {
      const added = given.get(name);
      for (let row = 0; row < rows; ++row) values.push(added?.[row] ?? null);
    }
    known.rows += rows;
    return Promise.resolve();
  }

  toTables(): DataTable[] {
    return Array.from(this.#tables.values(), ({first, values}) => ({
      ...first,
      columns: first.columns.map((column): DataColumn => ({
        ...column,
        values: values.get(column.name)!
      }))
    }));
  }
}

/** A format's `read` by its `stream`, for bytes that are in memory. */
export function readByStream(stream: NonNullable<Format["stream"]>): NonNullable<Format["read"]> {
  return async (bytes, context) => {
    const sink = new TableCollector();
    const notes = await stream(toByteSource(context.path, bytes), sink, context);
    return {tables: sink.toTables(), ...notes};
  };
}
