import {expect, test} from "vitest";
import {dequantise, quantise} from "../../src/lib/quantised.ts";
import {Random} from "../../src/lib/random.ts";

test("quantise(vectors, dimensions) and back is within half a step of what it was, and of length 1", () => {
  const random = new Random("quantise");
  const dimensions = 64;
  const vectors = Float32Array.from({length: 20 * dimensions}, () => random.normal(0, 0.1));
  const packed = quantise(vectors, dimensions);
  for (let row = 0; row < 20; ++row) {
    const own = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    own.forEach((value, i) =>
      expect(
        Math.abs(packed.scales[row]! * packed.codes[row * dimensions + i]! - value)
      ).toBeLessThanOrEqual(packed.scales[row]! * 0.5001)
    );
    const back = new Float32Array(dimensions);
    dequantise(packed, row, back, 0);
    expect(Math.hypot(...back)).toBeCloseTo(1, 5);
    const cosine = own.reduce((sum, value, i) => sum + value * back[i]!, 0) / Math.hypot(...own);
    expect(cosine).toBeGreaterThan(0.9995);
  }
});

test("quantise(vectors, dimensions) keeps no NaN, no infinity and no vector where there is none", () => {
  const packed = quantise(Float32Array.of(0, 0, NaN, 1, Infinity, 1, -2, 1), 2);
  expect([...packed.scales]).toEqual([0, 0, 0, Math.fround(2 / 127)]);
  expect([...packed.codes]).toEqual([0, 0, 0, 0, 0, 0, -127, 64]);
  const back = Float32Array.of(7, 7);
  dequantise(packed, 1, back, 0);
  expect([...back]).toEqual([0, 0]);
  expect(quantise(new Float32Array(0), 0).scales).toHaveLength(0);
});
