import {InferenceSession, Tensor} from "onnxruntime-node";
import {toOnnx} from "./onnx.ts";

/** What a batch says about two matrices of unit rows, `left` and `right`, whose rows of equal index belong together. */
export interface Contrast {
  /** Mean over both directions of −log of the share that the right partner gets. */
  readonly loss: number;
  /** Gradient of the loss by `left` and by `right`, shaped like them. */
  readonly leftGradient: Float32Array;
  readonly rightGradient: Float32Array;
}

export interface Contraster {
  contrast(left: Float32Array, right: Float32Array): Promise<Contrast>;
  close(): Promise<void>;
}

/**
 * Symmetric InfoNCE with in-batch negatives (van den Oord, Li & Vinyals 2018; Radford et al. 2021): each row must find its
 * partner among all rows of the batch by softmax of `scale` × cosine, in both directions. Nearly all the time of training
 * goes into its three matrix products, so they run in ONNX Runtime, on a graph that we write as we write the model.
 */
export async function createContraster(
  dimensions: number,
  scale: number,
  threads = 1
): Promise<Contraster> {
  const session = await InferenceSession.create(toContrastGraph(dimensions, scale), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3
  });
  return {
    async contrast(left, right) {
      const rows = left.length / dimensions;
      const shape = [rows, dimensions];
      const result = await session.run({
        left: new Tensor("float32", left, shape),
        right: new Tensor("float32", right, shape)
      });
      const [leftPull, rightPull, leftSums, rightSums] = [
        "left_pull",
        "right_pull",
        "left_sums",
        "right_sums"
      ].map((name) => result[name]!.data as Float32Array);
      const factor = scale / (2 * rows);
      let loss = 0;
      for (let row = 0; row < rows; ++row) {
        const cosine = dot(left, right, row * dimensions, dimensions);
        loss += (Math.log(leftSums![row]!) + Math.log(rightSums![row]!)) / 2 + scale * (1 - cosine);
      }
      for (let i = 0; i < left.length; ++i) {
        leftPull![i] = factor * (leftPull![i]! - 2 * right[i]!);
        rightPull![i] = factor * (rightPull![i]! - 2 * left[i]!);
      }
      return {loss: loss / rows, leftGradient: leftPull!, rightGradient: rightPull!};
    },
    close: () => session.release()
  };
}

/**
 * E = exp(scale × (L Rᵀ − 1)), which cannot overflow as cosines are at most 1; its sums by row and by column give both
 * softmaxes; A is their sum; the pulls are A R and Aᵀ L.
 */
function toContrastGraph(dimensions: number, scale: number): Uint8Array {
  const shape = ["batch", dimensions];
  const float = (value: number): Uint8Array => new Uint8Array(Float32Array.of(value).buffer);
  const int64 = (value: number): Uint8Array =>
    new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
  return toOnnx({
    name: "lakebook-contrast",
    inputs: [
      {name: "left", type: "float", dimensions: shape},
      {name: "right", type: "float", dimensions: shape}
    ],
    outputs: [
      {name: "left_pull", type: "float", dimensions: shape},
      {name: "right_pull", type: "float", dimensions: shape},
      {name: "left_sums", type: "float", dimensions: ["batch", 1]},
      {name: "right_sums", type: "float", dimensions: [1, "batch"]}
    ],
    constants: [
      {name: "minus_scale", type: "float", dimensions: [1], data: float(-scale)},
      {name: "rows", type: "int64", dimensions: [1], data: int64(0)},
      {name: "columns", type: "int64", dimensions: [1], data: int64(1)}
    ],
    nodes: [
      {
        op: "Gemm",
        inputs: ["left", "right", "minus_scale"],
        output: "logits",
        attributes: {transB: 1, alpha: {float: scale}}
      },
      {op: "Exp", inputs: ["logits"], output: "weights"},
      {op: "ReduceSum", inputs: ["weights", "columns"], output: "left_sums"},
      {op: "ReduceSum", inputs: ["weights", "rows"], output: "right_sums"},
      {op: "Reciprocal", inputs: ["left_sums"], output: "left_shares"},
      {op: "Reciprocal", inputs: ["right_sums"], output: "right_shares"},
      {op: "Add", inputs: ["left_shares", "right_shares"], output: "shares"},
      {op: "Mul", inputs: ["weights", "shares"], output: "attention"},
      {op: "MatMul", inputs: ["attention", "right"], output: "left_pull"},
      {op: "Gemm", inputs: ["attention", "left"], output: "right_pull", attributes: {transA: 1}}
    ]
  });
}

function dot(a: Float32Array, b: Float32Array, offset: number, length: number): number {
  let sum = 0;
  for (let i = offset; i < offset + length; ++i) sum += a[i]! * b[i]!;
  return sum;
}
