import {power} from "./exact-math.ts";

/** The curve 1 / (1 + a d^2b) that fits UMAP's least distance of 0.1 and spread of 1. */
const A = 1.576943460405378;
const B = 0.8950608781227859;
/** Two points at one place would repel each other without end. */
const SOFT = 0.001;

/** From 2^-24 to 2^14 squared distance, 64 steps an octave, between which a straight line is off by less than 0.01 %. */
const FIRST_OCTAVE = -24;
const LAST_OCTAVE = 14;
const STEP_BITS = 6;
const SHIFT = 23 - STEP_BITS;
const FIRST_BITS = (127 + FIRST_OCTAVE) << 23;

/** The curves of UMAP's two forces over squared distance, as tables: each times the difference of places is the move. */
export interface Forces {
  readonly attraction: Float64Array;
  readonly repulsion: Float64Array;
}

export function createForces(): Forces {
  const count = ((LAST_OCTAVE - FIRST_OCTAVE) << STEP_BITS) + 2;
  const attraction = new Float64Array(count);
  const repulsion = new Float64Array(count);
  for (let i = 0; i < count; ++i) {
    const squared = fromBits(FIRST_BITS + (i << SHIFT));
    const raised = power(squared, B);
    attraction[i] = (-2 * A * B * (raised / squared)) / (1 + A * raised);
    repulsion[i] = (2 * B) / ((SOFT + squared) * (1 + A * raised));
  }
  return {attraction, repulsion};
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

function fromBits(value: number): number {
  bits[0] = value;
  return float[0]!;
}

/** The value of a force at a squared distance, which is above 0. */
export function readForce(force: Float64Array, squared: number): number {
  float[0] = squared;
  const at = bits[0]! - FIRST_BITS;
  if (at < 0) return force[0]!;
  const index = at >> SHIFT;
  if (index >= force.length - 1) return force[force.length - 1]!;
  const share = (at & ((1 << SHIFT) - 1)) / (1 << SHIFT);
  return force[index]! + share * (force[index + 1]! - force[index]!);
}
