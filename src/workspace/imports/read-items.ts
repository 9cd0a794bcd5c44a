import {InputError} from "../../lib/errors.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {Recipe} from "../../model/recipe.ts";
import {cleanRows} from "./clean.ts";
import type {ImportContext} from "./context.ts";
import {toDefaultRecipe} from "./default-recipe.ts";
import type {ReadTable} from "./file-tables.ts";
import type {WorkOptions} from "./imports.ts";
import {readOpenFile, releaseReading} from "./open-file.ts";
import {findFileRecipes, findTableRecipes, toTableFacts} from "./recognise.ts";
import type {OpenFile, OpenReading, SessionItem} from "./session-item.ts";
import {NO_ROWS, toItemName, toSampleSql} from "./session-item.ts";

const SAMPLE_ROWS = 100;

/** Reads a file, with the options of a recipe that turns out to be for one of its tables, or as it is guessed. */
export async function readItems(
  context: ImportContext,
  file: OpenFile,
  work: WorkOptions
): Promise<SessionItem[]> {
  const recipes = await context.store.recipes.list();
  const first = await readOpenFile(context, file, {parse: {}, isWhole: false}, work);
  const reading = await orRelease(context, first, () => withRecipe(context, first, recipes, work));
  return orRelease(context, reading, () => toItems(context, reading, recipes));
}

/** The item with all rows of its file in the engine; the former reading is left as it is. */
export async function readWhole(
  context: ImportContext,
  item: SessionItem,
  work: WorkOptions
): Promise<SessionItem> {
  const {reading, table, recipe} = item;
  const how = {parse: recipe.parse, isWhole: true, inner: table?.inner ?? null};
  const whole = await readOpenFile(context, reading.file, how, work);
  return orRelease(context, whole, () => {
    const [all] = whole.tables.tables;
    if (all) return cleanItem(context, {...item, reading: whole, table: all});
    const what = whole.tables.problems[0]?.what ?? "it is not there any more";
    throw new InputError(`table cannot be read as a whole: ${toItemName(item)}: ${what}`);
  });
}

/** The item with its rows after the steps, and the first of them. */
export async function cleanItem(context: ImportContext, item: SessionItem): Promise<SessionItem> {
  if (!item.table) return item;
  const {lake} = context;
  const clean = await cleanRows(lake, item.table, item.recipe.steps);
  return {...item, clean, sample: await lake.query(toSampleSql(clean, SAMPLE_ROWS))};
}

/** The recipe that a table has as long as nobody says another. */
export async function toOwnRecipe(
  {tables}: ImportContext,
  reading: OpenReading,
  table: ReadTable,
  parse: ParseOptions = {}
): Promise<Recipe> {
  const hasOthers = reading.tables.tables.length > 1;
  const facts = toTableFacts(reading, table);
  return toDefaultRecipe({...table, facts, parse, hasOthers}, await tables.list());
}

/** Gives a reading back where what is made of it fails: no item knows of it yet. */
export async function orRelease<T>(
  context: ImportContext,
  reading: OpenReading,
  work: () => T | Promise<T>
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await releaseReading(context, reading);
    throw error;
  }
}

async function withRecipe(
  context: ImportContext,
  first: OpenReading,
  recipes: readonly Recipe[],
  work: WorkOptions
): Promise<OpenReading> {
  for (const recipe of findFileRecipes(recipes, first)) {
    const reading = await tryRecipe(context, first.file, recipe, work);
    if (!reading) continue;
    const isFor = reading.tables.tables.some(
      (table) => findTableRecipes(recipes, reading, table)[0]?.id === recipe.id
    );
    await releaseReading(context, isFor ? first : reading);
    if (isFor) return reading;
  }
  return first;
}

/** Undefined where the recipe names a reader that is not here: then it is for other files. */
async function tryRecipe(
  context: ImportContext,
  file: OpenFile,
  {parse}: Recipe,
  work: WorkOptions
): Promise<OpenReading | undefined> {
  try {
    return await readOpenFile(context, file, {parse, isWhole: false}, work);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function toItems(
  context: ImportContext,
  reading: OpenReading,
  recipes: readonly Recipe[]
): Promise<SessionItem[]> {
  const {tables} = reading.tables;
  if (tables.length === 0) return [toRefusedItem(reading)];
  const items: SessionItem[] = [];
  for (const table of tables) {
    const [best, ...others] = findTableRecipes(recipes, reading, table);
    const item: SessionItem = {
      ...toRefusedItem(reading),
      table,
      recipe: best ?? (await toOwnRecipe(context, reading, table)),
      isRecognised: best !== undefined,
      others,
      included: true
    };
    items.push(await cleanItem(context, item));
  }
  return items;
}

function toRefusedItem(reading: OpenReading): SessionItem {
  return {
    id: createUuid(),
    reading,
    table: null,
    recipe: {
      recipe: 1,
      id: createUuid(),
      name: reading.file.path,
      match: {},
      parse: {},
      steps: [],
      target: "",
      key: []
    },
    isRecognised: false,
    others: [],
    clean: undefined,
    sample: NO_ROWS,
    mode: "import",
    included: false
  };
}
