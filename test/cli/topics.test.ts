import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {runCli, spawnCli} from "./run-cli.ts";

const KITCHEN = [
  "Knead the dough for the bread",
  "The bread rises in the oven",
  "Bake bread and rolls"
];
const TRIPS = [
  "The train to Oslo leaves at nine",
  "A night train to Vienna",
  "Two trains, one hotel"
];

test("topics --json writes topics and documents, and keeps the ids of the run that --previous names", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lakebook-topics-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  const corpus = join(folder, "notes.jsonl");
  const toLine = (text: string, id: number): string => JSON.stringify({id, text});
  await writeFile(corpus, [...KITCHEN, ...TRIPS, ""].map(toLine).join("\n"));
  const first = await runCli(["topics", "--corpus", corpus, "--json"]);
  expect(first.code).toBe(0);
  const {topics, documents} = JSON.parse(first.stdout) as Record<string, Record<string, unknown>[]>;
  expect(topics!.every(({id, label, size}) => /^t\d+$/.test(String(id)) && label && size)).toBe(
    true
  );
  expect(documents).toHaveLength(7);
  expect(documents![6]).toMatchObject({id: 6, topic: null});
  const file = join(folder, "topics.json");
  await writeFile(file, first.stdout);
  const second = await spawnCli(["topics", "--corpus", corpus, "--previous", file, "--json"]);
  expect(second.stdout).toBe(first.stdout);
});

test("topics says in which line or file what is wrong", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lakebook-topics-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  const corpus = join(folder, "notes.jsonl");
  await writeFile(corpus, '{"id": 1, "text": "a"}\n{"id": 2}\n');
  const bad = await runCli(["topics", "--corpus", corpus]);
  expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining("line 2")]);
  const none = await runCli(["topics", "--corpus", corpus, "--previous", corpus]);
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("notes.jsonl")]);
});
