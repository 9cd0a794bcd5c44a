import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {evaluatePairs, readRatedPairs} from "../../../../src/cli/model/eval/rated-pairs.ts";
import {correlateRanks} from "../../../../src/lib/rank-correlation.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pairs-"));
});
afterAll(() => rm(folder, {recursive: true}));

async function write(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

test("correlateRanks(a, b) is 1 for the same order, -1 for the opposite, and shares ranks among ties", () => {
  expect(correlateRanks([1, 2, 30], [4, 5, 6])).toBeCloseTo(1);
  expect(correlateRanks([1, 2, 3], [6, 5, 4])).toBeCloseTo(-1);
  // by scipy.stats.spearmanr
  expect(correlateRanks([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(0.9487, 4);
});

test("readRatedPairs(path) reads CSV with and without a header, the benchmark's own tabs, and JSON lines", async () => {
  const expected = [
    {texts: ['a, "b"', "c"], score: 4.5},
    {texts: ["d", "e"], score: 0}
  ];
  const rows = '"a, ""b""",c,4.5\r\nd,e,0\n';
  expect(await readRatedPairs(await write("bare.csv", rows))).toEqual(expected);
  const headed = 'anchor,target,rating,score\n"a, ""b""",c,1a,4.5\r\nd,e,0,0\n';
  expect(await readRatedPairs(await write("headed.csv", headed))).toEqual(expected);
  const tabs =
    'main-news\tMSRvid\t2012test\t0024\t4.500\ta, "b"\tc\nx\ty\tz\t1\t0.0\td\te\tsource\n';
  expect(await readRatedPairs(await write("tabs.csv", tabs))).toEqual(expected);
  const lines = expected.map(({texts: [sentence1, sentence2], score}) =>
    JSON.stringify({sentence1, sentence2, score})
  );
  expect(await readRatedPairs(await write("pairs.jsonl", lines.join("\n")))).toEqual(expected);
});

test("readRatedPairs(path) names the record that has no score, and the line that is no JSON", async () => {
  const wrong = await write("wrong.csv", "a,b,1\nc,d,high\n");
  await expect(readRatedPairs(wrong)).rejects.toThrow(
    `score no number: "high", in record 2 of ${wrong}`
  );
  const short = await write("short.csv", "a,b\n");
  await expect(readRatedPairs(short)).rejects.toThrow("column missing: score, in record 1");
  const broken = await write("broken.jsonl", "{}\n{oh\n");
  await expect(readRatedPairs(broken)).rejects.toThrow(`line no JSON object: ${broken}:2`);
});

test("evaluatePairs(pairs, embed) correlates cosines with ratings", async () => {
  const pairs = ["a", "b", "c"].map((text, score) => ({texts: [text, "x"] as const, score}));
  const embed = (texts: string[]): Float32Array =>
    Float32Array.from(
      texts.flatMap((text) => (text === "x" ? [1, 0] : [text.charCodeAt(0) / 100, 0]))
    );
  expect(await evaluatePairs(pairs, embed)).toBeCloseTo(1);
});
