import {createHash} from "node:crypto";
import {mkdir, open, rename} from "node:fs/promises";
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
      const file = await open(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      if (!file) return null;
      try {
        const header = Buffer.alloc(HEADER_BYTES);
        await file.read(header, 0, HEADER_BYTES);
        const {print: found, steps, length} = JSON.parse(header.toString()) as Header;
        if (found !== print) return null;
        const next = async (): Promise<Float32Array> => {
          const numbers = new Float32Array(length);
          const {bytesRead} = await file.read(new Uint8Array(numbers.buffer));
          if (bytesRead < numbers.byteLength)
            throw new Error(`checkpoint incomplete: ${path}; delete it to begin anew`);
          return numbers;
        };
        return {steps, rows: await next(), first: await next(), second: await next()};
      } finally {
        await file.close();
      }
    },
    async write({steps, rows, first, second}) {
      const header: Header = {print, steps, length: rows.length};
      await mkdir(dirname(path), {recursive: true});
      const part = `${path}.part`;
      const file = await open(part, "w");
      try {
        await file.write(JSON.stringify(header).padEnd(HEADER_BYTES));
        for (const {buffer, byteOffset, byteLength} of [rows, first, second])
          await file.writeFile(new Uint8Array(buffer, byteOffset, byteLength));
      } finally {
        await file.close();
      }
      await rename(part, path);
    }
  };
}
