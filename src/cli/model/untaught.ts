import {CONTINUATION} from "./tokenizer.ts";

/**
 * Rows that no text has taught: a character within a word takes the row of the same character at a word's start, if that was
 * taught; other rows keep their random direction at the median length of the taught ones, so that characters of a script
 * that is not in the text weigh as much as each other and as words do.
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
  for (const [token, id] of ids) {
    if (taught.has(id)) continue;
    const twin = token.startsWith(CONTINUATION)
      ? ids.get(token.slice(CONTINUATION.length))
      : undefined;
    if (twin !== undefined && taught.has(twin)) rowOf(id).set(rowOf(twin));
    else scaleTo(rowOf(id), median);
  }
}

function scaleTo(row: Float32Array, length: number): void {
  const factor = length / Math.hypot(...row);
  for (let i = 0; i < row.length; ++i) row[i]! *= factor;
}
