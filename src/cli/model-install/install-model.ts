import {mkdir, mkdtemp, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import type {InstalledModel} from "../../embed/models.ts";
import {readFacts} from "../../embed/models.ts";
import {openNodeEmbedder} from "../../embed/node-embedder.ts";
import {hasVector} from "../../embed/vectors.ts";
import {InputError} from "../../lib/errors.ts";
import type {ModelSource} from "./model-source.ts";

/** Two texts that no model should find the same. */
const PROBES = ["a quiet evening at home", "unpaid invoices of last month"];

/**
 * Puts a model into the folder of models: fetched beside it, opened and tried, and only then moved to its name, so that
 * what is there is whole. One of the same name is replaced. Throws where it is not usable, and leaves nothing behind.
 */
export async function installModel(
  {name, fill}: ModelSource,
  models: string,
  tell: (line: string) => void
): Promise<InstalledModel> {
  await mkdir(models, {recursive: true});
  const part = await mkdtemp(join(models, ".part-"));
  const fresh = join(part, name);
  try {
    await mkdir(fresh);
    await fill(fresh, tell);
    tell(`trying ${name}`);
    await tryModel(fresh);
    const facts = await readFacts(fresh);
    const former = join(part, "former");
    await rename(join(models, name), former).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error; // there is none of that name yet
    });
    await rename(fresh, join(models, name));
    return {name, ...facts};
  } finally {
    await rm(part, {recursive: true, force: true});
  }
}

async function tryModel(folder: string): Promise<void> {
  const embedder = await openNodeEmbedder(folder);
  try {
    const {dimensions} = embedder;
    const vectors = await embedder.embed(PROBES);
    const areThere = PROBES.every((_, row) => hasVector(vectors, dimensions, row));
    const areSame = vectors
      .subarray(0, dimensions)
      .every((value, i) => value === vectors[dimensions + i]);
    if (!areThere || areSame)
      throw new InputError(
        `model not usable: ${embedder.model} gives ${areThere ? "the same vector for every text" : "no vector"}`
      );
  } finally {
    await embedder.close();
  }
}
