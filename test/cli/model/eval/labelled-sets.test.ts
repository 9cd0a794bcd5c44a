import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readLabelledSets} from "../../../../src/cli/model/eval/labelled-sets.ts";
import type {LabelledTexts} from "../../../../src/cli/model/eval/labelled-texts.ts";
import {toNewsgroupBody} from "../../../../src/cli/model/eval/newsgroup-body.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "labelled-"));
});
afterEach(() => rm(folder, {recursive: true}));

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), {recursive: true});
  await writeFile(join(folder, path), content);
}

async function read(): Promise<{sets: LabelledTexts[]; missing: string[]}> {
  const sets: LabelledTexts[] = [];
  const missing: string[] = [];
  for await (const set of readLabelledSets(folder, (name) => missing.push(name))) sets.push(set);
  return {sets, missing};
}

const BBC = {name: "BBC", texts: ["a goal, twice", "£5 more"], classes: ["sport", "tech"]};

test("readLabelledSets(folder) reads BBC from a CSV file, or from a folder of Latin-1 texts for each class", async () => {
  await write("eval/bbc-text.csv", 'category,text\nsport,"a goal, twice"\ntech,£5 more\n');
  expect((await read()).sets).toEqual([BBC]);
  await rm(join(folder, "eval"), {recursive: true});
  await write("bbc/tech/001.txt", Buffer.from("£5 more", "latin1"));
  await write("bbc/sport/001.txt", "a goal, twice");
  await write("bbc/README.TXT", "not of it");
  const {sets, missing} = await read();
  expect(sets).toEqual([BBC]);
  expect(missing).toEqual(["20 newsgroups (20news-bydate-test)", "AG News (ag_news_csv/test.csv)"]);
});

test("readLabelledSets(folder) joins title and description of the first 3,000 of AG News", async () => {
  const rows = Array.from({length: 3001}, (_, i) => `"${(i % 4) + 1}","Title ${i}","Said ""so"""`);
  await write("ag_news_csv/test.csv", rows.join("\n"));
  const [{texts, classes}] = (await read()).sets as [LabelledTexts];
  expect(texts).toHaveLength(3000);
  expect([texts[1], classes[1]]).toEqual(['Title 1 Said "so"', "2"]);
  await write("ag_news_csv/test.csv", "Class Index,Title,Description\n3,A,b\n");
  expect((await read()).sets).toEqual([{name: "AG News", texts: ["A b"], classes: ["3"]}]);
});

test("readLabelledSets(folder) spaces 2,000 newsgroup posts evenly, after those that are empty without header and quotes", async () => {
  const posts = Array.from({length: 4000}, (_, i) => `${i < 2000 ? "a" : "b"},post ${i}`);
  await write("20newsgroups.csv", ["label,text", "a,  ", ...posts].join("\n"));
  const [{texts, classes}] = (await read()).sets as [LabelledTexts];
  expect(texts).toEqual(Array.from({length: 2000}, (_, i) => `post ${2 * i}`));
  expect(classes.filter((name) => name === "a")).toHaveLength(1000);
});

test("readLabelledSets(folder) reads a folder for each newsgroup, and other collections of topics once", async () => {
  await write("20news-bydate-test/sci.med/1", "From: a@b\nSubject: c\n\nJoe wrote:\n> old\nnew\n");
  await write("20news-bydate-test/rec.autos/2", "From: a@b\n\n> only a quote\n");
  await write("topics/bbc.jsonl", '{"class": "x", "text": "y"}\n');
  await write("topics/own.jsonl", '{"id": 1, "text": "t", "class": "c"}\n');
  expect((await read()).sets).toEqual([
    {name: "BBC", texts: ["y"], classes: ["x"]},
    {name: "20 newsgroups", texts: ["new"], classes: ["sci.med"]},
    {name: "own", texts: ["t"], classes: ["c"]}
  ]);
});

test("readLabelledSets(folder) says which column of which record is missing, and which folder has no texts", async () => {
  await write("bbc.jsonl", '{"category": "x", "text": "y"}\n{"category": "x"}\n');
  await expect(read()).rejects.toThrow(`column missing: text, in record 2 of ${folder}/bbc.jsonl`);
  await rm(join(folder, "bbc.jsonl"));
  await mkdir(join(folder, "bbc"));
  await expect(read()).rejects.toThrow(`texts missing: ${folder}/bbc has no folder`);
});

test("toNewsgroupBody(post) leaves out header, quotes and signature, and leaves a text without header alone", () => {
  const post =
    "From: a@b\nLines: 9\n\nIn article <1> c writes:\n> quoted\nMy own.\nMore.\n\n--\nme\n";
  expect(toNewsgroupBody(post)).toBe("My own.\nMore.");
  expect(toNewsgroupBody("From: a@b\n\nOne line")).toBe("One line");
  expect(toNewsgroupBody("Stripped before.\n\nLast paragraph.")).toBe(
    "Stripped before.\n\nLast paragraph."
  );
});
