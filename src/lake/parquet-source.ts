import {quoteText} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import {escapeGlob} from "./escape-glob.ts";
import type {Engine} from "./engine.ts";
import type {Origin, Source} from "./source.ts";
import {selectList} from "./source.ts";

/** Types that the lake cannot hold: DuckDB-WASM, which is older and has no extensions, must read it. */
const FOREIGN_TYPES = /VARIANT|GEOMETRY|TIME_NS|BIGNUM|JSON/;

/** Values of a gigabyte each, which a few bytes of compressed text may claim, take minutes and all memory. */
const MAX_VALUE_BYTES = 2 ** 26;

/** A Parquet file, whose types are its own. */
export class ParquetSource implements Source {
  readonly origin: Origin;
  readonly inner = "";
  readonly columns: readonly Column[];
  readonly #relation: string;
  /** The types that the lake cannot hold, by column. */
  readonly #types: ReadonlyMap<string, string>;

  private constructor(
    origin: Origin,
    relation: string,
    columns: readonly Column[],
    types: ReadonlyMap<string, string>
  ) {
    this.origin = origin;
    this.#relation = relation;
    this.#types = types;
    this.columns = columns.map(({name, type}) => ({
      name,
      type: FOREIGN_TYPES.test(types.get(name) ?? type) ? "VARCHAR" : type
    }));
  }

  /** Reads the schema. Throws the engine's error where the file is broken. */
  static async open(
    engine: Engine,
    {origin, path}: {origin: Origin; path: string}
  ): Promise<ParquetSource> {
    const [{largest = 0} = {}] = await engine.rows(
      `SELECT max(total_uncompressed_size // greatest(num_values, 1)) AS largest FROM parquet_metadata(${quoteText(escapeGlob(path))})`
    );
    if (Number(largest) > MAX_VALUE_BYTES)
      throw new Error(
        `values too large to be read: ${Math.round(Number(largest) / 2 ** 20)} MB each (64 MB at most)`
      );
    const relation = `read_parquet(${quoteText(escapeGlob(path))}, hive_partitioning = false)`;
    const rows = await engine.rows(`DESCRIBE FROM ${relation}`);
    const foreign = rows.flatMap(({column_name: name, column_type: type}) =>
      FOREIGN_TYPES.test(type as string) ? [[name as string, type as string] as const] : []
    );
    const columns = await engine.describe(`FROM ${relation}`);
    return new ParquetSource(origin, relation, columns, new Map(foreign));
  }

  select(target: readonly Column[], fileColumn?: string): string {
    const columns = this.columns.map(({name, type}) => ({
      name,
      type: this.#types.get(name) ?? type
    }));
    const file =
      fileColumn === undefined ? undefined : {name: fileColumn, value: quoteText(this.origin.path)};
    return `SELECT ${selectList(columns, target, file)} FROM ${this.#relation}`;
  }
}
