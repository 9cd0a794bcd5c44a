/** The mean of the vectors of each group, of length 1; all zeros where a group is empty. -1 is no group. */
export function toCentroids(
  vectors: Float32Array,
  dimensions: number,
  groups: ArrayLike<number>,
  count: number
): Float32Array {
  const sums = new Float64Array(count * dimensions);
  for (let row = 0; row < groups.length; ++row) {
    const group = groups[row]!;
    if (group < 0) continue;
    for (let i = 0; i < dimensions; ++i)
      sums[group * dimensions + i]! += vectors[row * dimensions + i]!;
  }
  for (let group = 0; group < count; ++group) {
    const own = sums.subarray(group * dimensions, (group + 1) * dimensions);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let i = 0; i < dimensions; ++i) own[i]! /= length;
  }
  return Float32Array.from(sums);
}

/** The inner product of a row of one matrix with a row of another. */
export function dotRows(
  a: Float32Array,
  row: number,
  b: Float32Array,
  other: number,
  dimensions: number
): number {
  const from = row * dimensions;
  const to = other * dimensions;
  const whole = dimensions - (dimensions % 4);
  // four sums at a time are added more than twice as fast as one, which waits for itself
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    s0 += a[from + i]! * b[to + i]!;
    s1 += a[from + i + 1]! * b[to + i + 1]!;
    s2 += a[from + i + 2]! * b[to + i + 2]!;
    s3 += a[from + i + 3]! * b[to + i + 3]!;
  }
  for (let i = whole; i < dimensions; ++i) s0 += a[from + i]! * b[to + i]!;
  return Math.fround(s0 + s1 + (s2 + s3));
}
