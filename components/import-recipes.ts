import type {ImportFile, Imports} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {parseJson} from "./recipe-text.ts";

/** Saves the recipes among the files that were given; says of each what became of it. */
export async function loadRecipes(
  imports: Imports,
  files: readonly ImportFile[]
): Promise<string[]> {
  const notes: string[] = [];
  for (const {path, blob} of files) {
    const read = parseJson(await blob.text());
    if ("problem" in read) {
      notes.push(`${path}: ${read.problem.what}`);
      continue;
    }
    try {
      const {name} = await imports.saveRecipe(read.value);
      notes.push(`${path}: recipe ${name} is saved`);
    } catch (error) {
      notes.push(`${path}: ${toMessage(error)}`);
    }
  }
  return notes;
}
