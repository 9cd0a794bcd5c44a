import {InputError} from "../../lib/errors.ts";
import type {OnnxGraph, OnnxNode, OnnxTensor} from "./onnx-graph.ts";
import {ROW_OPERATORS} from "./row-operators.ts";
import type {RowReader} from "./row-values.ts";
import {createRowReader, expectedBytes} from "./row-values.ts";

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

  #compileGather({inputs: [table, ids], attributes}: OnnxNode, space: Space): RowReader | null {
    if (space === "table" || (attributes.get("axis") ?? 0) !== 0) return null;
    return this.#isIds(ids!) ? this.compile(table!, "table") : null;
  }

  #isIds(name: string): boolean {
    if (name === IDS) return true;
    const node = this.#makers.get(name);
    return (node?.op === "Cast" || node?.op === "Identity") && this.#isIds(node.inputs[0]!);
  }

  #compileTensor(name: string, tensor: OnnxTensor, space: Space): RowReader | null {
    const expected = expectedBytes(tensor);
    if (expected === undefined || !tensor.data) return null;
    if (tensor.data.length !== expected)
      throw new InputError(
        `ONNX tensor cut off: ${name} has ${tensor.data.length} of ${expected} bytes`
      );
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

/** Numbers in what an operator gives; null where its inputs do not go together row by row. */
function toWidth(op: string, widths: readonly number[]): number | null {
  if (op === "Concat") return widths.reduce((sum, width) => sum + width, 0);
  const widest = Math.max(...widths);
  return widths.every((width) => width === 1 || width === widest) ? widest : null;
}
