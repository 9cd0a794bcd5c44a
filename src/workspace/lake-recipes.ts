import type {Cleaner, CleaningPlan, ToCleaner} from "../lake/cleaner.ts";
import {toMessage} from "../lib/errors.ts";
import {omit} from "../lib/omit.ts";
import {toFolder} from "../lib/path-names.ts";
import type {Problem} from "../model/problem.ts";
import type {Recipe} from "../model/recipe.ts";
import {findRecipes, scoreRecipe} from "../recipes/match.ts";
import {planSteps} from "../recipes/plan-steps.ts";
import {readRecipeText} from "../recipes/to-recipe.ts";

/** A recipe of the lake, and the folder below which it holds. */
interface PlacedRecipe {
  readonly folder: string;
  readonly recipe: Recipe;
}

/**
 * The recipes that lie beside raw files: each is for the files of its folder and below, and its `match.path` counts from
 * there. The nearest folder's recipe goes first.
 */
export const toCleaner: ToCleaner = (documents) => {
  const placed: PlacedRecipe[] = [];
  const problems: Problem[] = [];
  for (const {path, text} of documents) {
    try {
      placed.push({folder: toFolder(path), recipe: readRecipeText(text)});
    } catch (error) {
      problems.push({file: path, where: "", what: `no recipe: ${toMessage(error)}`});
    }
  }
  placed.sort((a, b) => b.folder.length - a.folder.length);
  return {cleaner: createCleaner(placed), problems};
};

function createCleaner(placed: readonly PlacedRecipe[]): Cleaner {
  const listFor = (path: string): {recipes: Recipe[]; below: string}[] => {
    const folders = [...new Set(placed.map(({folder}) => folder))];
    return folders
      .filter((folder) => folder === "" || path.startsWith(`${folder}/`))
      .map((folder) => ({
        recipes: placed.filter((one) => one.folder === folder).map(({recipe}) => recipe),
        below: folder === "" ? path : path.slice(folder.length + 1)
      }));
  };
  return {
    forFile({path, format, connector}) {
      const facts = {format, connector, inner: "", columns: []};
      return listFor(path).flatMap(({recipes, below}) =>
        recipes.filter((recipe) => {
          const match = omit(recipe.match, ["columns", "table"]);
          const isTold = Object.keys(recipe.parse).length > 0;
          return isTold && scoreRecipe({...recipe, match}, {...facts, path: below}) !== null;
        })
      );
    },
    forTable(table) {
      for (const {recipes, below} of listFor(table.path)) {
        const [recipe] = findRecipes(recipes, {...table, path: below});
        if (recipe) return recipe;
      }
      return undefined;
    },
    async plan(recipe, {relation, columns}, describe): Promise<CleaningPlan> {
      const {sql, steps, failure} = await planSteps(describe, {relation, columns}, recipe.steps);
      return {
        sql,
        rejects: steps.flatMap(({misfits}) => misfits ?? []),
        failure: failure && `step ${failure.index + 1} and those after it left out: ${failure.what}`
      };
    }
  };
}
