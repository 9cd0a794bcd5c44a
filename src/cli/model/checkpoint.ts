import {createHash} from "node:crypto";
import {mkdir, open, readFile, rename} from "node:fs/promises";
import {dirname} from "node:path";
import type {TrainerState} from "./table-trainer.ts";

/** Where training stands, in a file that another run can go on from. */
export interface Checkpoint {
  /** Null where there is none of this very training. */
  read(): Promise<TrainerState | null>;
  /** The file is whole or as before, whatever happens meanwhile. */
  write(state: TrainerState): Promise<void>;
}

interface Header {
  readonly print: string;
  readonly steps: number;
  /** Numbers in each of the three arrays. */
  readonly length: number;
}

const HEADER_BYTES = 256;

/** `identity` is whatever decides the outcome: a file of another training is not gone on from. */
export function createCheckpoint(path: string, identity: unknown): Checkpoint {
  const print = createHash("sha256").update(JSON.stringify(identity)).digest("hex");
  return {
    async read() {
      const bytes = await readIfThere(path);
      if (!bytes) return null;
      const {print: found, steps, length} = readHeader(bytes, path);
      if (found !== print) return null;
      if (bytes.length !== HEADER_BYTES + 3 * length * Float32Array.BYTES_PER_ELEMENT)
        throw new Error(`checkpoint incomplete: ${path}; delete it to begin anew`);
      const [rows, first, second] = [0, 1, 2].map((index) => {
        const numbers = new Float32Array(length);
        const at = HEADER_BYTES + index * numbers.byteLength;
        new Uint8Array(numbers.buffer).set(bytes.subarray(at, at + numbers.byteLength));
        return numbers;
      }) as [Float32Array, Float32Array, Float32Array];
      return {steps, rows, first, second};
    },
    async write({steps, rows, first, second}) {
      const header: Header = {print, steps, length: rows.length};
      await mkdir(dirname(path), {recursive: true});
      const part = `${path}.part`;
      const file = await open(part, "w");
      try {
        await file.writeFile(JSON.stringify(header).padEnd(HEADER_BYTES));
        for (const {buffer, byteOffset, byteLength} of [rows, first, second])
          await file.writeFile(new Uint8Array(buffer, byteOffset, byteLength));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path);
    }
  };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function readHeader(bytes: Buffer, path: string): Header {
  try {
    return JSON.parse(bytes.toString("utf8", 0, HEADER_BYTES)) as Header;
  } catch (error) {
    throw new Error(`checkpoint unreadable: ${path}; delete it to begin anew`, {cause: error});
  }
}
