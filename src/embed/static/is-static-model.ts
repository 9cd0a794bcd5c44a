import {InputError} from "../../lib/errors.ts";
import {readOnnx} from "./onnx-graph.ts";
import {toRowProgram} from "./row-program.ts";

/** Whether an `.onnx` file only looks words up. A broken one does not; opening it tells what is wrong. */
export function isStaticModel(onnx: Uint8Array): boolean {
  try {
    return toRowProgram(readOnnx(onnx)) !== null;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
