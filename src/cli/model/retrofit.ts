import {stemmer} from "stemmer";
import {groupBy} from "../../lib/group-by.ts";
import {dot} from "../../lib/vectors/dot.ts";
import {scaleRow} from "./scale-row.ts";

/** For each token, those that may mean nearly the same. */
type Neighbours = readonly (readonly number[])[];

/** A neighbour counts where training found the two words this much alike: stems also join `general` and `generous`. */
const MIN_COSINE = 0.25;

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
  const words = tokens.flatMap((token, id) => (PLAIN_WORD.test(token) ? [id] : []));
  const families = groupBy(words, (id) => stemmer(tokens[id]!));
  const neighbours = tokens.map((_, id) => new Set(substitutes.get(id)));
  for (const family of families.values())
    for (const id of family)
      for (const other of family) if (other !== id) neighbours[id]!.add(other);
  return neighbours.map((set) => [...set]);
}

/**
 * Turns rows towards those of their neighbours and leaves their lengths as they are: the retrofitting of Faruqui et al. (2015),
 * but for neighbours that training has found to mean something else. What a lexicon knows of a word thus counts also where the
 * text hardly has it.
 */
export function retrofit(table: Float32Array, neighbours: Neighbours): void {
  const dimensions = table.length / neighbours.length;
  const rowOf = (id: number): Float32Array =>
    table.subarray(id * dimensions, (id + 1) * dimensions);
  const lengths = neighbours.map((_, id) => scaleRow(rowOf(id), 1));
  const learned = table.slice();
  const toCosine = (id: number, other: number): number =>
    dot(learned, id * dimensions, learned, other * dimensions, dimensions);
  const alike = neighbours.map((others, id) =>
    others.filter((other) => toCosine(id, other) >= MIN_COSINE)
  );
  for (let round = 0; round < ROUNDS; ++round)
    alike.forEach((others, id) => {
      if (others.length === 0) return;
      const row = learned.slice(id * dimensions, (id + 1) * dimensions);
      for (const other of others)
        for (let i = 0; i < dimensions; ++i)
          row[i]! += (PULL / others.length) * table[other * dimensions + i]!;
      scaleRow(row, 1);
      rowOf(id).set(row);
    });
  lengths.forEach((length, id) => scaleRow(rowOf(id), length));
}
