import {dotRows, toCentroids} from "./centroids.ts";
import type {NodeSpace} from "./node-space.ts";

/** Two means settle in a few rounds. */
const ROUNDS = 6;

/** One of the two parts that nodes fall into, by two means that start from nodes far from each other; empty where all are alike. */
export function halveGroup({vectors, dimensions}: NodeSpace, members: Int32Array): Int32Array {
  const own = new Float32Array(members.length * dimensions);
  members.forEach((node, i) =>
    own.set(vectors.subarray(node * dimensions, (node + 1) * dimensions), i * dimensions)
  );
  const findFarthest = (from: Float32Array, row: number): number => {
    let farthest = 0;
    let least = Infinity;
    for (let i = 0; i < members.length; ++i) {
      const score = dotRows(own, i, from, row, dimensions);
      if (score < least) [farthest, least] = [i, score];
    }
    return farthest;
  };
  const whole = toCentroids(own, dimensions, new Int32Array(members.length), 1);
  const first = findFarthest(whole, 0);
  const second = findFarthest(own, first);
  let means: Float32Array = new Float32Array(2 * dimensions);
  [first, second].forEach((row, i) =>
    means.set(own.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions)
  );
  let sides = new Int32Array(members.length);
  for (let round = 0; round < ROUNDS; ++round) {
    sides = Int32Array.from(members, (_, i) =>
      dotRows(own, i, means, 1, dimensions) > dotRows(own, i, means, 0, dimensions) ? 1 : 0
    );
    means = toCentroids(own, dimensions, sides, 2);
  }
  return members.filter((_, i) => sides[i] === 1);
}
