/** What the golden section leaves of a turn: points along it never stand behind each other. */
const TURN = Math.PI * (3 - Math.sqrt(5));
/** How far the first repeat lies from the text, and how far the last may, of a square that is 2 wide. */
const STEP = 0.002;
const MAX_RADIUS = 0.03;

/**
 * Places of rows whose texts lie at `places`: `textOf` says which text each row has. Rows with the same text lie around
 * it as the seeds of a sunflower do (Vogel, A better way to construct the sunflower head, 1979), so that each can be
 * seen and picked.
 */
export function spreadRepeats(places: Float32Array, textOf: Int32Array): Float32Array {
  const counts = new Int32Array(places.length / 2);
  for (const text of textOf) ++counts[text]!;
  const seen = new Int32Array(counts.length);
  const spread = new Float32Array(2 * textOf.length);
  for (const [row, text] of textOf.entries()) {
    const nth = seen[text]!++;
    const radius = Math.min(STEP, MAX_RADIUS / Math.sqrt(counts[text]!)) * Math.sqrt(nth);
    spread[2 * row] = places[2 * text]! + radius * Math.cos(nth * TURN);
    spread[2 * row + 1] = places[2 * text + 1]! + radius * Math.sin(nth * TURN);
  }
  return spread;
}
