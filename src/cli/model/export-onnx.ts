import {toOnnx} from "./onnx.ts";
import type {PackedTable} from "./quantise.ts";

/**
 * A model that looks rows up: `input_ids` (batch × sequence) → `last_hidden_state` (batch × sequence × dimensions), unpacked
 * from 4 bits in the graph. The runtime does the mean over tokens, as for any other model.
 */
export function exportOnnx({rows, dimensions, nibbles, scales}: PackedTable): Uint8Array {
  const half = dimensions / 2;
  return toOnnx({
    name: "lakebook-builtin",
    inputs: [{name: "input_ids", type: "int64", dimensions: ["batch", "sequence"]}],
    outputs: [
      {name: "last_hidden_state", type: "float", dimensions: ["batch", "sequence", dimensions]}
    ],
    constants: [
      {name: "nibbles", type: "uint8", dimensions: [rows, half], data: nibbles},
      {name: "scales", type: "float16", dimensions: [rows, 1], data: new Uint8Array(scales.buffer)},
      {name: "low_half", type: "uint8", dimensions: [], data: Uint8Array.of(15)},
      {name: "half_width", type: "uint8", dimensions: [], data: Uint8Array.of(4)},
      {
        name: "zero_point",
        type: "float",
        dimensions: [],
        data: new Uint8Array(Float32Array.of(8).buffer)
      }
    ],
    nodes: [
      {op: "Gather", inputs: ["nibbles", "input_ids"], output: "packed", attributes: {axis: 0}},
      {op: "BitwiseAnd", inputs: ["packed", "low_half"], output: "low"},
      {
        op: "BitShift",
        inputs: ["packed", "half_width"],
        output: "high",
        attributes: {direction: "RIGHT"}
      },
      {op: "Concat", inputs: ["low", "high"], output: "levels", attributes: {axis: -1}},
      {op: "Cast", inputs: ["levels"], output: "levels_float", attributes: {to: 1}},
      {op: "Sub", inputs: ["levels_float", "zero_point"], output: "centred"},
      {op: "Gather", inputs: ["scales", "input_ids"], output: "scale", attributes: {axis: 0}},
      {op: "Cast", inputs: ["scale"], output: "scale_float", attributes: {to: 1}},
      {op: "Mul", inputs: ["centred", "scale_float"], output: "last_hidden_state"}
    ]
  });
}
