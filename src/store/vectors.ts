import {InputError} from "../lib/errors.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {append, countLive, readHeads, readMatrix} from "./vector-blocks.ts";

export interface VectorItem {
  readonly id: string;
  /** The hash of the text that was embedded. */
  readonly hash: string;
  readonly vector: Float32Array;
}

/** All vectors of a model, in one matrix. */
export interface VectorSet {
  readonly dimensions: number;
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  /** ids × dimensions numbers, row by row. */
  readonly vectors: Float32Array;
}

/**
 * Vectors of entries, by model. They can be computed again, so they are no part of the history. They lie in packed
 * blocks that are only ever appended: of an id in two blocks the later counts, and small blocks are merged now and then.
 */
export interface Vectors {
  /** Keeps vectors, in the place of those of the same ids. Throws `InputError` where one has another length. */
  putAll(model: string, dimensions: number, items: readonly VectorItem[]): Promise<void>;
  load(model: string): Promise<VectorSet>;
  /** Removes the entries' vectors, of all models. */
  remove(ids: readonly string[]): Promise<void>;
  /** Removes all vectors of a model, or of all. */
  clear(model?: string): Promise<void>;
  /** How many there are of each model. */
  countByModel(): Promise<Map<string, number>>;
}

export function createVectors(connection: Connection): Vectors {
  const write = (work: (db: Database) => Promise<void>): Promise<void> =>
    connection.run((db) => db.transaction("rw", [db.vectorHeads, db.vectorBodies], () => work(db)));

  const clear = async (db: Database, heads: readonly {block?: number}[]): Promise<void> => {
    const blocks = heads.map(({block}) => block!);
    await db.vectorHeads.bulkDelete(blocks);
    await db.vectorBodies.bulkDelete(blocks);
  };

  return {
    async putAll(model, dimensions, items) {
      if (items.length === 0) return;
      const wrong = items.find(({vector}) => vector.length !== dimensions);
      if (wrong)
        throw new InputError(
          `vector length mismatch: ${wrong.vector.length} numbers for ${wrong.id}, not ${dimensions}`
        );
      const vectors = new Float32Array(items.length * dimensions);
      items.forEach(({vector}, i) => vectors.set(vector, i * dimensions));
      await write(async (db) => {
        const heads = await readHeads(db, model);
        // another length under the same name is another model: its vectors are of no use
        if (heads.some((head) => head.dimensions !== dimensions)) await clear(db, heads);
        await append(db, {
          model,
          dimensions,
          ids: items.map(({id}) => id),
          hashes: items.map(({hash}) => hash),
          vectors
        });
      });
    },

    load: (model) =>
      connection.run((db) =>
        db.transaction("r", [db.vectorHeads, db.vectorBodies], async () =>
          readMatrix(db, await readHeads(db, model))
        )
      ),

    async remove(ids) {
      if (ids.length === 0) return;
      await write(async (db) => {
        for (const model of await readModels(db)) {
          const [head] = await readHeads(db, model);
          const {dimensions} = head!;
          await append(db, {
            model,
            dimensions,
            ids: [...ids],
            hashes: ids.map(() => ""),
            vectors: new Float32Array(0)
          });
        }
      });
    },

    clear: (model) =>
      write(async (db) => {
        for (const name of model === undefined ? await readModels(db) : [model])
          await clear(db, await readHeads(db, name));
      }),

    countByModel: () =>
      connection.run(async (db) => {
        const counts = new Map<string, number>();
        for (const model of await readModels(db)) {
          const count = countLive(await readHeads(db, model));
          if (count > 0) counts.set(model, count);
        }
        return counts;
      })
  };
}

async function readModels(db: Database): Promise<string[]> {
  const keys = (await db.vectorHeads.orderBy("[model+count]").uniqueKeys()) as unknown as [
    string,
    number
  ][];
  return [...new Set(keys.map(([model]) => model))];
}
