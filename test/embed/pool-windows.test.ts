import {expect, test} from "vitest";
import {poolWindows} from "../../src/embed/pool-windows.ts";

test("poolWindows(hidden, mask, texts) is the direction of the mean over the tokens that count", () => {
  const data = Float32Array.of(1, 0, 0, 2, 9, 9, 0, 1, 9, 9, 9, 9);
  const mask = BigInt64Array.of(1n, 1n, 0n, 1n, 0n, 0n);
  const [a, b] = [1 / Math.sqrt(5), 2 / Math.sqrt(5)].map(Math.fround);
  const pooled = poolWindows({data, shape: [2, 3, 2]}, mask, {texts: 2, owners: [0, 1]});
  expect([...pooled]).toEqual([a, b, 0, 1]);
});

test("poolWindows(hidden, mask, texts) takes the windows of a text together, each token alike", () => {
  const data = Float32Array.of(1, 0, 1, 0, 1, 0, 0, 3);
  const mask = BigInt64Array.of(1n, 1n, 1n, 1n);
  const pooled = poolWindows({data, shape: [2, 2, 2]}, mask, {texts: 1, owners: [0, 0]});
  expect([...pooled]).toEqual([Math.SQRT1_2, Math.SQRT1_2].map(Math.fround));
});

test("poolWindows(hidden, mask, texts) leaves zeros for a text without tokens", () => {
  const hidden = {data: Float32Array.of(1, 2), shape: [1, 1, 2] as const};
  const pooled = poolWindows(hidden, BigInt64Array.of(0n), {texts: 1, owners: [0]});
  expect([...pooled]).toEqual([0, 0]);
});
