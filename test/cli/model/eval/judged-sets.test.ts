import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import type {Embedder} from "../../../../src/embed/embedder.ts";
import {readJudgedSets} from "../../../../src/cli/model/eval/judged-sets.ts";
import type {JudgedTexts} from "../../../../src/cli/model/eval/judged-texts.ts";
import {scoreRanking} from "../../../../src/cli/model/eval/score-ranking.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "judged-"));
});
afterEach(() => rm(folder, {recursive: true}));

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), {recursive: true});
  await writeFile(join(folder, path), content);
}

async function read(): Promise<JudgedTexts[]> {
  const sets: JudgedTexts[] = [];
  for await (const set of readJudgedSets(folder)) sets.push(set);
  return sets;
}

const DOCUMENTS = [
  {id: "1", title: "wings in a slipstream", text: "wings in a slipstream . an experiment ."},
  {id: "2", title: "", text: "heat"}
];
const CRANFIELD = {
  name: "cranfield",
  documents: DOCUMENTS,
  queries: [
    {text: "wings", grades: new Map([["1", 1]])},
    {
      text: "heat transfer",
      grades: new Map([
        ["1", 1],
        ["2", 1]
      ])
    }
  ]
};

async function writeCranfield(judgements: string): Promise<void> {
  const wings =
    ".I 1\n.T\nwings in a\nslipstream\n.A\nbrenckman,m.\n.W\nwings in a slipstream .\nan experiment .\n";
  await write("cranfield/cran.all.1400", `${wings}.I 2\n.T\n.A\n.B\n.W\nheat\n`);
  // their own numbers leave some out; judgements count 1, 2, 3
  await write(
    "cranfield/cran.qry",
    ".I 001\n.W\nwings\n.I 004\n.W\nheat\ntransfer\n.I 009\n.W\nnone\n"
  );
  await write("cranfield/cranqrel", judgements);
}

test("readJudgedSets(folder) counts Cranfield's queries as they come, and grades 1 to 4 the same, -1 and 5 as none", async () => {
  await writeCranfield("1 1 2\n1 2 5\n2 1 4 \n2 2 1\n3 2 -1\n");
  expect(await read()).toEqual([CRANFIELD]);
});

test("readJudgedSets(folder) reads Cranfield's judgements as TREC writes them, and in BEIR's form", async () => {
  await writeCranfield("1 0 1 2\n2 0 1 4\n2 0 2 1\n");
  expect(await read()).toEqual([CRANFIELD]);
  await rm(join(folder, "cranfield"), {recursive: true});
  const toLines = (rows: object[]): string => rows.map((row) => JSON.stringify(row)).join("\n");
  await write(
    "search/cranfield/corpus.jsonl",
    toLines(DOCUMENTS.map(({id, ...rest}) => ({_id: id, ...rest})))
  );
  await write(
    "search/cranfield/queries.jsonl",
    toLines([
      {_id: "q1", text: "wings"},
      {_id: "q2", text: "heat transfer"},
      {_id: "q3", text: "not judged"}
    ])
  );
  const judgements = "query-id\tcorpus-id\tscore\nq1\t1\t2\nq2\t1\t4\nq2\t2\t1\nq1\t2\t-1\n";
  await write("search/cranfield/qrels/test.tsv", judgements);
  await write("search/cranfield/qrels/train.tsv", "query-id\tcorpus-id\tscore\nq3\t1\t1\n");
  expect(await read()).toEqual([CRANFIELD]);
});

test("readJudgedSets(folder) names the file of Cranfield that is missing", async () => {
  await writeCranfield("1 1 1\n");
  await rm(join(folder, "cranfield", "cranqrel"));
  await expect(read()).rejects.toThrow(`file missing: cranqrel, in ${folder}/cranfield`);
});

/** Texts that begin with the same letter are the same. */
const initials: Embedder = {
  model: "initials",
  dimensions: 4,
  embed: (texts) =>
    Promise.resolve(
      Float32Array.from(
        texts.flatMap((text) => ["c", "d", "e", "f"].map((letter) => Number(text[0] === letter)))
      )
    ),
  close: () => Promise.resolve()
};

test("scoreRanking(judged, embedder) tells nDCG@10 by words and by plain cosines", async () => {
  const toDocument = (text: string, i: number) => ({id: `${i}`, title: "", text});
  const judged: JudgedTexts = {
    name: "made",
    documents: ["cat", "dog", "elephant", "feline"].map(toDocument),
    queries: [
      {text: "dog", grades: new Map([["1", 1]])},
      // by words and by its letter nothing but "cat" is found: 1 / (1 + 1 / log2 3)
      {
        text: "cat",
        grades: new Map([
          ["0", 1],
          ["3", 1]
        ])
      }
    ]
  };
  const figures = [];
  for await (const figure of scoreRanking(judged, initials)) figures.push(figure);
  const values = new Map(figures.map(({measure, value}) => [measure, value]));
  expect(values.get("nDCG@10 BM25")).toBeCloseTo((1 + 1 / (1 + 1 / Math.log2(3))) / 2, 6);
  // cosines rank the others behind by their place: "feline" is fourth of all
  const behind = (1 + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3));
  expect(values.get("nDCG@10 vectors")).toBeCloseTo((1 + behind) / 2, 6);
  expect(figures.map(({count}) => count)).toEqual([2, 2, 2, 2]);
  const bare = [];
  for await (const {measure} of scoreRanking(judged)) bare.push(measure);
  expect(bare).toEqual(["nDCG@10 BM25"]);
});
