import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {DataTable, TableSink} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import type {Engine, TablePlace} from "./engine.ts";
import type {Origin, Source, SourceColumn} from "./source.ts";
import {selectList} from "./source.ts";

/** Formats that say of each column what it is. */
const TYPED_FORMATS: ReadonlySet<string> = new Set(["arrow", "parquet"]);
/** Columns of a stage table beside those of the files; no file's column can be called so, since names are trimmed. */
const PART_COLUMN = " part";
const FILE_COLUMN = " file";

/** What a source is called, and where its rows go. */
type SourceNames = Pick<Source, "inner" | "target" | "key">;

let stages = 0;

/** Tables that our own readers gave, kept in the engine's memory until it is known where they go. */
export class Stage {
  readonly #engine: Engine;
  readonly #schema = `stage ${++stages}`;
  /** Stage tables by the names and types of their columns. */
  readonly #tables = new Map<string, string>();
  #parts = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Takes a table as a whole. */
  async add(origin: Origin, table: DataTable): Promise<Source> {
    const part = await this.#open(origin, table);
    await part.write(table);
    return part.toSource();
  }

  /** Takes tables piece by piece; `sources` are those that have come so far. */
  collect(origin: Origin): TableSink & {sources(): Source[]} {
    const parts = new Map<string, StagePart>();
    return {
      write: async (rows) => {
        let part = parts.get(rows.name);
        if (!part) parts.set(rows.name, (part = await this.#open(origin, rows)));
        await part.write(rows);
      },
      sources: () => [...parts.values()].map((part) => part.toSource())
    };
  }

  /** A place for a table of the caller's own, in the stage's schema. */
  async reserve(): Promise<{schema: string; name: string; path: string}> {
    await this.#prepare();
    const name = `own ${this.#parts++}`;
    const schema = `memory.${quoteIdentifier(this.#schema)}`;
    return {schema, name, path: this.#toPath(name)};
  }

  /** Makes a table of a query's rows, and gives it as a source. */
  async take(
    origin: Origin,
    {inner, target, key, sql}: SourceNames & {readonly sql: string}
  ): Promise<Source> {
    await this.#prepare();
    const part = this.#parts++;
    const path = this.#toPath(`taken ${part}`);
    await this.#engine.run(
      `CREATE TABLE ${path} AS SELECT ${part}::BIGINT AS ${quoteIdentifier(PART_COLUMN)},
        ${quoteText(origin.path)} AS ${quoteIdentifier(FILE_COLUMN)}, * FROM (${sql})`
    );
    const columns = (await this.#engine.describe(`FROM ${path}`)).slice(2);
    const [{n} = {n: 0}] = await this.#engine.rows(`SELECT count(*) AS n FROM ${path}`);
    return new StagedSource(origin, {inner, target, key}, columns, {
      path,
      parts: [part],
      rows: Number(n)
    });
  }

  /** Gives the memory back; the sources are of no use any more. */
  async close(): Promise<void> {
    await this.#engine.run(`DROP SCHEMA IF EXISTS memory.${quoteIdentifier(this.#schema)} CASCADE`);
    this.#tables.clear();
  }

  async #prepare(): Promise<void> {
    if (this.#parts === 0)
      await this.#engine.run(`CREATE SCHEMA IF NOT EXISTS memory.${quoteIdentifier(this.#schema)}`);
  }

  #toPath(name: string): string {
    return `memory.${quoteIdentifier(this.#schema)}.${quoteIdentifier(name)}`;
  }

  async #open(origin: Origin, table: DataTable): Promise<StagePart> {
    await this.#prepare();
    const key = JSON.stringify(table.columns.map(({name, type}) => [name, type]));
    let name = this.#tables.get(key);
    if (name === undefined) this.#tables.set(key, (name = `stage ${this.#tables.size}`));
    const place = {catalog: "memory", schema: this.#schema, name};
    return new StagePart(this.#engine, origin, table, {
      place,
      path: this.#toPath(name),
      part: this.#parts++
    });
  }
}

/** Where a part's rows stand. */
interface StageTable {
  readonly place: TablePlace;
  readonly path: string;
  readonly part: number;
}

/** One table of one file, as it comes in. */
class StagePart {
  readonly #engine: Engine;
  readonly #origin: Origin;
  readonly #first: DataTable;
  readonly #stage: StageTable;
  readonly #filled: Set<string> = new Set();
  #rows = 0;

