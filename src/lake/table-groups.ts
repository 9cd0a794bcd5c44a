import {groupBy} from "../lib/group-by.ts";
import {toFolder, toStem} from "../lib/path-names.ts";
import {toFamily} from "./table-names.ts";

/** A table in a file, as far as grouping looks at it. */
export interface Candidate {
  readonly path: string;
  readonly format: string;
  readonly inner: string;
  readonly columns: readonly string[];
}

/** Formats whose records may lack keys, so that a file with fewer columns is of the same kind. */
const SPARSE_FORMATS = ["json", "ndjson", "xml"];
/** Formats whose files are one thing each: a note, a picture, a paper. */
const TEXT_FORMATS = ["markdown", "text", "image", "pdf"];
/** Files with unlike names in one folder are one table only if they share more than an id and a name. */
const MIN_SHARED_COLUMNS = 3;
const ALONE = /^(readme|license|licence|changelog|contributing)\b/i;

/**
 * Puts together what is one table in several files: the same format, the same columns, and the same path but for
 * dates and numbers, or the same folder. Notes go together by the topmost folder that holds some.
 * Gives groups of candidates, in the order of the candidates.
 */
export function groupTables<T extends Candidate>(candidates: readonly T[]): T[][] {
  const texts = candidates.filter(({format}) => TEXT_FORMATS.includes(format));
  const tables = candidates.filter(({format}) => !TEXT_FORMATS.includes(format));
  const groups = [...groupTexts(texts), ...joinFamilies(joinFolders(joinSparse(tables)))];
  const order = new Map(candidates.map((candidate, i) => [candidate, i]));
  const place = (candidate: T): number => order.get(candidate)!;
  for (const group of groups) group.sort((a, b) => place(a) - place(b));
  return groups.sort((a, b) => place(a[0]!) - place(b[0]!));
}

function groupTexts<T extends Candidate>(texts: readonly T[]): T[][] {
  const stands = texts.filter(({path}) => !ALONE.test(toStem(path)));
  const folders = new Set(stands.map(({path}) => toFolder(path)));
  const rootOf = (path: string): string => {
    const parts = toFolder(path).split("/");
    const all = parts.map((_, i) => parts.slice(0, i + 1).join("/"));
    return all.find((folder) => folder !== "" && folders.has(folder)) ?? toFolder(path);
  };
  const groups = groupBy(texts, ({format, path}) =>
    ALONE.test(toStem(path)) ? `${format} ${path}` : `${format} in ${rootOf(path)}`
  );
  return [...groups.values()];
}

/** Groups within one folder and family where one file has all columns of the others. */
function joinSparse<T extends Candidate>(tables: readonly T[]): T[][] {
  const groups = groupBy(tables, ({format, inner, path, columns}) =>
    JSON.stringify(
      SPARSE_FORMATS.includes(format)
        ? [format, inner, toFolder(path), toFamily(toStem(path))]
        : [format, inner, path, columns]
    )
  );
  return [...groups.values()].flatMap((group) => {
    const widest = group.reduce((a, b) => (b.columns.length > a.columns.length ? b : a));
    const all = new Set(toKey(widest.columns));
    const [fit, others] = partition(group, ({columns}) => toKey(columns).every((c) => all.has(c)));
    const rest = groupBy(others, ({columns}) => JSON.stringify(toKey(columns)));
    return [fit, ...rest.values()];
  });
}

/** Joins groups of one folder that have the same columns. */
function joinFolders<T extends Candidate>(groups: readonly T[][]): T[][] {
  return joinBy(groups, (group) => {
    const {path, format, inner} = group[0]!;
    const columns = toUnion(group);
    const isTelling = columns.length >= MIN_SHARED_COLUMNS;
    const key = isTelling ? toFolder(path) : [toFolder(path), toFamily(toStem(path))];
    return JSON.stringify([format, inner, columns, key]);
  });
}

/**
 * Joins groups that have the same columns, and the same path but for dates and numbers in it: `2023/expenses.csv`
 * and `2024/expenses.csv`. The same name in folders of other names may be another thing, or a copy.
 */
function joinFamilies<T extends Candidate>(groups: readonly T[][]): T[][] {
  return joinBy(groups, (group) => {
    const {format, inner, path} = group[0]!;
    const families = [...new Set(group.map(({path}) => toFamily(toStem(path))))].sort();
    const folders = toFolder(path).split("/").map(toFamily);
    return JSON.stringify([format, inner, toUnion(group), families, folders]);
  });
}

function joinBy<T>(groups: readonly T[][], toGroupKey: (group: T[]) => string): T[][] {
  return [...groupBy(groups, toGroupKey).values()].map((joined) => joined.flat());
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Names to compare columns by: neither case nor order counts. */
function toKey(columns: readonly string[]): string[] {
  return columns.map((column) => column.toLowerCase()).sort();
}

function toUnion(group: readonly Candidate[]): string[] {
  return [...new Set(group.flatMap(({columns}) => toKey(columns)))].sort();
}
