import {expect, test} from "vitest";
import {fromHalf, toHalf} from "../../src/lib/half-precision.ts";

test("toHalf(value) is undone by fromHalf to a part in two thousand, zero and tiny numbers included", () => {
  for (const value of [0, 1, 0.1, 0.0123, 1.9999, 65504, 6.2e-5, 1e-6])
    expect(Math.abs(fromHalf(toHalf(value)) - value)).toBeLessThanOrEqual(
      Math.max(value / 2048, 2 ** -25)
    );
});

test("fromHalf(bits) knows signs, and what is no number", () => {
  expect([0x3c00, 0xbc00, 0x7c00, 0xfc00, 0x8001].map(fromHalf)).toEqual([
    1,
    -1,
    Infinity,
    -Infinity,
    -(2 ** -24)
  ]);
  expect(fromHalf(0x7e00)).toBeNaN();
});
