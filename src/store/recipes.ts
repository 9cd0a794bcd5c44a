import type {Recipe} from "../model/recipe.ts";
import type {Connection} from "./connection.ts";

/** The recipes that are kept. */
export interface Recipes {
  /** By name. */
  list(): Promise<Recipe[]>;
  put(recipe: Recipe): Promise<void>;
  /** Batches keep the recipe that they were made with. */
  remove(id: string): Promise<void>;
}

export function createRecipes(connection: Connection): Recipes {
  return {
    async list() {
      const recipes = await connection.run((db) => db.recipes.toArray());
      return recipes.sort((a, b) => a.name.localeCompare(b.name));
    },
    put: (recipe) => connection.run(async (db) => void (await db.recipes.put(recipe))),
    remove: (id) => connection.run((db) => db.recipes.delete(id))
  };
}
