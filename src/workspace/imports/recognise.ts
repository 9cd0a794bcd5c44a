import {omit} from "../../lib/omit.ts";
import type {Recipe} from "../../model/recipe.ts";
import type {TableFacts} from "../../recipes/match.ts";
import {findRecipes, scoreRecipe} from "../../recipes/match.ts";
import type {ReadTable} from "./file-tables.ts";
import type {OpenReading} from "./session-item.ts";

/** Each of them costs reading the file once more. */
const MAX_TRIED = 3;

/** A table of a reading, as recipes look at it. */
export function toTableFacts({file, tables}: OpenReading, table: ReadTable): TableFacts {
  return {
    path: file.path,
    format: tables.format,
    connector: tables.connector?.name ?? null,
    inner: table.inner,
    columns: table.columns.map(({name}) => name)
  };
}

/** Recipes that are for a table, best first. */
export function findTableRecipes(
  recipes: readonly Recipe[],
  reading: OpenReading,
  table: ReadTable
): Recipe[] {
  return findRecipes(recipes, toTableFacts(reading, table));
}

/**
 * Recipes that say how a file is to be parsed and may be for it: whether they are, its columns tell when it is read so.
 * Those that fit as it was read already need no other reading.
 */
export function findFileRecipes(recipes: readonly Recipe[], reading: OpenReading): Recipe[] {
  const {file, tables} = reading;
  const isFound = tables.tables.some(
    (table) => findTableRecipes(recipes, reading, table)[0] !== undefined
  );
  const facts = {path: file.path, format: null, connector: null, inner: "", columns: []};
  return recipes
    .filter(({parse}) => Object.keys(parse).length > 0)
    .filter((recipe) => {
      const match = omit(recipe.match, ["columns", "table", "format", "connector"]);
      return scoreRecipe({...recipe, match}, facts) !== null;
    })
    .filter(({match}) => match.path !== undefined || !isFound)
    .slice(-MAX_TRIED)
    .reverse();
}
