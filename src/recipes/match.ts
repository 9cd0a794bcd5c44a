import {toStem} from "../lib/path-names.ts";
import type {Recipe, RecipeMatch} from "../model/recipe.ts";

/** A table in a file, as far as recipes look at it. */
export interface TableFacts {
  readonly path: string;
  readonly format: string | null;
  /** The connector's name. */
  readonly connector: string | null;
  /** The table inside of the file; "" where it is the only one. */
  readonly inner: string;
  /** The columns' names in the file. */
  readonly columns: readonly string[];
}

/** What each part of a match says; a file that fits more of them, and closer, is surer to be meant. */
const WEIGHTS = {connector: 4, columns: 3, path: 2, format: 1, table: 1} as const;
/** File names that say nothing of what is in them. */
const VAGUE = /^(?:data|download|export|file|list|new|output|pasted|report|sheet|table|untitled)?$/;
/** Fewer columns than that may be anybody's. */
const MIN_TELLING_COLUMNS = 2;

/** How surely a recipe is for such a table, from 0; null where it is not for it. */
export function scoreRecipe({match}: Recipe, facts: TableFacts): number | null {
  const {format, connector, table, columns, path} = match;
  if (format !== undefined && format !== facts.format) return null;
  if (connector !== undefined && connector !== facts.connector) return null;
  if (table !== undefined && table.toLowerCase() !== facts.inner.toLowerCase()) return null;
  if (path !== undefined && !toPathPattern(path).test(toMatchedPath(path, facts.path))) return null;
  const there = new Set(facts.columns.map(toColumnKey));
  if (columns?.some((name) => !there.has(toColumnKey(name)))) return null;
  return (
    (connector ? WEIGHTS.connector : 0) +
    (columns ? WEIGHTS.columns * (columns.length / Math.max(1, facts.columns.length)) : 0) +
    (path === undefined ? 0 : WEIGHTS.path) +
    (format === undefined ? 0 : WEIGHTS.format) +
    (table === undefined ? 0 : WEIGHTS.table)
  );
}

/**
 * The recipes that are for such a table, the surest first; of equally sure ones the later in the list. One that says
 * nothing but a format says too little to be taken for this file's.
 */
export function findRecipes(recipes: readonly Recipe[], facts: TableFacts): Recipe[] {
  return recipes
    .map((recipe, i) => ({recipe, i, score: scoreRecipe(recipe, facts) ?? 0}))
    .filter(({score}) => score > WEIGHTS.format)
    .sort((a, b) => b.score - a.score || b.i - a.i)
    .map(({recipe}) => recipe);
}

/**
 * What a recipe that is made for a table should match on: its connector, or else its format, its columns and the path
 * without what changes from one file to the next. `hasOthers` says that the file has other tables too.
 */
export function toMatch(facts: TableFacts, {hasOthers = false} = {}): RecipeMatch {
  const {path, format, connector, inner, columns} = facts;
  const table = hasOthers && inner !== "" ? {table: inner} : {};
  if (connector !== null) return {connector, ...table};
  const family = toPathFamily(path);
  const isTelling = columns.length >= MIN_TELLING_COLUMNS;
  return {
    ...(format === null ? {} : {format}),
    ...table,
    ...(columns.length === 0 ? {} : {columns}),
    ...(family === null ? (isTelling ? {} : {path: toName(path)}) : {path: family})
  };
}

/**
 * The file's name with `*` for numbers, dates and copies' counters, and at its end: `expenses-2023.csv` is of the family
 * `expenses-*.csv`. Null where the name says nothing, as `export (3).csv`.
 */
export function toPathFamily(path: string): string | null {
  const stem = toStem(path);
  const family = stem
    .replace(/[\s_-]*\(\d+\)$/, "")
    .replace(/[0-9a-f]{8}(?:-?[0-9a-f]{4,}){1,4}|\d+(?:[\s._:-]+\d+)*/gi, "*")
    .replace(/\*+/g, "*");
  if (VAGUE.test(family.replace(/[*\s._()-]+/g, "").toLowerCase())) return null;
  return `${family.endsWith("*") ? family : `${family}*`}${toName(path).slice(stem.length)}`;
}

function toName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A pattern without a slash is for the file's name. */
function toMatchedPath(pattern: string, path: string): string {
  return pattern.includes("/") ? path : toName(path);
}

function toPathPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|\*|[\\^$.+?()[\]{}|]/g, (mark) => {
    if (mark === "**/") return "(?:.*/)?";
    if (mark === "**") return ".*";
    return mark === "*" ? "[^/]*" : `\\${mark}`;
  });
  return new RegExp(`^${source}$`, "isu");
}

/** Names of columns are the same whatever their case and the blanks around them. */
function toColumnKey(name: string): string {
  return name.trim().toLowerCase();
}
