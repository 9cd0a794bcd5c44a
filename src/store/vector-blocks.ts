import type {Database, VectorHead} from "./database.ts";

/** A block of fewer vectors is small; more small blocks than this are made one. */
const SMALL_COUNT = 1000;
const MAX_SMALL_BLOCKS = 16;
/** The most vectors in a block that is made of others: some megabytes. */
const MAX_COUNT = 4096;

export interface Matrix {
  readonly dimensions: number;
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  /** ids × dimensions numbers, row by row. */
  readonly vectors: Float32Array;
}

/** A model's blocks in the order of their writing. */
export function readHeads(db: Database, model: string): Promise<VectorHead[]> {
  return db.vectorHeads.where("[model+count]").between([model], [model, []]).sortBy("block");
}

/** Appends a block, and now and then tidies up behind: see `tidy`. Inside a transaction. */
export async function append(
  db: Database,
  block: Matrix & {readonly model: string}
): Promise<void> {
  await add(db, block);
  const {model} = block;
  const small = await db.vectorHeads
    .where("[model+count]")
    .between([model, 0], [model, SMALL_COUNT])
    .count();
  if (small > MAX_SMALL_BLOCKS || block.ids.length >= SMALL_COUNT) await tidy(db, model);
}

/** The vectors of blocks of one model, each id once. */
export async function readMatrix(db: Database, heads: readonly VectorHead[]): Promise<Matrix> {
  const dimensions = heads[0]?.dimensions ?? 0;
  const bodies = await db.vectorBodies.bulkGet(heads.map(({block}) => block!));
  const bodyOf = new Map(heads.map((head, i) => [head, bodies[i]!.vectors]));
  const places = [...findLive(heads)];
  const vectors = new Float32Array(places.length * dimensions);
  places.forEach(([, [head, row]], i) =>
    vectors.set(
      bodyOf.get(head)!.subarray(row * dimensions, (row + 1) * dimensions),
      i * dimensions
    )
  );
  return {
    dimensions,
    ids: places.map(([id]) => id),
    hashes: places.map(([, [head, row]]) => head.hashes[row]!),
    vectors
  };
}

export function countLive(heads: readonly VectorHead[]): number {
  return findLive(heads).size;
}

async function add(
  db: Database,
  {model, dimensions, ids, hashes, vectors}: Matrix & {readonly model: string}
): Promise<void> {
  const block = await db.vectorHeads.add({model, dimensions, count: ids.length, ids, hashes});
  await db.vectorBodies.add({block: block!, vectors});
}

/**
 * Makes one of many: all blocks where half of what they hold is dead, else those from the first small one on, and
 * those only where there are many small ones. What stays before them must still hear of removals.
 */
async function tidy(db: Database, model: string): Promise<void> {
  const heads = await readHeads(db, model);
  const total = heads.reduce((sum, {count}) => sum + count, 0);
  const isMostlyDead = total > 2 * countLive(heads) + SMALL_COUNT;
  const small = heads.filter(({count}) => count < SMALL_COUNT);
  if (!isMostlyDead && small.length <= MAX_SMALL_BLOCKS) return;
  const merged = isMostlyDead ? heads : heads.slice(heads.indexOf(small[0]!));
  const matrix = await readMatrix(db, merged);
  const {dimensions} = matrix;
  const blocks = merged.map(({block}) => block!);
  await db.vectorHeads.bulkDelete(blocks);
  await db.vectorBodies.bulkDelete(blocks);
  for (let i = 0; i < matrix.ids.length; i += MAX_COUNT) {
    const end = Math.min(i + MAX_COUNT, matrix.ids.length);
    await add(db, {
      model,
      dimensions,
      ids: matrix.ids.slice(i, end),
      hashes: matrix.hashes.slice(i, end),
      vectors: matrix.vectors.slice(i * dimensions, end * dimensions)
    });
  }
  const live = new Set(matrix.ids);
  const removed = [...new Set(merged.flatMap(({ids}) => ids))].filter((id) => !live.has(id));
  if (merged.length < heads.length && removed.length > 0) {
    const hashes = removed.map(() => "");
    await add(db, {model, dimensions, ids: removed, hashes, vectors: new Float32Array(0)});
  }
}

/** Where each id's vector lies: the block and the row in it. */
function findLive(heads: readonly VectorHead[]): Map<string, readonly [VectorHead, number]> {
  const places = new Map<string, readonly [VectorHead, number]>();
  for (const head of heads) {
    head.ids.forEach((id, row) => {
      if (head.hashes[row] === "") places.delete(id);
      else places.set(id, [head, row]);
    });
  }
  return places;
}
