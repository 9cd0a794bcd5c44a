import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Model} from "./build-model.ts";
import {exportOnnx} from "./export-onnx.ts";
import {quantise} from "./quantise.ts";
import {toTokenizerJson} from "./tokenizer.ts";

/** Transformers.js needs some limit; a text of this many tokens is long past meaning one thing. */
const MAX_TOKENS = 16_384;

/** Writes the folder that transformers.js loads. Each file is complete or untouched, whatever happens meanwhile. */
export async function writeModel(folder: string, {tokenizer, table}: Model): Promise<void> {
  const dimensions = table.length / tokenizer.tokens.length;
  await write(join(folder, "onnx/model.onnx"), exportOnnx(quantise(table, dimensions)));
  await write(join(folder, "tokenizer.json"), toTokenizerJson(tokenizer.tokens));
  await write(
    join(folder, "tokenizer_config.json"),
    toJson({
      tokenizer_class: "BertTokenizer",
      do_lower_case: true,
      model_max_length: MAX_TOKENS,
      unk_token: "[UNK]",
      sep_token: "[SEP]",
      pad_token: "[PAD]",
      cls_token: "[CLS]",
      mask_token: "[MASK]"
    })
  );
  await write(
    join(folder, "config.json"),
    toJson({
      model_type: "bert",
      architectures: ["BertModel"],
      hidden_size: dimensions,
      vocab_size: tokenizer.tokens.length,
      num_hidden_layers: 0,
      num_attention_heads: 1
    })
  );
  await write(join(folder, "lakebook.json"), toJson({languages: ["en"], licence: "CC BY-SA 4.0"}));
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
