const BETA_1 = 0.9;
const BETA_2 = 0.99;
const EPSILON = 1e-8;

/**
 * Adam (Kingma & Ba 2015), lazily: only rows that a batch has touched are updated, so that the step costs by the tokens of
 * the batch and rare tokens do not drift on old momentum.
 */
export function createLazyAdam(table: Float32Array, dimensions: number) {
  const means = new Float32Array(table.length);
  const squares = new Float32Array(table.length);
  let steps = 0;
  return {
    /** Updates the given rows, and zeroes their gradient for the next batch. */
    step(rows: Iterable<number>, gradient: Float32Array, rate: number): void {
      ++steps;
      const rootCorrection = Math.sqrt(1 - BETA_2 ** steps);
      const size = (rate * rootCorrection) / (1 - BETA_1 ** steps);
      const epsilon = EPSILON * rootCorrection;
      for (const row of rows) {
        for (let i = row * dimensions; i < (row + 1) * dimensions; ++i) {
          const slope = gradient[i]!;
          const mean = (means[i] = BETA_1 * means[i]! + (1 - BETA_1) * slope);
          const square = (squares[i] = BETA_2 * squares[i]! + (1 - BETA_2) * slope * slope);
          table[i]! -= (size * mean) / (Math.sqrt(square) + epsilon);
          gradient[i] = 0;
        }
      }
    }
  };
}
