import {omit} from "../../lib/omit.ts";
import type {Recipe} from "../../model/recipe.ts";
import type {Store} from "../../store/store.ts";

/** Keeps recipes that were used; of new ones that say the same of the same files one is enough. */
export async function keepRecipes({recipes}: Store, used: readonly Recipe[]): Promise<void> {
  const kept = await recipes.list();
  const ids = new Set(kept.map(({id}) => id));
  const known = new Set(kept.map(toContent));
  for (const recipe of used) {
    const content = toContent(recipe);
    if (known.has(content) && !ids.has(recipe.id)) continue;
    known.add(content);
    ids.add(recipe.id);
    await recipes.put(recipe);
  }
}

/** All that a recipe does; what it is called is no part of it. */
function toContent(recipe: Recipe): string {
  return JSON.stringify(omit(recipe, ["id", "name"]));
}
