import {isSame} from "../../lib/same.ts";
import type {Recipe} from "../../model/recipe.ts";
import type {ImportContext} from "./context.ts";
import type {ImportChange, WorkOptions} from "./imports.ts";
import {readOpenFile} from "./open-file.ts";
import {cleanItem, orRelease, toOwnRecipe} from "./read-items.ts";
import type {OpenReading, SessionItem} from "./session-item.ts";
import {NO_ROWS} from "./session-item.ts";

/** The item after a change. Where that reads the file anew, the former reading is left as it is. */
export async function changeItem(
  context: ImportContext,
  item: SessionItem,
  {parse, recipe, mode, included}: ImportChange,
  work: WorkOptions
): Promise<SessionItem> {
  const told = parse ?? recipe?.parse ?? item.recipe.parse;
  const named = recipe && (recipe.id === "" ? await toUnnamed(context, item, recipe) : recipe);
  const next: SessionItem = {
    ...item,
    recipe: {...(named ?? item.recipe), parse: told},
    isRecognised: recipe ? recipe.id !== "" && (await isSaved(context, recipe)) : item.isRecognised,
    mode: mode ?? item.mode,
    included: included ?? item.included
  };
  if (!isSame(told, item.recipe.parse)) return rereadItem(context, next, work);
  return isSame(next.recipe.steps, item.recipe.steps) ? next : cleanItem(context, next);
}

/** "No recipe": one of the table's own, with what was told. */
async function toUnnamed(
  context: ImportContext,
  {table, reading}: SessionItem,
  recipe: Recipe
): Promise<Recipe> {
  const own = table ? await toOwnRecipe(context, reading, table) : recipe;
  return {...own, parse: recipe.parse, steps: recipe.steps};
}

async function isSaved({store}: ImportContext, {id}: Recipe): Promise<boolean> {
  return (await store.recipes.list()).some((recipe) => recipe.id === id);
}

async function rereadItem(
  context: ImportContext,
  item: SessionItem,
  work: WorkOptions
): Promise<SessionItem> {
  const {parse} = item.recipe;
  const reading = await readOpenFile(context, item.reading.file, {parse, isWhole: false}, work);
  return orRelease(context, reading, async () =>
    cleanItem(context, await withReading(context, item, reading))
  );
}

/** The item with another reading of its file. */
async function withReading(
  context: ImportContext,
  item: SessionItem,
  reading: OpenReading
): Promise<SessionItem> {
  const {tables} = reading.tables;
  const {parse} = item.recipe;
  const table = tables.find(({inner}) => inner === item.table?.inner) ?? tables[0] ?? null;
  const rest = {...item, reading, table, clean: undefined, sample: NO_ROWS};
  if (!table || item.isRecognised) return rest;
  const own = await toOwnRecipe(context, reading, table, parse);
  // what the file now is tells which files the recipe is for; what somebody chose stays
  const isFirst = item.recipe.target === "";
  return {
    ...rest,
    included: item.table ? item.included : true,
    recipe: isFirst ? own : {...item.recipe, match: own.match}
  };
}
