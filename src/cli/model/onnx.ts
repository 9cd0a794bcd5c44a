import {bytes, concat, int, message, text} from "./protobuf.ts";
import type {Field} from "./protobuf.ts";

/** The parts of ONNX that our two graphs need. Field numbers are those of `onnx.proto3`. */

const DATA_TYPE = {float: 1, uint8: 2, int64: 7, float16: 10} as const;

export type DataType = keyof typeof DATA_TYPE;

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers are written as integers: pass a `Float` for a number that must be a float. */
  readonly attributes?: Readonly<Record<string, number | string | Float>>;
}

/** Marks an attribute as a float, which JavaScript cannot tell from an integer. */
export interface Float {
  readonly float: number;
}

export interface Constant {
  readonly name: string;
  readonly type: DataType;
  readonly dimensions: readonly number[];
  /** Little-endian, as ONNX wants it. */
  readonly data: Uint8Array;
}

export interface Port {
  readonly name: string;
  readonly type: DataType;
  /** A name stands for a size that is only known at run time. */
  readonly dimensions: readonly (number | string)[];
}

export interface Graph {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

const IR_VERSION = 8;
const OPSET = 18;

/** The bytes of an `.onnx` file. */
export function toOnnx({name, nodes, constants, inputs, outputs}: Graph): Uint8Array {
  return concat([
    int(1, IR_VERSION),
    text(2, "lakebook"),
    message(7, [
      ...nodes.map((node) => message(1, toNode(node))),
      text(2, name),
      ...constants.map((constant) => message(5, toTensor(constant))),
      ...inputs.map((port) => message(11, toPort(port))),
      ...outputs.map((port) => message(12, toPort(port)))
    ]),
    message(8, [text(1, ""), int(2, OPSET)])
  ]);
}

function toNode({op, inputs, output, attributes = {}}: Node): Field[] {
  return [
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, toAttribute(name, value)))
  ];
}

function toAttribute(name: string, value: number | string | Float): Field[] {
  if (typeof value === "string") return [text(1, name), text(4, value), int(20, 3)];
  if (typeof value === "number") return [text(1, name), toInt(3, value), int(20, 2)];
  return [text(1, name), toFloat(2, value.float), int(20, 1)];
}

function toTensor({name, type, dimensions, data}: Constant): Field[] {
  return [
    ...dimensions.map((size) => int(1, size)),
    int(2, DATA_TYPE[type]),
    text(8, name),
    bytes(9, data)
  ];
}

function toPort({name, type, dimensions}: Port): Field[] {
  const sizes = dimensions.map((size) =>
    message(1, [typeof size === "string" ? text(2, size) : int(1, size)])
  );
  return [text(1, name), message(2, [message(1, [int(1, DATA_TYPE[type]), message(2, sizes)])])];
}

/** Negative numbers are ten bytes of two's complement. */
function toInt(field: number, value: number): Field {
  if (value >= 0) return int(field, value);
  const rest = BigInt.asUintN(64, BigInt(value));
  const septets = Array.from(
    {length: 10},
    (_, i) => Number((rest >> BigInt(7 * i)) & 127n) | (i < 9 ? 128 : 0)
  );
  return Uint8Array.from([field * 8, ...septets]);
}

function toFloat(field: number, value: number): Field {
  return Uint8Array.from([field * 8 + 5, ...new Uint8Array(Float32Array.of(value).buffer)]);
}
