import {basename, join} from "node:path";
import type {EvalModel} from "../../src/cli/model/eval/eval-model.ts";
import {TOKEN_OVERLAP, cutModel, openEvalModel} from "../../src/cli/model/eval/eval-model.ts";
import {listModels} from "../../src/embed/models.ts";
import {InputError} from "../../src/lib/errors.ts";

/** The name by which no model is meant, but the words that texts share. */
export const OVERLAP = "overlap";

/** Opens models by paths, or by names or beginnings of names of folders in one of `places`; the same name is told apart by its path. */
export async function openModels(
  names: readonly string[],
  places: readonly string[]
): Promise<EvalModel[]> {
  const folders = await Promise.all(names.map((name) => findModel(name, places)));
  return Promise.all(
    folders.map(async (folder) => {
      if (folder === OVERLAP) return TOKEN_OVERLAP;
      const name = basename(folder);
      const isUnique = folders.filter((other) => basename(other) === name).length === 1;
      return openEvalModel(folder, isUnique ? name : folder);
    })
  );
}

/** Each model once for each length to which its vectors can be cut; words have no vectors. */
export function cutModels(
  models: readonly EvalModel[],
  dimensions: readonly number[]
): EvalModel[] {
  if (dimensions.length === 0) return [...models];
  return models.flatMap((model) =>
    model.embedder ? dimensions.flatMap((length) => cutModel(model, length) ?? []) : [model]
  );
}

async function findModel(name: string, places: readonly string[]): Promise<string> {
  if (name === OVERLAP || name.includes("/")) return name;
  for (const place of places) {
    const folders = (await listModels(place)).map((model) => model.name);
    const found =
      folders.find((one) => one === name) ?? folders.find((one) => one.startsWith(name));
    if (found !== undefined) return join(place, found);
  }
  throw new InputError(`model not found: ${name}, in ${places.join(" and ")}; give a path`);
}
