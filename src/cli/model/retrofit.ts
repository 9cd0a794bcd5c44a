import {stemmer} from "stemmer";

/** For each token, those that mean nearly the same. */
export type Neighbours = readonly (readonly number[])[];

/** What a row's neighbours weigh together, where what the row has learned weighs 1. */
const PULL = 0.6;

/** Rows hardly move after two rounds. */
const ROUNDS = 2;

const PLAIN_WORD = /^[a-z]{4,}$/;

/** Synonyms and inflections of a lexicon, and the words of one stem: `weigh` and `weight`, `arrive` and `arrival`. */
export function findNeighbours(
  tokens: readonly string[],
  substitutes: ReadonlyMap<number, readonly number[]>
): Neighbours {
  const families = new Map<string, number[]>();
  tokens.forEach((token, id) => {
    if (!PLAIN_WORD.test(token)) return;
    const stem = stemmer(token);
    if (!families.has(stem)) families.set(stem, []);
    families.get(stem)!.push(id);
  });
  const neighbours = tokens.map((_, id) => new Set(substitutes.get(id)));
  for (const family of families.values())
    for (const id of family)
      for (const other of family) if (other !== id) neighbours[id]!.add(other);
  return neighbours.map((set) => [...set]);
}

/**
 * Turns rows towards those of their neighbours and leaves their lengths as they are: the retrofitting of Faruqui et al. (2015).
 * What a lexicon knows of a word thus counts also where the text hardly has it.
 */
export function retrofit(table: Float32Array, neighbours: Neighbours): void {
  const dimensions = table.length / neighbours.length;
  const learned = table.slice();
  const lengths = neighbours.map((_, id) => scaleRow(learned, id, dimensions, 1));
  table.set(learned);
  for (let round = 0; round < ROUNDS; ++round)
    neighbours.forEach((others, id) => {
      if (others.length === 0) return;
      const at = id * dimensions;
      const share = PULL / others.length;
      const row = learned.slice(at, at + dimensions);
      for (const other of others)
        for (let i = 0; i < dimensions; ++i) row[i]! += share * table[other * dimensions + i]!;
      table.set(row, at);
      scaleRow(table, id, dimensions, 1);
    });
  lengths.forEach((length, id) => scaleRow(table, id, dimensions, length));
}

/** Gives the length that the row had. */
function scaleRow(table: Float32Array, id: number, dimensions: number, length: number): number {
  const row = table.subarray(id * dimensions, (id + 1) * dimensions);
  const before = Math.hypot(...row);
  if (before > 0) for (let i = 0; i < dimensions; ++i) row[i]! *= length / before;
  return before;
}
