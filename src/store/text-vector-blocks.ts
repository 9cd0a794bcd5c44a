import type {Database, TextHead} from "./database.ts";

/** A block of fewer vectors is small; more small blocks than this are made one. */
const SMALL_COUNT = 1000;
const MAX_SMALL_BLOCKS = 16;
/** The most vectors in a block that is made of others: about a megabyte. */
const MAX_COUNT = 4096;

/** A model's blocks in the order of their writing. */
export function readHeads(db: Database, model: string): Promise<TextHead[]> {
  return db.textHeads.where("[model+count]").between([model], [model, []]).sortBy("block");
}

export async function removeBlocks(db: Database, heads: readonly TextHead[]): Promise<void> {
  if (heads.length === 0) return;
  const blocks = heads.map(({block}) => block!);
  await db.textHeads.bulkDelete(blocks);
  await db.textBodies.bulkDelete(blocks);
}

/** Makes few blocks of many small ones, each hash once. Inside a transaction. */
export async function tidyBlocks(db: Database, model: string): Promise<void> {
  const small = (await readHeads(db, model)).filter(({count}) => count < SMALL_COUNT);
  if (small.length <= MAX_SMALL_BLOCKS) return;
  const bodies = await db.textBodies.bulkGet(small.map(({block}) => block!));
  const rows = small.flatMap(({hashes}, i) =>
    hashes.map((hash, row) => ({hash, row, body: bodies[i]!}))
  );
  const distinct = [...new Map(rows.map((row) => [row.hash, row])).values()];
  const {dimensions} = small[0]!;
  await removeBlocks(db, small);
  for (let i = 0; i < distinct.length; i += MAX_COUNT)
    await addRows(db, {model, dimensions}, distinct.slice(i, i + MAX_COUNT));
}

/** Writes a block anew without what nobody wants; gives how many vectors that was. Inside a transaction. */
export async function sweepBlock(
  db: Database,
  block: number,
  wanted: {has(hash: string): boolean}
): Promise<number> {
  const head = await db.textHeads.get(block);
  const body = await db.textBodies.get(block);
  if (!head || !body) return 0;
  const kept = head.hashes
    .map((hash, row) => ({hash, row, body}))
    .filter(({hash}) => wanted.has(hash));
  if (kept.length === head.count) return 0;
  await removeBlocks(db, [head]);
  await addRows(db, head, kept);
  return head.count - kept.length;
}

interface BlockRow {
  readonly hash: string;
  /** Its place in `body`. */
  readonly row: number;
  readonly body: {readonly scales: Float32Array; readonly codes: Int8Array};
}

async function addRows(
  db: Database,
  {model, dimensions}: {readonly model: string; readonly dimensions: number},
  rows: readonly BlockRow[]
): Promise<void> {
  if (rows.length === 0) return;
  const scales = Float32Array.from(rows, ({row, body}) => body.scales[row]!);
  const codes = new Int8Array(rows.length * dimensions);
  rows.forEach(({row, body}, i) =>
    codes.set(body.codes.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions)
  );
  const hashes = rows.map(({hash}) => hash);
  const block = await db.textHeads.add({model, dimensions, count: rows.length, hashes});
  await db.textBodies.add({block: block!, scales, codes});
}
