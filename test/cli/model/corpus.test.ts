import {execFileSync} from "node:child_process";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {listCorpus, readCorpus, toSourceName} from "../../../src/cli/model/corpus.ts";
import type {CorpusDocument} from "../../../src/cli/model/corpus.ts";
import {encodeSource} from "../../../src/cli/model/encode.ts";
import {SentenceSearch} from "../../../src/cli/model/eval/sentence-search.ts";
import {SPECIAL_TOKENS, createTokenizer} from "../../../src/cli/model/tokenizer.ts";

const TEXT = `= First
One two. Three!
four

=
lone paragraph

= Empty

= Last, of all
two "Quoted." One
`;

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpus-"));
  path = join(folder, "b.txt");
  await writeFile(path, TEXT);
  await writeFile(join(folder, "a.txt.xz"), execFileSync("xz", ["-c"], {input: TEXT}));
  await writeFile(join(folder, "NOTES.md"), "no text");
});
afterAll(() => rm(folder, {recursive: true}));

async function readAll(path: string): Promise<CorpusDocument[]> {
  const documents: CorpusDocument[] = [];
  for await (const document of readCorpus(path)) documents.push(document);
  return documents;
}

test("readCorpus(path) gives titles and paragraphs, and no document without a paragraph", async () => {
  expect(await readAll(path)).toEqual([
    {title: "First", paragraphs: ["One two. Three!", "four"]},
    {title: "", paragraphs: ["lone paragraph"]},
    {title: "Last, of all", paragraphs: ['two "Quoted." One']}
  ]);
});

test("readCorpus(path) unpacks .xz", async () => {
  expect(await readAll(join(folder, "a.txt.xz"))).toEqual(await readAll(path));
});

test("readCorpus(path) fails on a broken .xz with its path", async () => {
  const broken = join(folder, "broken.xz");
  await writeFile(broken, "not xz");
  await expect(readAll(broken)).rejects.toThrow(`corpus file unreadable: ${broken}`);
});

test("listCorpus(folder) lists text files by name, and refuses a folder without any", async () => {
  expect((await listCorpus(folder)).map(toSourceName)).toEqual(["a", "b"]);
  await expect(listCorpus(import.meta.dirname)).rejects.toThrow("corpus empty");
});

test("encodeSource(path, tokenizer) keeps where documents, paragraphs and sentences begin", async () => {
  const tokens = [...SPECIAL_TOKENS, "one", "two", "three", "four", "first", ".", "!"];
  const source = await encodeSource(path, createTokenizer(tokens));
  const word = (id: number): string => tokens[id]!;
  expect([...source.documents]).toEqual([0, 2, 3, 4]);
  expect([...source.paragraphs]).toEqual([0, 2, 3, 4, 6]);
  expect([...source.ids.subarray(0, source.sentences[2])].map(word)).toEqual([
    "one",
    "two",
    ".",
    "three",
    "!"
  ]);
  expect([...source.titleIds.subarray(source.titles[0], source.titles[1])].map(word)).toEqual([
    "first"
  ]);
  expect(source.titles[1]).toBe(source.titles[2]);
});

test("SentenceSearch finds sentences that stand in a text, but for case and marks", () => {
  const search = new SentenceSearch([
    "A man is playing a large flute.",
    "a title of some length, here",
    "a man is playing a small flute",
    "Too short."
  ]);
  search.look("A title of some length here", "titles");
  search.look("Too short. Not this. A Man is playing a large flute! Nor this.", "texts");
  expect([...search.found]).toEqual([
    ["a title of some length, here", "titles"],
    ["A man is playing a large flute.", "texts"]
  ]);
});
