import {toOnnx} from "../../src/cli/model/onnx.ts";
import type {Constant, Node} from "../../src/cli/model/onnx.ts";
import {SPECIAL_TOKENS, toTokenizerJson} from "../../src/cli/model/tokenizer.ts";
import type {ModelFile} from "../../src/embed/model-files.ts";

/** Tokens of the models below: six, of which the last is the word "a". */
export const TINY_TOKENS = [...SPECIAL_TOKENS, "a"];

const TABLE = "table";

/** A graph's table: a row of two numbers for each token; that of "a" is 3 and 4. */
export const TINY_TABLE: Constant = {
  name: TABLE,
  type: "float",
  dimensions: [6, 2],
  data: new Uint8Array(Float32Array.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 4).buffer)
};

/** Looks the rows up, and nothing else. */
export const LOOK_UP: readonly Node[] = [
  {op: "Gather", inputs: [TABLE, "input_ids"], output: "last_hidden_state", attributes: {axis: 0}}
];

/** The same with a step that our own look-up does not know, so that a runtime is needed; numbers below 0 become 0. */
export const NEEDS_RUNTIME: readonly Node[] = [
  {op: "Gather", inputs: [TABLE, "input_ids"], output: "rows", attributes: {axis: 0}},
  {op: "Relu", inputs: ["rows"], output: "last_hidden_state"}
];

/** The `.onnx` file of a graph over a table. */
export function toTinyOnnx(
  nodes: readonly Node[],
  constants: readonly Constant[] = [TINY_TABLE],
  dimensions = 2
): Uint8Array {
  return toOnnx({
    name: "tiny",
    nodes,
    constants,
    inputs: [{name: "input_ids", type: "int64", dimensions: ["batch", "sequence"]}],
    outputs: [
      {name: "last_hidden_state", type: "float", dimensions: ["batch", "sequence", dimensions]}
    ]
  });
}

/** The files of a whole model, each of which may be another. */
export function toTinyModel(
  files: Readonly<Partial<Record<ModelFile, string | Uint8Array>>> = {}
): Record<ModelFile, string | Uint8Array> {
  return {
    "config.json": JSON.stringify({model_type: "bert", hidden_size: 2}),
    "tokenizer.json": toTokenizerJson(TINY_TOKENS),
    "tokenizer_config.json": JSON.stringify({
      tokenizer_class: "BertTokenizer",
      model_max_length: 8,
      pad_token: "[PAD]",
      unk_token: "[UNK]"
    }),
    "onnx/model.onnx": toTinyOnnx(LOOK_UP),
    ...files
  };
}