  constructor(engine: Engine, origin: Origin, first: DataTable, stage: StageTable) {
    this.#engine = engine;
    this.#origin = origin;
    this.#first = first;
    this.#stage = stage;
  }

  async write({columns}: DataTable): Promise<void> {
    const rows = columns[0]?.values.length ?? 0;
    const given = new Map(columns.map((column) => [column.name, column.values]));
    await this.#engine.append(this.#stage.place, [
      {name: PART_COLUMN, type: "BIGINT", values: new Array<number>(rows).fill(this.#stage.part)},
      {
        name: FILE_COLUMN,
        type: "VARCHAR",
        values: new Array<string>(rows).fill(this.#origin.path)
      },
      ...this.#first.columns.map(({name, type}) => ({
        name,
        type,
        values: given.get(name) ?? new Array<null>(rows).fill(null)
      }))
    ]);
    for (const {name, values} of columns)
      if (!this.#filled.has(name) && values.some((value) => value !== null)) this.#filled.add(name);
    this.#rows += rows;
  }

  toSource(): Source {
    const {name, key, columns} = this.#first;
    const {connector, format} = this.#origin;
    const isTyped = connector !== null || TYPED_FORMATS.has(format);
    const target = connector === null ? undefined : name;
    const {path, part} = this.#stage;
    return new StagedSource(
      this.#origin,
      {inner: name, target, key},
      columns.map(({name, type}) => ({
        name,
        type: toSqlType(type),
        // a connector and a typed format know what a column is, also where it is empty
        isEmpty: !isTyped && !this.#filled.has(name)
      })),
      {path, parts: [part], rows: this.#rows}
    );
  }
}

/** Rows of a stage table, by the parts that they came in. */
interface StagedRows {
  readonly path: string;
  readonly parts: readonly number[];
  readonly rows: number;
}

class StagedSource implements Source {
  readonly origin: Origin;
  readonly inner: string;
  readonly target: string | undefined;
  readonly key: readonly string[] | undefined;
  readonly columns: readonly SourceColumn[];
  readonly #staged: StagedRows;

  constructor(
    origin: Origin,
    {inner, target, key}: SourceNames,
    columns: readonly SourceColumn[],
    staged: StagedRows
  ) {
    this.origin = origin;
    this.inner = inner;
    this.target = target;
    this.key = key;
    this.columns = columns;
    this.#staged = staged;
  }

  get rows(): number {
    return this.#staged.rows;
  }

  select(target: readonly Column[], fileColumn?: string): string {
    const file =
      fileColumn === undefined
        ? undefined
        : {name: fileColumn, value: quoteIdentifier(FILE_COLUMN)};
    const {path, parts} = this.#staged;
    // a long list makes DuckDB join, which does not keep the order of the rows
    const order = parts.length > 1 ? " ORDER BY rowid" : "";
    return `SELECT ${selectList(this.columns, target, file)} FROM ${path}
      WHERE ${quoteIdentifier(PART_COLUMN)} IN (${parts.join(", ")})${order}`;
  }

  /** Parts of one stage table stand there in the order in which they were added. */
  join(next: Source): Source | undefined {
    if (!(next instanceof StagedSource) || next.#staged.path !== this.#staged.path)
      return undefined;
    const {path, parts, rows} = this.#staged;
    if (next.#staged.parts[0]! < parts.at(-1)!) return undefined;
    return new StagedSource(this.origin, this, this.columns, {
      path,
      parts: [...parts, ...next.#staged.parts],
      rows: rows + next.#staged.rows
    });
  }
}
