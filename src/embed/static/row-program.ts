import {createCodeReader} from "./code-reader.ts";
import type {OnnxGraph, OnnxNode, OnnxTensor} from "./onnx-graph.ts";
import {ROW_OPERATORS} from "./row-operators.ts";
import type {RowReader} from "./row-values.ts";
import {createRowReader, isWhole} from "./row-values.ts";

/** What a graph computes for each token, where that depends on the token alone: a table of vectors. */
export interface RowProgram {
  /** Tokens in the table. */
  readonly rows: number;
  /** Numbers in a vector. */
  readonly dimensions: number;
  /** The vector of a token, computed as the graph does it. */
  readonly read: (row: number) => Float32Array;
}

/** Values lie either in the table, one row a token of the vocabulary, or behind the look-up, one row a token of a text. */
type Space = "table" | "text";

const IDS = "input_ids";
/** `TensorProto.DataType` of what a look-up goes by: 32 and 64 bits. */
const WHOLE_NUMBERS: readonly (number | string)[] = [6, 7];
const INT64 = 7;
const OUTPUTS = ["last_hidden_state", "token_embeddings"];

/**
 * The table that a graph looks up, or null for any other graph (attention, a layer over several tokens, numbers in another
 * file): then a runtime is needed. Throws `InputError` where the file is cut off.
 */
export function toRowProgram(graph: OnnxGraph): RowProgram | null {
  const output = OUTPUTS.find((name) => graph.outputs.includes(name));
  if (output === undefined) return null;
  const compiler = new Compiler(graph);
  const vector = compiler.compile(output, "text");
  if (!vector || compiler.rows === 0 || !(vector.read(0) instanceof Float32Array)) return null;
  return {
    rows: compiler.rows,
    dimensions: vector.width,
    read: vector.read as RowProgram["read"]
  };
}

class Compiler {
  /** Rows of the tables that are looked up; 0 before one was. */
  rows = 0;
  readonly #graph: OnnxGraph;
  readonly #makers: ReadonlyMap<string, OnnxNode>;

  constructor(graph: OnnxGraph) {
    this.#graph = graph;
    this.#makers = new Map(
      graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node]))
    );
  }

  /** Computes the value called `name` for the token in a row. */
  compile(name: string, space: Space): RowReader | null {
    const tensor = this.#graph.tensors.get(name);
    if (tensor) return this.#compileTensor(name, tensor, space);
    const node = this.#makers.get(name);
    if (!node || node.domain !== "" || node.outputs.length !== 1) return null;
    if (node.op === "Gather") return this.#compileGather(node, space);
    if (node.op === "Reshape") return this.#compileCodes(node, space);
    const run = ROW_OPERATORS[node.op]?.(node.attributes);
    const inputs = node.inputs.map((input) => this.compile(input, space));
    if (!run || !inputs.every((input) => input !== null)) return null;
    const width = toWidth(
      node.op,
      inputs.map((input) => input.width)
    );
    return width === null
      ? null
      : {width, read: (row) => run(inputs.map((input) => input.read(row)))};
  }

  #compileGather(node: OnnxNode, space: Space): RowReader | null {
    const [table, ids] = node.inputs;
    if (space === "table" || !looksRowsUp(node)) return null;
    return this.#skipCasts(ids!) === IDS ? this.compile(table!, "table") : null;
  }

  /** Product quantisation: each byte of a row stands for a row of a small table, and these are put one after another. */
  #compileCodes({inputs: [groups, shape]}: OnnxNode, space: Space): RowReader | null {
    const node = this.#makers.get(groups!);
    if (space === "table" || node?.op !== "Gather" || !looksRowsUp(node)) return null;
    const [name, ids] = node.inputs;
    const codebook = this.#graph.tensors.get(name!);
    const codes = codebook && this.compile(this.#skipCasts(ids!), space);
    const reader = codes && createCodeReader(codes, name!, codebook);
    return reader && this.#keepsRows(shape!, reader.width) ? reader : null;
  }

  /** Whether a shape keeps the first two sizes, batch and sequence, and makes one of all others. */
  #keepsRows(name: string, width: number): boolean {
    const {type, data} = this.#graph.tensors.get(name) ?? {};
    if (type !== INT64 || data?.length !== 3 * BigInt64Array.BYTES_PER_ELEMENT) return false;
    const [batch, sequence, last] = new BigInt64Array(new Uint8Array(data).buffer);
    return batch === 0n && sequence === 0n && (last === -1n || last === BigInt(width));
  }

  /** The name of the value that this one is but for its type. */
  #skipCasts(name: string): string {
    const node = this.#makers.get(name);
    const isSame =
      node?.op === "Identity" ||
      (node?.op === "Cast" && WHOLE_NUMBERS.includes(node.attributes.get("to") ?? 0));
    return isSame ? this.#skipCasts(node.inputs[0]!) : name;
  }

  #compileTensor(name: string, tensor: OnnxTensor, space: Space): RowReader | null {
    if (!isWhole(name, tensor)) return null;
    const width = tensor.shape.at(-1) ?? 1;
    const count = tensor.shape.slice(0, -1).reduce((product, size) => product * size, 1);
    const reader = createRowReader(tensor, width);
    if (!reader) return null;
    if (count === 1) {
      const values = reader.read(0);
      return {width, read: () => values};
    }
    // one row a token; tables that are looked up together must be of one length
    if (space === "text" || tensor.shape.length !== 2 || (this.rows > 0 && this.rows !== count))
      return null;
    this.rows = count;
    return reader;
  }
}

function looksRowsUp({domain, attributes}: OnnxNode): boolean {
  return domain === "" && (attributes.get("axis") ?? 0) === 0;
}

/** Numbers in what an operator gives; null where its inputs do not go together row by row. */
function toWidth(op: string, widths: readonly number[]): number | null {
  if (op === "Concat") return widths.reduce((sum, width) => sum + width, 0);
  const widest = Math.max(...widths);
  return widths.every((width) => width === 1 || width === widest) ? widest : null;
}
