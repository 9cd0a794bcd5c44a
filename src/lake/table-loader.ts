import {UnavailableError} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import {toUnique} from "../lib/slug.ts";
import type {Column} from "../model/column.ts";
import type {CachedRows} from "./cached-source.ts";
import {CachedSource} from "./cached-source.ts";
import {EngineLostError, isEngineLost} from "./engine-lost.ts";
import type {Engine} from "./engine.ts";
import {toEngineMessage} from "./engine-message.ts";
import type {MergeShape} from "./merge-parts.ts";
import {RunError, mergeParts} from "./merge-parts.ts";
import type {Source, SourceColumn} from "./source.ts";
import {unifyTypes} from "./type-union.ts";

/** What the engine says where not the file is at fault, but the machine: no other file would fare better. */
const MACHINE_AT_FAULT =
  /No space left|Could not write|Failed to write|Out of Memory|could not allocate|Cannot open file|INTERRUPT/i;
/** The column that says from which file a row came, where there are several. */
const FILE_COLUMN = "_file";
/** Formats whose rows say by themselves from which file they are. */
export const NAMED_ROWS: readonly string[] = ["markdown", "text", "image", "pdf"];

/** A part of a table that is to be loaded: a file's rows. */
export interface PlannedPart {
  readonly file: string;
  source: Source;
}

export interface PlannedTable {
  readonly name: string;
  readonly format: string;
  readonly connector: string | null;
  /** Columns that name a row; none: a row is told by all of its values; absent: by its place. */
  readonly key?: readonly string[] | undefined;
  readonly parts: PlannedPart[];
}

/** A part as it stands in the lake. */
export interface LoadedPart extends PlannedPart {
  readonly firstRow: number;
  readonly rows: number;
  /** How many rows the file has for the table; more than `rows` where another file's were taken for some of them. */
  readonly given: number;
}

export interface LoadedTable {
  readonly name: string;
  readonly format: string;
  readonly connector: string | null;
  readonly key?: readonly string[] | undefined;
  readonly columns: readonly Column[];
  readonly parts: readonly LoadedPart[];
  readonly rows: number;
}

/** Loads tables out of their sources. */
export class TableLoader {
  readonly #engine: Engine;
  readonly #reread: (part: PlannedPart) => Promise<Source | undefined>;
  readonly #onRefused: (part: PlannedPart, what: string) => void;
  /** The schema that the tables are made in, as SQL has it. */
  readonly #schema: string;

  /**
   * `reread` reads a file whose rows in the previous lake do not fit; `onRefused` is told of a file whose rows
   * cannot be read after all.
   */
  constructor(
    engine: Engine,
    {
      schema,
      reread,
      onRefused
    }: {
      schema: string;
      reread: (part: PlannedPart) => Promise<Source | undefined>;
      onRefused: (part: PlannedPart, what: string) => void;
    }
  ) {
    this.#engine = engine;
    this.#schema = schema;
    this.#reread = reread;
    this.#onRefused = onRefused;
  }

  /**
   * Loads a table from all of its parts; undefined where none of them can be read. Throws `UnavailableError` where
   * the table cannot be written, `EngineLostError` where a file breaks the engine.
   */
  async load(plan: PlannedTable): Promise<LoadedTable | undefined> {
    const {name, format, connector, key} = plan;
    let parts = plan.parts;
    while (parts.length > 0) {
      const columns = await this.#toColumns(parts);
      parts = await this.#replaceUnfit(parts, columns);
      const hasFileColumn = parts.length > 1 && !NAMED_ROWS.includes(format);
      const fileColumn = hasFileColumn ? toFileColumn(columns) : undefined;
      const loaded = key
        ? await this.#merge(name, parts, {columns, fileColumn, key})
        : await this.#fill(name, parts, columns, fileColumn);
      if (loaded instanceof RefusedRun) {
        await this.#engine.run(`DROP TABLE IF EXISTS ${this.#toPath(name)}`);
        parts = await this.#withoutRefused(parts, loaded);
        continue;
      }
      return {
        name,
        format,
        connector,
        key,
        columns:
          fileColumn === undefined ? columns : [...columns, {name: fileColumn, type: "VARCHAR"}],
        parts: loaded,
        rows: loaded.reduce((sum, {rows}) => sum + rows, 0)
      };
    }
    return undefined;
  }

