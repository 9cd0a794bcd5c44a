import {createPause} from "../../lib/pause.ts";
import type {TextVectorBatch} from "../../store/text-vectors.ts";
import {toCarriedSql, toOfModelSql} from "./meaning-tables.ts";
import type {TableQuery} from "./table-source.ts";

/** Vectors that are handed over at once. */
const BATCH = 1024;

/** The vectors that came with the lake (see `openLakeMeaning`). */
export interface Precomputed {
  /** Calls `take` with all of a model, batch by batch; with none where the lake has none. */
  read(model: string, take: (batch: TextVectorBatch) => void): Promise<void>;
}

export function createPrecomputed(query: TableQuery): Precomputed {
  return {
    async read(model, take) {
      const there = await query(toCarriedSql("lake", "vectors"));
      if (Number(there.value(0, 0)) === 0) return;
      const result = await query(
        `SELECT hash, scale, codes FROM lake.meaning.vectors WHERE ${toOfModelSql(model)}`
      );
      const {numRows} = result;
      const pause = createPause();
      for (let start = 0; start < numRows; start += BATCH) {
        const count = Math.min(BATCH, numRows - start);
        const dimensions = (result.value(start, 2) as Uint8Array).length;
        const codes = new Int8Array(count * dimensions);
        const scales = new Float32Array(count);
        const hashes = Array.from({length: count}, (_, i) => {
          scales[i] = result.value(start + i, 1) as number;
          codes.set(
            new Int8Array((result.value(start + i, 2) as Uint8Array).buffer),
            i * dimensions
          );
          return result.value(start + i, 0) as string;
        });
        take({dimensions, hashes, scales, codes});
        await pause();
      }
    }
  };
}
