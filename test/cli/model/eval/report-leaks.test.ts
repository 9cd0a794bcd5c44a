import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {reportLeaks, toTextSets} from "../../../../src/cli/model/eval/report-leaks.ts";

test("reportLeaks(paths, sets) tells by set which sentences stand in the corpus, and which texts share 8 words with it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "leaks-"));
  const path = join(folder, "wiki.txt");
  await writeFile(
    path,
    "= Nothing\nA Café is playing: a large flute! One two three four five six seven eight nine.\n"
  );
  const same = "a cafe is playing a large flute";
  const near = "zero one two three four five six seven eight nine ten";
  const sets = new Map([
    ["pairs", [same, same, "short", near]],
    ["articles", [`Lead of the article.\n${same}. And more of it.`, "- - - - - - - - - - - - - -"]]
  ]);
  const [pairs, articles] = await reportLeaks([path], sets);
  expect(pairs).toEqual({
    set: "pairs",
    texts: 3,
    sentences: 2,
    found: [{text: same, source: "wiki"}],
    longTexts: 1,
    shared: 1,
    // of "zero … seven" to "three … ten" two are in the corpus
    worst: [{text: near, source: "wiki", share: 2 / 4}]
  });
  expect(articles).toMatchObject({
    texts: 2,
    found: [{text: `${same}.`, source: "wiki"}],
    longTexts: 1,
    shared: 0
  });
  await rm(folder, {recursive: true});
});

test("toTextSets(benchmarks) takes all texts that a model is measured by", () => {
  const sets = toTextSets({
    rated: new Map([["sts", [{texts: ["a", "b"], score: 1}]]]),
    labelled: [{name: "BBC", texts: ["c"], classes: ["x"]}],
    judged: [
      {
        name: "cranfield",
        documents: [{id: "1", title: "t", text: "d"}],
        queries: [{text: "e", grades: new Map()}]
      }
    ]
  });
  expect([...sets]).toEqual([
    ["sts", ["a", "b"]],
    ["BBC", ["c"]],
    ["cranfield texts", ["d"]],
    ["cranfield queries", ["e"]]
  ]);
});
