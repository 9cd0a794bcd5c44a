import {quoteText} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import {escapeGlob} from "./csv-sniff.ts";
import type {NativeEngine} from "./native-engine.ts";
import type {Source} from "./source.ts";
import {selectList} from "./source.ts";

/** Types of DuckDB 1.5 that the lake's file, which DuckDB 1.4 must read, cannot hold. */
const NEWER_TYPES = /VARIANT|GEOMETRY|TIME_NS|BIGNUM/;

/** A Parquet file, whose types are its own. */
export class ParquetSource implements Source {
  readonly inner = "";
  readonly columns: readonly Column[];
  readonly #file: string;
  readonly #relation: string;
  /** The types in the file, where the lake cannot hold them. */
  readonly #types: ReadonlyMap<string, string>;

  private constructor(file: string, relation: string, columns: readonly Column[]) {
    this.#file = file;
    this.#relation = relation;
    this.#types = new Map(columns.map(({name, type}) => [name, type]));
    this.columns = columns.map(({name, type}) => ({
      name,
      type: NEWER_TYPES.test(type) ? "VARCHAR" : type
    }));
  }

  /** Reads the schema. Throws the engine's error where the file is broken. */
  static async open(
    engine: NativeEngine,
    {file, path}: {file: string; path: string}
  ): Promise<ParquetSource> {
    const relation = `read_parquet(${quoteText(escapeGlob(path))}, hive_partitioning = false)`;
    const rows = await engine.rows(`DESCRIBE FROM ${relation}`);
    const columns = rows.map((row) => ({
      name: row.column_name as string,
      type: row.column_type as string
    }));
    return new ParquetSource(file, relation, columns);
  }

  select(target: readonly Column[], fileColumn?: string): string {
    const columns = this.columns.map(({name}) => ({name, type: this.#types.get(name)!}));
    const file =
      fileColumn === undefined ? undefined : {name: fileColumn, value: quoteText(this.#file)};
    return `SELECT ${selectList(columns, target, file)} FROM ${this.#relation}`;
  }
}
