import {InputError} from "../lib/errors.ts";
import type {QuantisedVectors} from "../lib/quantised.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {readHeads, removeBlocks, sweepBlock, tidyBlocks} from "./text-vector-blocks.ts";

/** Vectors of texts, by the texts' hashes (`toTextKey`). */
export interface TextVectorBatch extends QuantisedVectors {
  readonly hashes: readonly string[];
}

/**
 * Vectors by model and text. They can be computed again, so they are no part of the history. Whoever has the same text
 * has its vector: nothing here knows of entries or rows. They lie in packed blocks; small ones are made one now and then.
 */
export interface TextVectors {
  /** Keeps vectors. Throws `InputError` where there are not as many as hashes. Another length starts the model anew. */
  put(model: string, batch: TextVectorBatch): Promise<void>;
  /** Calls `take` with each block written after block `since` (0: all), in order; gives the last block's number. */
  read(model: string, since: number, take: (batch: TextVectorBatch) => void): Promise<number>;
  /** Removes the vectors of texts that nobody wants any more; gives how many they were. */
  sweep(model: string, wanted: {has(hash: string): boolean}): Promise<number>;
  /** Removes all vectors of a model, or of all. */
  clear(model?: string): Promise<void>;
  /** How many there are of each model. */
  countByModel(): Promise<Map<string, number>>;
}

export function createTextVectors(connection: Connection): TextVectors {
  const write = <T>(work: (db: Database) => Promise<T>): Promise<T> =>
    connection.run((db) => db.transaction("rw", [db.textHeads, db.textBodies], () => work(db)));

  return {
    async put(model, {dimensions, hashes, scales, codes}) {
      const count = hashes.length;
      if (count === 0) return;
      if (scales.length !== count || codes.length !== count * dimensions)
        throw new InputError(
          `vector length mismatch: ${codes.length} numbers for ${count} texts, not ${count * dimensions}`
        );
      await write(async (db) => {
        const heads = await readHeads(db, model);
        const others = heads.filter((head) => head.dimensions !== dimensions);
        // another length under the same name is another model: its vectors are of no use
        await removeBlocks(db, others);
        const block = await db.textHeads.add({model, dimensions, count, hashes});
        await db.textBodies.add({block: block!, scales, codes});
        await tidyBlocks(db, model);
      });
    },

    async read(model, since, take) {
      const blocks = await connection.run(async (db) =>
        (await readHeads(db, model)).filter(({block}) => block! > since)
      );
      // one by one: the page has its turn between two blocks
      for (const {block, dimensions, hashes} of blocks) {
        const body = await connection.run((db) => db.textBodies.get(block!));
        if (body) take({dimensions, hashes, scales: body.scales, codes: body.codes});
      }
      return blocks.reduce((last, {block}) => Math.max(last, block!), since);
    },

    async sweep(model, wanted) {
      const heads = await connection.run((db) => readHeads(db, model));
      let removed = 0;
      for (const head of heads)
        if (head.hashes.some((hash) => !wanted.has(hash)))
          removed += await write((db) => sweepBlock(db, head.block!, wanted));
      return removed;
    },

    clear: (model) =>
      write(async (db) =>
        removeBlocks(
          db,
          model === undefined ? await db.textHeads.toArray() : await readHeads(db, model)
        )
      ),

    countByModel: () =>
      connection.run(async (db) => {
        const keys = (await db.textHeads.orderBy("[model+count]").keys()) as unknown as [
          string,
          number
        ][];
        const counts = new Map<string, number>();
        for (const [model, count] of keys) counts.set(model, (counts.get(model) ?? 0) + count);
        return counts;
      })
  };
}
