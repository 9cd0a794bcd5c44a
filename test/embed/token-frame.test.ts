import {expect, test} from "vitest";
import {findTokenFrame, toMaxTokens, toWindows} from "../../src/embed/token-frame.ts";

const frame = {before: [101], after: [102]};

test("findTokenFrame(encode) finds what stands before and behind each text", () => {
  expect(findTokenFrame((_, isFramed) => (isFramed ? [101, 7, 8, 102] : [7, 8]))).toEqual(frame);
  expect(findTokenFrame(() => [7])).toEqual({before: [], after: []});
  expect(findTokenFrame((_, isFramed) => (isFramed ? [101, 102] : []))).toEqual({
    before: [101, 102],
    after: []
  });
});

test("toWindows(ids, frame, maxTokens) leaves a text whole that fits, and frames each run of one that does not", () => {
  const ids = [101, 1, 2, 3, 4, 5, 102];
  expect(toWindows(ids, frame, 7)).toEqual([ids]);
  expect(toWindows(ids, frame, 5)).toEqual([
    [101, 1, 2, 3, 102],
    [101, 4, 5, 102]
  ]);
  expect(
    toWindows(ids, frame, 2)
      .flat()
      .filter((id) => id < 100)
  ).toEqual([1, 2, 3, 4, 5]);
});

test("toMaxTokens(setting) is without bound where nothing is said", () => {
  expect([512, 1e30, undefined, "512", 0].map(toMaxTokens)).toEqual([
    512,
    1e30,
    Infinity,
    Infinity,
    Infinity
  ]);
});
