import {readdir, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import type {Embedder} from "../../../embed/embedder.ts";
import {openNodeEmbedder} from "../../../embed/node-embedder.ts";
import {normalise, vectorAt} from "../../../embed/vectors.ts";
import type {ToLikeness} from "./likeness.ts";
import {toCosines, toOverlaps} from "./likeness.ts";

/** What is measured: a model, or the words alone. */
export interface EvalModel {
  readonly name: string;
  readonly toLikeness: ToLikeness;
  /** Left out where there are no vectors. */
  readonly embedder?: Embedder;
  /** Bytes of all files of its folder; left out where it has none of its own. */
  readonly bytes?: number;
  /** How many numbers its vectors were cut to; left out where they are whole. */
  readonly cutTo?: number;
}

/** The floor under all models: texts are alike by the words that they share. */
export const TOKEN_OVERLAP: EvalModel = {name: "token overlap", toLikeness: toOverlaps};

/** Opens the model in a folder as people use it: through the embedder. */
export async function openEvalModel(
  folder: string,
  name: string = basename(folder)
): Promise<EvalModel> {
  const embedder = await openNodeEmbedder(folder);
  return {name, embedder, bytes: await countBytes(folder), toLikeness: toTextCosines(embedder)};
}

/**
 * The model with the first `dimensions` numbers of its vectors, as it would be used for smaller ones (A. Kusupati et al.,
 * "Matryoshka Representation Learning", 2022). undefined where its vectors are shorter.
 */
export function cutModel({name, embedder}: EvalModel, dimensions: number): EvalModel | undefined {
  if (!embedder || embedder.dimensions < dimensions) return undefined;
  const cut: Embedder = {
    ...embedder,
    dimensions,
    embed: async (texts, options) =>
      cutRows(await embedder.embed(texts, options), embedder.dimensions, dimensions)
  };
  return {
    name: `${name}:${dimensions}`,
    embedder: cut,
    cutTo: dimensions,
    toLikeness: toTextCosines(cut)
  };
}

function toTextCosines(embedder: Embedder): ToLikeness {
  return toCosines((texts) => embedder.embed(texts));
}

function cutRows(vectors: Float32Array, from: number, to: number): Float32Array {
  const rows = vectors.length / from;
  const cut = new Float32Array(rows * to);
  for (let row = 0; row < rows; ++row) {
    cut.set(vectors.subarray(row * from, row * from + to), row * to);
    normalise(vectorAt(cut, to, row));
  }
  return cut;
}

async function countBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true});
  const files = entries.filter((entry) => !entry.isDirectory());
  const sizes = await Promise.all(files.map(({parentPath, name}) => stat(join(parentPath, name))));
  return sizes.reduce((sum, {size}) => sum + size, 0);
}
