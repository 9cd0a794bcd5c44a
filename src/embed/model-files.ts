import {UnavailableError} from "../lib/errors.ts";

/** What a model folder must hold for transformers.js to embed with it. */
export const MODEL_FILES = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/model.onnx"
] as const;

export type ModelFile = (typeof MODEL_FILES)[number];

/** The error for a model folder that lacks a file. `where` is the folder or URL that was looked at. */
export function toMissingFileError(model: string, file: string, where: string): UnavailableError {
  const remedy = model === "builtin" ? "restore data/models/builtin" : "complete the folder";
  return new UnavailableError(
    `embedding model incomplete: "${model}" lacks ${file} (looked at ${where}); ${remedy}, or choose another model`
  );
}
