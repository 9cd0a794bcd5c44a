/** What a model folder must hold for transformers.js to embed with it. */
export const MODEL_FILES = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/model.onnx"
] as const;

export type ModelFile = (typeof MODEL_FILES)[number];

/** Thrown when a model cannot be opened; the message says which model, which file and what to do. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}

/** The error for a model folder that lacks a file. `where` is the folder or URL that was looked at. */
export function toMissingFileError(model: string, file: string, where: string): ModelError {
  const remedy = model === "builtin" ? "restore data/models/builtin" : "complete the folder";
  return new ModelError(
    `embedding model incomplete: "${model}" lacks ${file} (looked at ${where}); ${remedy}, or choose another model`
  );
}
