import {expect, test} from "vitest";
import {Random} from "../../src/lib/random.ts";
import type {MatchRecord} from "../../src/match/match-record.ts";
import {compareRecords, TwinIndex} from "../../src/match/twin-index.ts";

function record(title: string, rest: Partial<MatchRecord> = {}): MatchRecord {
  return {id: title, title, keys: {}, fields: {}, ...rest};
}

function explain(a: MatchRecord, b: MatchRecord, cosine?: number): string {
  const {score, reasons} = compareRecords(a, b, cosine);
  return [score.toFixed(2), ...reasons.map(({what}) => what)].join("; ");
}

test.each<[a: string, b: string, said: string]>([
  ["Canon EOS 5D", "canon eos 5d!", "0.85; same title"],
  ["Lovelace, Ada", "Ada Lovelace", "0.80; same words in the title"],
  ["Free zer", "Freezer", "0.78; same letters in the title"],
  ["Crème brûlée", "Creme brulle", "0.69; titles differ in one letter"],
  [
    "Freezer room 1",
    "Freezer room 2",
    "0.28; titles differ in one letter; other numbers in the title"
  ],
  ["Red tin box large", "Large red tin box, new", "0.44; 4 of 5 words of the titles are the same"],
  ["Lamp", "Chair", "0.00"],
  ["", "", "0.00"],
  ["<img src=x>", "<img src=x>", "0.85; same title"]
])("compareRecords says of %j and %j: %s", (a, b, said) => {
  expect(explain(record(a), record(b))).toBe(said);
});

test("compareRecords believes a key more than a title, and small reasons add up", () => {
  const lamp = record("Lamp", {keys: {serial_no: "A 1"}, fields: {serial_no: "A 1", watts: 40}});
  expect(explain(lamp, record("Torch", {keys: {serial_no: "a 1"}}))).toBe(
    "0.99; same serial no: A 1"
  );
  expect(explain(lamp, record("Lamp", {keys: {serial_no: "B"}}))).toBe(
    "0.26; same title; another serial no: B"
  );
  const bought = {watts: 40, maker: "Acme", bought: "2024-01-02", note: null};
  const [a, b] = [
    record("Lamp", {fields: bought}),
    record("Lamp", {fields: {...bought, watts: 60}})
  ];
  expect(explain(a, a)).toBe(
    "0.93; same title; bought: 2024-01-02, the same; watts: 40, the same; maker: Acme, the same"
  );
  expect(explain(a, b)).toBe(
    "0.77; same title; bought: 2024-01-02, the same; watts: 60, not 40; maker: Acme, the same"
  );
  expect(explain(record("Lamp"), record("Torch"), 0.9)).toBe("0.45; texts alike in meaning (0.90)");
});

test("find(record) finds all that a comparison of all pairs finds, but for what is common to very many", () => {
  const random = new Random("twins");
  const syllables = "ka lo mi ter sen bau ver hol ring stein".split(" ");
  const make = (): string =>
    Array.from({length: random.integer(3, 6)}, () => random.pick(syllables)).join("");
  const records = Array.from({length: 1500}, (_, i) =>
    record(`${make()} ${make()}`, {id: `id${i}`})
  );
  const index = new TwinIndex();
  for (const one of records) index.put(one);
  for (const one of records.slice(0, 60)) {
    const at = random.integer(0, one.title.length - 1);
    const draft = record(one.title.slice(0, at) + one.title.slice(at + 1), {id: "draft"});
    const expected = records.filter((other) => compareRecords(draft, other).score >= 0.6);
    expect(new Set(index.find(draft, {limit: 99}).map(({record: {id}}) => id))).toEqual(
      new Set(expected.map(({id}) => id))
    );
  }
});

test("find(record, {near, minScore, limit}) compares what a model says is near, and never the record itself", () => {
  const index = new TwinIndex();
  for (const title of ["Sofa", "Couch", "Lamp"]) index.put(record(title));
  const find = (title: string, options = {}): string[] =>
    index.find(record(title), options).map(({record: {id}}) => id);
  expect(find("Sofa")).toEqual([]);
  const near = new Map([["Couch", 1]]);
  expect(find("Sofa", {near})).toEqual(["Couch"]);
  expect(find("Sofa", {near, minScore: 0.7})).toEqual([]);
  expect(find("sofa", {near, limit: 1})).toEqual(["Sofa"]);
  index.put(record("Couch", {title: "Table"}));
  index.remove("Sofa");
  expect(find("sofa")).toEqual([]);
  expect(find("couch!")).toEqual([]);
  expect(find("table")).toEqual(["Couch"]);
  expect(index.size).toBe(2);
});
