import {InputError} from "../../lib/errors.ts";
import type {Extractor} from "../extractor.ts";
import {normalise} from "../vectors.ts";
import {readOnnx} from "./onnx-graph.ts";
import {toRowProgram} from "./row-program.ts";
import {createTokenTable} from "./token-table.ts";
import type {TokenizerFiles} from "./text-tokenizer.ts";
import {createTextTokenizer} from "./text-tokenizer.ts";

/** A text takes some microseconds, a message to a worker many. */
const MAX_BATCH_TEXTS = 512;

export interface StaticModelFiles extends TokenizerFiles {
  readonly onnx: Uint8Array;
}

/**
 * Embeds with a model that only looks up a row of numbers for each token, and takes their mean: the same vectors as through
 * a runtime, many times faster and without one. Null where the model does more. Throws `InputError` where a file is cut
 * off, or the files do not belong together.
 */
export function createStaticExtractor(files: StaticModelFiles): Extractor | null {
  const program = toRowProgram(readOnnx(files.onnx));
  if (!program) return null;
  const tokenizer = createTextTokenizer(files);
  if (tokenizer.maxId >= program.rows)
    throw new InputError(
      `tokenizer does not fit: tokenizer.json names token ${tokenizer.maxId}, onnx/model.onnx has ${program.rows} tokens`
    );
  const table = createTokenTable(program);
  const {dimensions} = program;
  const sum = new Float64Array(dimensions);
  return {
    dimensions,
    backend: {name: "static", why: "this model only looks words up, so it needs no runtime"},
    maxBatchTexts: MAX_BATCH_TEXTS,
    extract(texts) {
      const vectors = new Float32Array(texts.length * dimensions);
      texts.forEach((text, row) => {
        table.sumRows(tokenizer.encode(text), sum);
        const start = row * dimensions;
        for (let i = 0; i < dimensions; ++i) vectors[start + i] = sum[i]!; // it points where the mean does
        normalise(vectors, start, start + dimensions);
      });
      return Promise.resolve(vectors);
    },
    close: () => Promise.resolve()
  };
}
