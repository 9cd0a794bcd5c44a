import {expect, test} from "vitest";
import type {Constant, Node} from "../../../src/cli/model/onnx.ts";
import {readOnnx} from "../../../src/embed/static/onnx-graph.ts";
import {toRowProgram} from "../../../src/embed/static/row-program.ts";
import {LOOK_UP, NEEDS_RUNTIME, TINY_TABLE, toTinyOnnx} from "../tiny-model.ts";

const toProgram = (nodes: readonly Node[], constants?: readonly Constant[]) =>
  toRowProgram(readOnnx(toTinyOnnx(nodes, constants)));

const bytes: Constant = {
  name: "table",
  type: "uint8",
  dimensions: [3, 2],
  data: Uint8Array.of(0, 1, 2, 3, 200, 255)
};

const toScalar = (name: string, value: number): Constant => ({
  name,
  type: "float",
  dimensions: [],
  data: new Uint8Array(Float32Array.of(value).buffer)
});

test("toRowProgram(graph) reads the rows of a table that is looked up", () => {
  const program = toProgram(LOOK_UP)!;
  expect([program.rows, program.dimensions]).toEqual([6, 2]);
  expect([...program.read(5)]).toEqual([3, 4]);
});

test("toRowProgram(graph) computes what the graph does with a row, rounded as there", () => {
  const gather: Node = {op: "Gather", inputs: ["table", "input_ids"], output: "rows"};
  const nodes: Node[] = [
    {op: "Cast", inputs: ["rows"], output: "numbers", attributes: {to: 1}},
    {op: "Mul", inputs: ["numbers", "scale"], output: "last_hidden_state"}
  ];
  const program = toProgram([gather, ...nodes], [bytes, toScalar("scale", 0.1)])!;
  expect([...program.read(2)]).toEqual(
    [200, 255].map((value) => Math.fround(value * Math.fround(0.1)))
  );
});

test("toRowProgram(graph) unscales the table before or after it is looked up", () => {
  const before: Node[] = [
    {op: "DequantizeLinear", inputs: ["table", "scale"], output: "numbers"},
    {op: "Gather", inputs: ["numbers", "input_ids"], output: "last_hidden_state"}
  ];
  const after: Node[] = [
    {op: "Gather", inputs: ["table", "input_ids"], output: "rows"},
    {op: "DequantizeLinear", inputs: ["rows", "scale"], output: "last_hidden_state"}
  ];
  for (const nodes of [before, after])
    expect([...toProgram(nodes, [bytes, toScalar("scale", 0.5)])!.read(1)]).toEqual([1, 1.5]);
});

test("toRowProgram(graph) puts together the groups of a codebook that the bytes of a row stand for", () => {
  const codes = (...sizes: bigint[]): Constant[] => [
    bytes,
    {
      name: "codebook",
      type: "float",
      dimensions: [256, 2],
      data: new Uint8Array(Float32Array.from({length: 512}, (_, i) => i / 2).buffer)
    },
    {
      name: "shape",
      type: "int64",
      dimensions: [sizes.length],
      data: new Uint8Array(BigInt64Array.from(sizes).buffer)
    }
  ];
  const toNodes = (type: number): Node[] => [
    {op: "Gather", inputs: ["table", "input_ids"], output: "rows"},
    {op: "Cast", inputs: ["rows"], output: "places", attributes: {to: type}},
    {op: "Gather", inputs: ["codebook", "places"], output: "groups"},
    {op: "Reshape", inputs: ["groups", "shape"], output: "last_hidden_state"}
  ];
  const program = toProgram(toNodes(7), codes(0n, 0n, -1n))!;
  expect([program.rows, program.dimensions]).toEqual([3, 4]);
  expect([...program.read(2)]).toEqual([200, 200.5, 255, 255.5]);
  expect(toProgram(toNodes(6), codes(0n, 0n, 4n))).not.toBeNull();
  // 200 is no signed byte, and the others mix the tokens of a text
  expect(toProgram(toNodes(3), codes(0n, 0n, -1n))).toBeNull();
  expect(toProgram(toNodes(7), codes(0n, -1n, 2n))).toBeNull();
  expect(toProgram(toNodes(7), codes(0n, -1n))).toBeNull();
});

test("toRowProgram(graph) is null where the graph does more than look rows up", () => {
  expect(toProgram(NEEDS_RUNTIME)).toBeNull();
  const mixesTokens: Node[] = [
    {op: "Gather", inputs: ["table", "input_ids"], output: "rows"},
    {op: "MatMul", inputs: ["rows", "rows"], output: "last_hidden_state"}
  ];
  expect(toProgram(mixesTokens)).toBeNull();
  const looksAlongTheOtherAxis: Node[] = [{...LOOK_UP[0]!, attributes: {axis: 1}}];
  expect(toProgram(looksAlongTheOtherAxis)).toBeNull();
  expect(
    toProgram([{op: "Identity", inputs: ["input_ids"], output: "last_hidden_state"}])
  ).toBeNull();
});

test("readOnnx and toRowProgram say where a file is cut off, or is none", () => {
  const whole = toTinyOnnx(LOOK_UP);
  expect(() => readOnnx(whole.subarray(0, whole.length - 30))).toThrow("protocol buffer cut off");
  expect(() => readOnnx(new TextEncoder().encode("version https://git-lfs"))).toThrow(
    "protocol buffer"
  );
  expect(() => readOnnx(new Uint8Array())).toThrow("no ONNX file: it holds no graph");
  const short = {...TINY_TABLE, data: TINY_TABLE.data.subarray(4)};
  expect(() => toProgram(LOOK_UP, [short])).toThrow(
    "ONNX tensor cut off: table has 44 of 48 bytes"
  );
});
