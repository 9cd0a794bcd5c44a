import type {RowValues} from "./row-values.ts";

type Attributes = ReadonlyMap<string, number | string>;
type Run = (inputs: readonly RowValues[]) => RowValues;

/**
 * What ONNX's operators do to one row; results have the type that they have there, so that each step rounds alike. An
 * operator gives null where its attributes ask for something that is not done row by row.
 */
export const ROW_OPERATORS: Readonly<Record<string, (attributes: Attributes) => Run | null>> = {
  Identity:
    () =>
    ([values]) =>
      values!,
  Cast: (attributes) => (attributes.get("to") === 1 ? ([x]) => Float32Array.from(x!) : null),
  Add: () => pairwise((a, b) => a + b),
  Sub: () => pairwise((a, b) => a - b),
  Mul: () => pairwise((a, b) => a * b),
  Div: () => pairwise((a, b) => a / b),
  BitwiseAnd: () => pairwise((a, b) => a & b),
  BitwiseOr: () => pairwise((a, b) => a | b),
  BitShift: (attributes) =>
    attributes.get("direction") === "RIGHT"
      ? pairwise((a, b) => a >> b)
      : pairwise((a, b) => a << b),
  Concat: (attributes) => (attributes.get("axis") === -1 ? concat : null),
  DequantizeLinear: () => dequantise
};

/** Number by number; a row of one number goes with each of the other. */
function pairwise(compute: (a: number, b: number) => number): Run {
  return ([a, b]) => {
    const result = emptyLike(a!, Math.max(a!.length, b!.length));
    for (let i = 0; i < result.length; ++i)
      result[i] = compute(a![a!.length === 1 ? 0 : i]!, b![b!.length === 1 ? 0 : i]!);
    return result;
  };
}

function concat(parts: readonly RowValues[]): RowValues {
  const result = emptyLike(
    parts[0]!,
    parts.reduce((sum, part) => sum + part.length, 0)
  );
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

/** (value − zero point) × scale, with one scale for all, for each row, or for each column. */
function dequantise([values, scales, zeros]: readonly RowValues[]): RowValues {
  const at = (numbers: RowValues, i: number): number => numbers[numbers.length === 1 ? 0 : i]!;
  return Float32Array.from(
    values!,
    (value, i) => (value - (zeros ? at(zeros, i) : 0)) * at(scales!, i)
  );
}

function emptyLike(values: RowValues, length: number): RowValues {
  if (values instanceof Float32Array) return new Float32Array(length);
  return values instanceof Uint8Array ? new Uint8Array(length) : new Int8Array(length);
}
