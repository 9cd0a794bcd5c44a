import {expect, test} from "vitest";
import type {Entry} from "../../../src/model/entry.ts";
import {findFacts} from "../../../src/topics/facts/find-facts.ts";
import {findTagWords} from "../../../src/topics/facts/find-tag-words.ts";
import {findFactDrafts, toNameKey} from "../../../src/workspace/suggest/find-fact-drafts.ts";
import {TitleIndex} from "../../../src/workspace/suggest/title-index.ts";

const NEAR = Date.UTC(2024, 5, 1);

async function read(text: string): Promise<string[]> {
  const [facts] = await findFacts({texts: [text], times: [NEAR]});
  for (const {start, end} of facts!) expect(text.slice(start, end)).not.toBe("");
  return facts!.map(({kind, value}) => `${kind} ${value}`);
}

test("findFacts(texts) finds names within sentences, days with a month, amounts with a currency", async () => {
  expect(
    await read("Dinner with Anna Keller in Lisbon on 3 March, paid €1,204.50.\nBack on 2025-04-01.")
  ).toEqual([
    "person Anna Keller",
    "place Lisbon",
    "date 2024-03-03",
    "amount EUR 1,204.50",
    "date 2025-04-01"
  ]);
});

test.each([
  ["Sowing spinach took 25 minutes, in May or tomorrow"],
  ["see [[Anna Keller and Lisbon]] 12 eggs, version 2.5"],
  ["USDA said 100 of 200, in 3 days"],
  [""],
  ["🙂 مرحبا 你好"]
])("findFacts(texts) finds nothing in %j", async (text) => {
  expect(await read(text)).toEqual([]);
});

function entry(id: string, title: string, tags: string[] = []): Entry {
  return {
    id,
    type: "note",
    slug: id,
    title,
    fields: {},
    tags,
    source: null,
    created: NEAR,
    updated: NEAR,
    revision: 1
  };
}

test("findFactDrafts(entry, texts) gives an edge to the one that is named, a tag else, with the place quoted", async () => {
  const index = new TitleIndex();
  for (const [id, title] of Object.entries({anna: "Anna Raman", lisbon: "Lisbon"}))
    index.add(entry(id, title), undefined);
  const text = "The alarm woke Anna at night. Owen was in Lisbon with Sofia, on 14 March.";
  const [facts] = await findFacts({texts: [text], times: [NEAR]});
  const namedIn = new Map([[toNameKey({kind: "person", value: "Sofia"}), 3]]);
  const texts = [
    {name: "text", text, schema: {}, facts: facts!, keywords: [{term: "alarm", weight: 2}]}
  ];
  const own = entry("n1", "Night", ["2024-03-14"]);
  const ground = {index, namedIn, isJoined: (_: string, other: string) => other === "lisbon"};
  const drafts = findFactDrafts(own, texts, ground);
  expect(drafts.map(({proposal}) => proposal)).toEqual([
    {do: "edge", kind: "mentions", from: "n1", to: "anna"},
    {do: "tag", tag: "Sofia"},
    {do: "tag", tag: "alarm"}
  ]);
  expect(drafts[0]!.evidence[0]!.what).toContain("alarm woke Anna at night");
});

test("findTagWords(texts) gives what a text has often and some others have too", async () => {
  const rare = [
    "red tomato, a tomato pie",
    "our tomato grew; old tomato",
    "sold tomato: tomato seeds"
  ];
  const plain = Array.from({length: 57}, (_, i) => `meeting ${i} about the budget plan and things`);
  const texts = [...rare, ...plain];
  const keywords = await findTagWords({texts});
  expect(keywords[0]!.map(({term}) => term)).toEqual(["tomato"]);
  expect(keywords[9]).toEqual([]);
  expect(keywords.flat().some(({term}) => /\d/.test(term))).toBe(false);
  expect(await findTagWords({texts: [""]})).toEqual([[]]);
});
