import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {DataTable} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import type {NativeEngine} from "./native-engine.ts";
import type {Source, SourceColumn} from "./source.ts";
import {selectList} from "./source.ts";

/** Columns of a stage table beside those of the files; no file's column can be called so, since names are trimmed. */
const PART_COLUMN = " part";
const FILE_COLUMN = " file";

/** Tables that our own readers gave, kept in the engine's memory until it is known where they go. */
export class Stage {
  readonly #engine: NativeEngine;
  /** Stage tables by the names and types of their columns. */
  readonly #tables = new Map<string, string>();
  #parts = 0;

  constructor(engine: NativeEngine) {
    this.#engine = engine;
  }

  async add(file: string, data: DataTable): Promise<Source> {
    const key = JSON.stringify(data.columns.map(({name, type}) => [name, type]));
    let name = this.#tables.get(key);
    if (name === undefined) this.#tables.set(key, (name = `stage ${this.#tables.size}`));
    const part = this.#parts++;
    const rows = data.columns[0]?.values.length ?? 0;
    await this.#engine.append({catalog: "memory", name}, [
      {name: PART_COLUMN, type: "BIGINT", values: new Array<number>(rows).fill(part)},
      {name: FILE_COLUMN, type: "VARCHAR", values: new Array<string>(rows).fill(file)},
      ...data.columns
    ]);
    const columns = data.columns.map(({name, type, values}) => ({
      name,
      type: toSqlType(type),
      isEmpty: values.every((value) => value === null)
    }));
    return new StagedSource(data.name, columns, name, [part], rows);
  }
}

class StagedSource implements Source {
  readonly inner: string;
  readonly columns: readonly SourceColumn[];
  readonly rows: number;
  readonly #table: string;
  readonly #parts: readonly number[];

  constructor(
    inner: string,
    columns: readonly SourceColumn[],
    table: string,
    parts: readonly number[],
    rows: number
  ) {
    this.inner = inner;
    this.columns = columns;
    this.rows = rows;
    this.#table = table;
    this.#parts = parts;
  }

  select(target: readonly Column[], fileColumn?: string): string {
    const file =
      fileColumn === undefined
        ? undefined
        : {name: fileColumn, value: quoteIdentifier(FILE_COLUMN)};
    return `SELECT ${selectList(this.columns, target, file)} FROM memory.main.${quoteIdentifier(this.#table)}
      WHERE ${quoteIdentifier(PART_COLUMN)} IN (${this.#parts.join(", ")})`;
  }

  /** Parts of one stage table stand there in the order in which they were added. */
  join(next: Source): Source | undefined {
    if (!(next instanceof StagedSource) || next.#table !== this.#table) return undefined;
    if (next.#parts[0]! < this.#parts.at(-1)!) return undefined;
    return new StagedSource(
      this.inner,
      this.columns,
      this.#table,
      [...this.#parts, ...next.#parts],
      this.rows + next.rows
    );
  }
}
