import {KERNELS} from "./table-kernels-binary.ts";

/** What a training step does with tables of rows; see table-kernels.wat. Places are in bytes. */
export interface TableKernels {
  readonly compose: (...places: number[]) => void;
  readonly means: (...places: number[]) => void;
  readonly spread: (...places: number[]) => void;
  readonly collect: (...places: number[]) => void;
  readonly adam: (...places: number[]) => void;
  /** Numbers in the memory of the kernels, all zero; they stay where they are. */
  readonly take: <T extends ArrayBufferView>(type: NumbersType<T>, length: number) => T;
}

interface NumbersType<T> {
  new (buffer: ArrayBuffer, place: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

const PAGE_BYTES = 65_536;
/** As it grows, a memory moves: so it is large from the start. Pages that nobody writes cost nothing. */
const MEMORY_BYTES = 2 ** 30;
/** Places are multiples of this, so that no vector of four numbers lies across two lines of the cache. */
const ALIGNMENT = 64;

export function createTableKernels(): TableKernels {
  const module = new WebAssembly.Module(Buffer.from(KERNELS, "base64"));
  const {memory, ...kernels} = new WebAssembly.Instance(module).exports as unknown as Omit<
    TableKernels,
    "take"
  > & {readonly memory: WebAssembly.Memory};
  memory.grow(MEMORY_BYTES / PAGE_BYTES - 1);
  let end = 0;
  return {
    ...kernels,
    take(type, length) {
      const place = end;
      end = Math.ceil((place + length * type.BYTES_PER_ELEMENT) / ALIGNMENT) * ALIGNMENT;
      if (end > MEMORY_BYTES)
        throw new Error(
          `tables too large: over ${MEMORY_BYTES / 2 ** 20} MB; train fewer tokens, dimensions or pairs in a batch`
        );
      return new type(memory.buffer, place, length);
    }
  };
}
