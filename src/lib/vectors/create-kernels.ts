import {KERNELS} from "./kernels-binary.ts";
import {createPlainKernels} from "./kernels-plain.ts";
import type {Kernels} from "./kernels.ts";
import {toMemoryError} from "./memory-error.ts";

const PAGE_BYTES = 65_536;
/** A 32-bit memory has no more. */
const MAX_BYTES = 2 ** 32;
/** Memory grows by an eighth at least, so that it is not grown row by row. */
const GROWTH = 1 / 8;

/** In WebAssembly where it has SIMD, in plain JavaScript elsewhere: the results are the same, to the bit. */
export function createKernels(): Kernels {
  const module = compile();
  if (!module) return createPlainKernels();
  const {memory, scan, tile} = new WebAssembly.Instance(module).exports as unknown as {
    memory: WebAssembly.Memory;
  } & Pick<Kernels, "scan" | "tile">;
  return {
    get buffer() {
      return memory.buffer;
    },
    reserve(bytes) {
      const has = memory.buffer.byteLength;
      if (bytes <= has) return;
      if (bytes > MAX_BYTES) throw toMemoryError(bytes);
      const pages = (size: number): number => Math.ceil((size - has) / PAGE_BYTES);
      const wanted = Math.min(MAX_BYTES, Math.max(bytes, has * (1 + GROWTH)));
      try {
        memory.grow(pages(wanted));
      } catch {
        grow(memory, pages(bytes), bytes);
      }
    },
    scan,
    tile
  };
}

/** The module once it is compiled; null where this machine's WebAssembly lacks SIMD. */
let compiled: WebAssembly.Module | null | undefined;

function compile(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  const bytes = Uint8Array.from(atob(KERNELS), (letter) => letter.charCodeAt(0));
  compiled =
    typeof WebAssembly === "object" && WebAssembly.validate(bytes)
      ? new WebAssembly.Module(bytes)
      : null;
  return compiled;
}

function grow(memory: WebAssembly.Memory, pages: number, bytes: number): void {
  try {
    memory.grow(pages);
  } catch (error) {
    throw toMemoryError(bytes, error);
  }
}
