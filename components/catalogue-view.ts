import type {
  Catalogue,
  Column,
  LakeFile,
  LakeReject,
  LakeTable,
  Problem,
  Value
} from "../src/index.ts";
import {QueryResult, groupBy, toColumnReader} from "../src/index.ts";

/** A table with what the catalogue knows of its files. */
export interface TableView extends Omit<LakeTable, "files"> {
  readonly files: readonly LakeFile[];
  readonly problems: readonly Problem[];
  /** When its newest file was compiled. */
  readonly compiled: Date | undefined;
}

export function toTableViews({tables, parts, files, problems}: Catalogue): TableView[] {
  const fileOf = new Map(files.map((file) => [file.path, file]));
  return tables.map((table) => {
    const paths = new Set(parts.filter((part) => part.table === table.name).map(({file}) => file));
    const own = [...paths].map((path) => fileOf.get(path)).filter((file) => file !== undefined);
    return {
      ...table,
      files: own,
      problems: problems.filter(({file}) => paths.has(file)),
      compiled: latest(own.map(({compiled}) => compiled))
    };
  });
}

function latest(dates: readonly Date[]): Date | undefined {
  return dates.length === 0 ? undefined : new Date(Math.max(...dates.map(Number)));
}

/** Files as a table to scroll, sort and copy; `parts` says which rows of which table came from each. */
export function toFilesResult(
  files: readonly LakeFile[],
  {parts, problems}: Pick<Catalogue, "parts" | "problems">
): QueryResult {
  const partsOf = groupBy(parts, ({file}) => file);
  const problemsOf = groupBy(problems, ({file}) => file);
  return toResult(files, [
    ["file", "VARCHAR", ({path}) => path],
    ["format", "VARCHAR", ({format}) => format],
    [
      "tables",
      "VARCHAR",
      ({path}) =>
        partsOf
          .get(path)
          ?.map(({table}) => table)
          .join(", ") ?? null
    ],
    [
      "rows",
      "BIGINT",
      ({path}) => partsOf.get(path)?.reduce((sum, {rows}) => sum + rows, 0) ?? null
    ],
    ["bytes", "BIGINT", ({bytes}) => bytes],
    ["problems", "BIGINT", ({path}) => problemsOf.get(path)?.length ?? 0],
    ["sha256", "VARCHAR", ({sha256}) => sha256],
    ["modified", "TIMESTAMP", ({modified}) => modified],
    ["compiled", "TIMESTAMP", ({compiled}) => compiled]
  ]);
}

export function toProblemsResult(problems: readonly Problem[]): QueryResult {
  return toResult(problems, [
    ["file", "VARCHAR", ({file}) => file],
    ["where", "VARCHAR", ({where}) => where],
    ["what", "VARCHAR", ({what}) => what]
  ]);
}

export function toRejectsResult(rejects: readonly LakeReject[]): QueryResult {
  return toResult(rejects, [
    ["file", "VARCHAR", ({file}) => file],
    ["where", "VARCHAR", ({where}) => where],
    ["what", "VARCHAR", ({what}) => what],
    ["text", "VARCHAR", ({text}) => text]
  ]);
}

function toResult<T>(
  items: readonly T[],
  columns: readonly (readonly [name: string, type: string, get: (item: T) => Value])[]
): QueryResult {
  return new QueryResult({
    fields: columns.map(([name, type]): Column => ({name, type})),
    readers: columns.map(([, , get]) => toColumnReader(items.map(get)))
  });
}
