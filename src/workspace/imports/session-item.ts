import type {Batch, RawTable} from "../../model/batch.ts";
import type {Recipe} from "../../model/recipe.ts";
import {QueryResult} from "../../model/query-result.ts";
import type {Reject} from "../../model/table.ts";
import type {StorageState} from "../../store/storage.ts";
import type {CleanRows} from "./clean.ts";
import {estimateLoad} from "./estimate.ts";
import type {ImportFile, ImportItem} from "./imports.ts";
import type {FileTables, ReadTable} from "./file-tables.ts";

/** A file of a session. */
export interface OpenFile extends ImportFile {
  readonly sha256: string;
  /** Whether its bytes are kept already. */
  readonly isKept: boolean;
}

/** What was read of a file. */
export interface OpenReading {
  readonly file: OpenFile;
  /** The schema that its tables lie in. */
  readonly schema: string;
  readonly tables: FileTables;
}

/** A table of a session, or a file without one, as the session knows it. */
export interface SessionItem {
  readonly id: string;
  readonly reading: OpenReading;
  readonly table: ReadTable | null;
  readonly recipe: Recipe;
  readonly isRecognised: boolean;
  readonly others: readonly Recipe[];
  /** Undefined where there is no table. */
  readonly clean: CleanRows | undefined;
  readonly sample: QueryResult;
  readonly mode: "import" | "in-place";
  readonly included: boolean;
}

/** What is kept already, which an item is held against. */
export interface Kept {
  readonly tables: readonly RawTable[];
  readonly batches: readonly Batch[];
  readonly storage: StorageState;
}

export const NO_ROWS: QueryResult = new QueryResult({fields: [], readers: []});

/** An item as pages see it. */
export function toImportItem(item: SessionItem, kept: Kept): ImportItem {
  const {reading, table, recipe, clean} = item;
  const {file, tables} = reading;
  const target = kept.tables.find(({name}) => name.toLowerCase() === recipe.target.toLowerCase());
  const estimate = estimateLoad(
    {
      bytes: file.blob.size,
      format: tables.format,
      mode: item.mode,
      isKept: file.isKept || (item.mode === "in-place" && file.handle !== undefined),
      isLoaded: !tables.isSample,
      isFolded: recipe.key.length > 0 || target !== undefined
    },
    kept.storage
  );
  return {
    id: item.id,
    file: file.path,
    bytes: file.blob.size,
    inner: table?.inner ?? "",
    format: tables.format,
    connector: tables.connector?.label ?? null,
    refusal: table ? null : toRefusal(tables),
    problems: table ? [...tables.problems, ...table.problems] : tables.problems,
    rejects: listRejects(item),
    parse: tables.parse,
    source: table?.columns ?? [],
    recipe,
    isRecognised: item.isRecognised,
    others: item.others,
    columns: clean?.columns ?? [],
    rows: clean?.rows ?? 0,
    isSample: tables.isSample,
    sample: item.sample,
    stepFailure: clean?.failure ?? null,
    joins: target?.kind === "import",
    knownBatches: kept.batches
      .filter(({file: {sha256}, rolledBack}) => sha256 === file.sha256 && rolledBack === null)
      .map(({id}) => id),
    mode: item.mode,
    included: item.included,
    estimate
  };
}

/** What a table is called in messages. */
export function toItemName({reading, table}: SessionItem): string {
  const {path} = reading.file;
  return table && table.inner !== "" ? `${path} (${table.inner})` : path;
}

/** What is refused of an item, by its reader and by its steps. What a file refuses as a whole stands with its first table. */
export function listRejects({reading, table, clean}: SessionItem): readonly Reject[] {
  const isFirst = table === null || table === reading.tables.tables[0];
  return [
    ...(isFirst ? reading.tables.rejects : []),
    ...(table?.rejects ?? []),
    ...(clean?.rejects ?? [])
  ];
}

/** How many rows are refused; of those that steps refuse only the first thousand are listed. */
export function countRefused(item: SessionItem): number {
  const {clean} = item;
  return listRejects(item).length - (clean?.rejects.length ?? 0) + (clean?.refused ?? 0);
}

export function toSampleSql({sql}: CleanRows, rows: number): string {
  return `FROM (${sql}) LIMIT ${rows}`;
}

function toRefusal({problems}: FileTables): string {
  return problems[0]?.what ?? "no table in it";
}
