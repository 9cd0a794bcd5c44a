import type {EncodedSource} from "./encode.ts";
import type {Lexicon} from "./lexicon.ts";
import {scaleRow} from "./scale-row.ts";
import {CONTINUATION, SPECIAL_TOKENS, UNKNOWN_ID} from "./tokenizer.ts";

/** The tokens that stand in the text or the lexicon. */
export function findTaught(prose: readonly EncodedSource[], {senses}: Lexicon): Set<number> {
  const taught = new Set<number>();
  const add = (ids: Iterable<number>): void => {
    for (const id of ids) taught.add(id);
  };
  for (const {ids, titleIds} of prose) [ids, titleIds].forEach(add);
  for (const {lemmas, gloss, examples} of senses) [...lemmas, gloss, ...examples].forEach(add);
  return taught;
}

/**
 * Rows that no text has taught keep their random direction at the median length of the taught ones, so that characters of a
 * script that is not in the text weigh as much as each other and as words do. A character within a word takes the row of the
 * same character at a word's start.
 */
export function fillUntaught(
  table: Float32Array,
  tokens: readonly string[],
  taught: ReadonlySet<number>
): void {
  const dimensions = table.length / tokens.length;
  const rowOf = (id: number): Float32Array =>
    table.subarray(id * dimensions, (id + 1) * dimensions);
  const lengths = Array.from(taught, (id) => Math.hypot(...rowOf(id))).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 1;
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const untaught = [...ids].filter(([, id]) => !taught.has(id));
  for (const [, id] of untaught) scaleRow(rowOf(id), median);
  for (const [token, id] of untaught) {
    if (!token.startsWith(CONTINUATION)) continue;
    const twin = ids.get(token.slice(CONTINUATION.length));
    if (twin !== undefined) rowOf(id).set(rowOf(twin));
  }
}

/** Special tokens mean nothing, but for the unknown one, which leaves unknown text with a vector. */
export function blankSpecial(table: Float32Array, dimensions: number): void {
  for (let id = 0; id < SPECIAL_TOKENS.length; ++id)
    if (id !== UNKNOWN_ID) table.fill(0, id * dimensions, (id + 1) * dimensions);
}
