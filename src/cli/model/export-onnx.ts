import {toOnnx} from "./onnx.ts";
import {GROUP} from "./quantise.ts";
import type {PackedTable} from "./quantise.ts";

/**
 * A model that looks rows up: `input_ids` (batch × sequence) → `last_hidden_state` (batch × sequence × dimensions), unpacked
 * in the graph. The runtime does the mean over tokens, as for any other model.
 */
export function exportOnnx({rows, dimensions, codes, codebook, scales}: PackedTable): Uint8Array {
  return toOnnx({
    name: "lakebook-builtin",
    inputs: [{name: "input_ids", type: "int64", dimensions: ["batch", "sequence"]}],
    outputs: [
      {name: "last_hidden_state", type: "float", dimensions: ["batch", "sequence", dimensions]}
    ],
    constants: [
      {name: "codes", type: "uint8", dimensions: [rows, dimensions / GROUP], data: codes},
      {
        name: "codebook",
        type: "float",
        dimensions: [codebook.length / GROUP, GROUP],
        data: toBytes(codebook)
      },
      {name: "scales", type: "float16", dimensions: [rows, 1], data: toBytes(scales)},
      {
        // 0: as it was
        name: "shape",
        type: "int64",
        dimensions: [3],
        data: toBytes(BigInt64Array.of(0n, 0n, BigInt(dimensions)))
      }
    ],
    nodes: [
      {op: "Gather", inputs: ["codes", "input_ids"], output: "bytes", attributes: {axis: 0}},
      {op: "Cast", inputs: ["bytes"], output: "places", attributes: {to: 6}},
      {op: "Gather", inputs: ["codebook", "places"], output: "groups", attributes: {axis: 0}},
      {op: "Reshape", inputs: ["groups", "shape"], output: "units"},
      {op: "Gather", inputs: ["scales", "input_ids"], output: "scale", attributes: {axis: 0}},
      {op: "Cast", inputs: ["scale"], output: "scale_float", attributes: {to: 1}},
      {op: "Mul", inputs: ["units", "scale_float"], output: "last_hidden_state"}
    ]
  });
}

function toBytes({buffer}: Float32Array | Uint16Array | BigInt64Array): Uint8Array {
  return new Uint8Array(buffer);
}