  /** The columns of all parts, in the order in which they appear, each of a type that holds them all. */
  async #toColumns(parts: readonly PlannedPart[]): Promise<Column[]> {
    const byName = new Map<string, SourceColumn[]>();
    for (const {source} of parts)
      for (const column of source.columns) {
        const key = column.name.toLowerCase();
        const columns = byName.get(key);
        if (columns) columns.push(column);
        else byName.set(key, [column]);
      }
    const columns: Column[] = [];
    for (const sources of byName.values())
      columns.push({name: sources[0]!.name, type: await unifyTypes(this.#engine, sources)});
    return columns;
  }

  async #replaceUnfit(
    parts: readonly PlannedPart[],
    columns: readonly Column[]
  ): Promise<PlannedPart[]> {
    const fitting: PlannedPart[] = [];
    for (const part of parts) {
      const {source} = part;
      if (!(source instanceof CachedSource) || source.fits(columns)) fitting.push(part);
      else {
        const read = await this.#reread(part);
        if (read) fitting.push({...part, source: read});
      }
    }
    return fitting;
  }

  async #merge(
    name: string,
    parts: readonly PlannedPart[],
    shape: MergeShape & {fileColumn: string | undefined}
  ): Promise<LoadedPart[] | RefusedRun> {
    let runs = toRuns(parts);
    for (;;) {
      try {
        return await this.#mergeRuns(name, runs, shape);
      } catch (error) {
        if (!(error instanceof RunError)) throw toMachineError(error);
        const refused = this.#toRefused(runs[error.run]!.parts, error.cause);
        if (refused.parts.length === 1) return refused;
        // which part it is shows when each is read by itself
        runs = parts.map((part) => ({source: part.source, parts: [part]}));
      }
    }
  }

  async #mergeRuns(
    name: string,
    runs: readonly Run[],
    {columns, fileColumn, key}: MergeShape & {fileColumn: string | undefined}
  ): Promise<LoadedPart[]> {
    const merged = await mergeParts(
      this.#engine,
      this.#toPath(name),
      runs.map(({source, parts}) => ({
        select: source.select(columns, fileColumn),
        parts: parts.length > 1 ? parts.map((part) => part.source.rows) : [undefined]
      })),
      {columns, key}
    );
    let firstRow = 0;
    return runs
      .flatMap(({parts}) => parts)
      .map((part, i) => {
        const {rows, given} = merged[i]!;
        firstRow += rows;
        return {...part, firstRow: firstRow - rows, rows, given};
      });
  }

  /** Throws where not the files are at fault. */
  #toRefused(parts: readonly PlannedPart[], error: unknown): RefusedRun {
    if (isEngineLost(error)) throw new EngineLostError(parts[0]!.file, error);
    if (MACHINE_AT_FAULT.test(String(error))) throw toMachineError(error);
    return new RefusedRun(parts, error);
  }

  #toPath(name: string): string {
    return `${this.#schema}.${quoteIdentifier(name)}`;
  }

  async #fill(
    name: string,
    parts: readonly PlannedPart[],
    columns: readonly Column[],
    fileColumn: string | undefined
  ): Promise<LoadedPart[] | RefusedRun> {
    const loaded: LoadedPart[] = [];
    let firstRow = 0;
    for (const run of toRuns(parts)) {
      const select = run.source.select(columns, fileColumn);
      const statement =
        firstRow === 0 && loaded.length === 0
          ? `CREATE TABLE ${this.#toPath(name)} AS`
          : `INSERT INTO ${this.#toPath(name)}`;
      let count: number;
      try {
        count = await this.#engine.run(`${statement} ${select}`);
      } catch (error) {
        return this.#toRefused(run.parts, error);
      }
      for (const part of run.parts) {
        const rows = run.parts.length > 1 ? part.source.rows! : count;
        loaded.push({...part, firstRow, rows, given: rows});
        firstRow += rows;
      }
    }
    return loaded;
  }

  async #withoutRefused(
    parts: readonly PlannedPart[],
    {parts: refused, error}: RefusedRun
  ): Promise<PlannedPart[]> {
    const [part, ...more] = refused;
    if (more.length === 0 && (await part!.source.repair?.(error))) return [...parts];
    for (const part of refused) this.#onRefused(part, toEngineMessage(error));
    return parts.filter(({source}) => !refused.some((part) => part.source === source));
  }
}

/** Parts that one statement was to read, and why it could not. */
class RefusedRun {
  readonly parts: readonly PlannedPart[];
  readonly error: unknown;

  constructor(parts: readonly PlannedPart[], error: unknown) {
    this.parts = parts;
    this.error = error;
  }
}

/** Parts that one statement reads. */
interface Run {
  source: Source;
  readonly parts: PlannedPart[];
}

/** Parts that stand side by side in one source are read by one statement. */
function toRuns(parts: readonly PlannedPart[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    const joined = last?.source.join?.(part.source);
    if (last && joined) {
      last.source = joined;
      last.parts.push(part);
    } else runs.push({source: part.source, parts: [part]});
  }
  return runs;
}

function toFileColumn(columns: readonly Column[]): string {
  const names = new Set(columns.map(({name}) => name.toLowerCase()));
  return toUnique(FILE_COLUMN, (name) => names.has(name));
}

function toMachineError(error: unknown): Error {
  return new UnavailableError(`lake cannot be written: ${toEngineMessage(error)}`, {cause: error});
}

/** A loaded table's rows as the next compilation may reuse them. */
export function toCachedRows({name, columns, parts}: LoadedTable): CachedRows[] {
  return parts.map(({file, source, firstRow, rows, given}) => ({
    file,
    origin: source.origin,
    inner: source.inner,
    target: source.target,
    key: source.key,
    columns: source.columns,
    table: name,
    stored: columns,
    first: firstRow,
    rows,
    given
  }));
}
