/** Scales a row to a length, and gives the length that it had. A row of zeros stays one. */
export function scaleRow(row: Float32Array, length: number): number {
  const before = Math.hypot(...row);
  if (before > 0) for (let i = 0; i < row.length; ++i) row[i]! *= length / before;
  return before;
}
