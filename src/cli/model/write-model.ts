import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {Random} from "../../lib/random.ts";
import type {Model} from "./build-model.ts";
import {exportOnnx} from "./export-onnx.ts";
import {quantise} from "./quantise.ts";
import {toTokenizerJson} from "./tokenizer.ts";

/** Transformers.js needs some limit; a text of this many tokens is long past meaning one thing. */
const MODEL_MAX_LENGTH = 16_384;

const TOKENIZER_CONFIG = {
  tokenizer_class: "BertTokenizer",
  do_lower_case: true,
  model_max_length: MODEL_MAX_LENGTH,
  unk_token: "[UNK]",
  sep_token: "[SEP]",
  pad_token: "[PAD]",
  cls_token: "[CLS]",
  mask_token: "[MASK]"
};

const MODEL_CONFIG = {
  model_type: "bert",
  architectures: ["BertModel"],
  num_hidden_layers: 0,
  num_attention_heads: 1
};

/** Writes the folder that transformers.js loads: all of it is made before any file takes the place of an older one. */
export async function writeModel(
  folder: string,
  {tokenizer, table, provenance}: Model
): Promise<void> {
  const dimensions = table.length / tokenizer.tokens.length;
  const random = new Random(provenance.spec.seed).fork("codebook");
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ["onnx/model.onnx", exportOnnx(quantise(table, dimensions, random))],
    ["tokenizer.json", toTokenizerJson(tokenizer.tokens)],
    ["tokenizer_config.json", toJson(TOKENIZER_CONFIG)],
    [
      "config.json",
      toJson({...MODEL_CONFIG, hidden_size: dimensions, vocab_size: tokenizer.tokens.length})
    ],
    ["lakebook.json", toJson({languages: ["en"], licence: "CC BY-SA 4.0"})],
    ["training.json", toJson(provenance)]
  ];
  for (const [name, content] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(`${path}.part`, content);
  }
  for (const [name] of files) await rename(join(folder, `${name}.part`), join(folder, name));
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
