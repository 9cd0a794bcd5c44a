import {InputError} from "../../lib/errors.ts";
import {readFields, readVarints} from "./protobuf-reader.ts";

/** One step of a graph. Attributes other than whole numbers and texts are left out. */
export interface OnnxNode {
  readonly op: string;
  /** Of ONNX itself where it is "". */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, number | string>;
}

/** A constant of the graph. */
export interface OnnxTensor {
  /** `TensorProto.DataType`: 1 float, 2 uint8, 3 int8, 10 float16 … */
  readonly type: number;
  readonly shape: readonly number[];
  /** Little-endian; null where the numbers lie elsewhere (another file, or a field of their own). */
  readonly data: Uint8Array | null;
}

/** What an `.onnx` file computes, as far as looking up rows needs. Field numbers are those of `onnx.proto3`. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly tensors: ReadonlyMap<string, OnnxTensor>;
  readonly outputs: readonly string[];
}

/** Reads an `.onnx` file; tensors are views of it. Throws `InputError` where it is cut off or is none. */
export function readOnnx(file: Uint8Array): OnnxGraph {
  for (const {number, value} of readFields(file))
    if (number === 7 && value instanceof Uint8Array) return readGraph(value);
  throw new InputError("no ONNX file: it holds no graph");
}

function readGraph(message: Uint8Array): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const tensors = new Map<string, OnnxTensor>();
  const outputs: string[] = [];
  for (const {number, value} of readFields(message)) {
    if (!(value instanceof Uint8Array)) continue;
    if (number === 1) nodes.push(readNode(value));
    if (number === 5) tensors.set(...readTensor(value));
    if (number === 12) outputs.push(readText(value, 1));
  }
  return {nodes, tensors, outputs};
}

function readNode(message: Uint8Array): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, number | string>();
  for (const {number, value} of readFields(message)) {
    if (!(value instanceof Uint8Array)) continue;
    if (number === 1) inputs.push(toText(value));
    if (number === 2) outputs.push(toText(value));
    if (number === 5) readAttribute(value, attributes);
  }
  return {op: readText(message, 4), domain: readText(message, 7), inputs, outputs, attributes};
}

function readAttribute(message: Uint8Array, attributes: Map<string, number | string>): void {
  const name = readText(message, 1);
  for (const {number, value} of readFields(message)) {
    if (number === 3 && typeof value === "number") attributes.set(name, value);
    if (number === 4 && value instanceof Uint8Array) attributes.set(name, toText(value));
  }
}

const TENSOR = {shape: 1, type: 2, name: 8, raw: 9} as const;

function readTensor(message: Uint8Array): [string, OnnxTensor] {
  const shape: number[] = [];
  let type = 0;
  let name = "";
  let data: Uint8Array | null = null;
  for (const {number, value} of readFields(message)) {
    if (typeof value === "number") {
      if (number === TENSOR.shape) shape.push(value);
      if (number === TENSOR.type) type = value;
    } else {
      if (number === TENSOR.shape) shape.push(...readVarints(value));
      if (number === TENSOR.name) name = toText(value);
      if (number === TENSOR.raw) data = value;
    }
  }
  return [name, {type, shape, data}];
}

function readText(message: Uint8Array, field: number): string {
  for (const {number, value} of readFields(message))
    if (number === field && value instanceof Uint8Array) return toText(value);
  return "";
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
