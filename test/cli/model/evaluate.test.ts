import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {evaluatePairs, readRatedPairs} from "../../../src/cli/model/evaluate.ts";
import {correlateRanks} from "../../../src/lib/rank-correlation.ts";

test("correlateRanks(a, b) is 1 for the same order, -1 for the opposite, and shares ranks among ties", () => {
  expect(correlateRanks([1, 2, 30], [4, 5, 6])).toBeCloseTo(1);
  expect(correlateRanks([1, 2, 3], [6, 5, 4])).toBeCloseTo(-1);
  // by scipy.stats.spearmanr
  expect(correlateRanks([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(0.9487, 4);
});

test("readRatedPairs(path, columns) reads quoted fields and skips what has no score", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pairs-"));
  const path = join(folder, "pairs.csv");
  await writeFile(path, 'anchor,target,score\n"a, ""b""",c,4.5\r\nd,e,0\n');
  expect(await readRatedPairs(path)).toEqual([
    {texts: ['a, "b"', "c"], score: 4.5},
    {texts: ["d", "e"], score: 0}
  ]);
  await rm(folder, {recursive: true});
});

test("evaluatePairs(pairs, embed) correlates cosines with ratings", async () => {
  const pairs = ["a", "b", "c"].map((text, score) => ({texts: [text, "x"] as const, score}));
  const embed = (texts: string[]): Float32Array =>
    Float32Array.from(
      texts.flatMap((text) => (text === "x" ? [1, 0] : [text.charCodeAt(0) / 100, 0]))
    );
  expect(await evaluatePairs(pairs, embed)).toBeCloseTo(1);
});
