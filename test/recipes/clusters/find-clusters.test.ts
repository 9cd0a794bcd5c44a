import {distance} from "fastest-levenshtein";
import {expect, test} from "vitest";
import {Random} from "../../../src/lib/random.ts";
import type {ValueCount} from "../../../src/model/cleaning.ts";
import type {ClusterMethod} from "../../../src/model/recipe.ts";
import {findClusters, toClusterStep} from "../../../src/recipes/clusters/find-clusters.ts";
import {toPlainText} from "../../../src/lib/text-fingerprint.ts";
import {findNearTexts} from "../../../src/recipes/clusters/near-texts.ts";
import {toMetaphone} from "../../../src/lib/metaphone.ts";

/** Values with numbers of rows that fall: the first is the most frequent. */
const make = (...values: readonly string[]): ValueCount[] =>
  values.map((value, i) => ({value, rows: 100 - i}));

const cluster = async (
  method: ClusterMethod,
  ...values: readonly string[]
): Promise<string[][]> => {
  const {clusters} = await findClusters(make(...values), method);
  return clusters.map(({values}) => values.map(({value}) => value));
};

test.each<[ClusterMethod, string[], string[][]]>([
  [
    "fingerprint",
    ["Café Müller", "müller, CAFE", " Cafe  Muller. "],
    [["Café Müller", "müller, CAFE", " Cafe  Muller. "]]
  ],
  ["fingerprint", ["Tom Cruise", "Cruise, Tom", "Tom Hanks"], [["Tom Cruise", "Cruise, Tom"]]],
  ["fingerprint", ["a a b", "b a"], [["a a b", "b a"]]],
  ["fingerprint", ["O'Brien", "OBrien", "O Brien"], [["O'Brien", "OBrien"]]],
  [
    "fingerprint",
    ["Straße", "STRASSE", "Smørrebrød", "smorrebrod"],
    [
      ["Straße", "STRASSE"],
      ["Smørrebrød", "smorrebrod"]
    ]
  ],
  ["fingerprint", ["東京", "東京 ", "京東"], [["東京", "東京 "]]],
  ["fingerprint", ["Room 1", "Room 2", "!", "?", ""], []],
  ["ngram", ["Krzysztof", "krzysz tof", "Kryzsztof"], [["Krzysztof", "krzysz tof"]]],
  ["ngram", ["New York", "NewYork", "New  York"], [["New York", "NewYork", "New  York"]]],
  ["phonetic", ["Smith", "Smyth", "Schmidt"], [["Smith", "Smyth"]]],
  ["phonetic", ["Philip Reuter", "Reuter, Filip"], [["Philip Reuter", "Reuter, Filip"]]],
  ["phonetic", ["Room 1", "Roome 1", "Room 2"], [["Room 1", "Roome 1"]]],
  ["phonetic", ["日本", "中国"], []],
  ["nearest", ["Johannes", "Johanes", "Johnanes", "Joan"], [["Johannes", "Johanes", "Johnanes"]]],
  [
    "nearest",
    ["supermarket", "Supermarkt", "supermarket."],
    [["supermarket", "Supermarkt", "supermarket."]]
  ],
  ["nearest", ["cat", "car", "bar"], []],
  ["nearest", ["Room 101", "Room 102", "Roon 101"], [["Room 101", "Roon 101"]]]
])("findClusters(values, %j) of %j", async (method, values, clusters) => {
  expect(await cluster(method, ...values)).toEqual(clusters);
});

test("findClusters(…) puts clusters of more values first, and merges into the most frequent value", async () => {
  const values = [
    {value: "a b", rows: 1},
    {value: "B A", rows: 7},
    {value: "c d", rows: 90},
    {value: "d c", rows: 90},
    {value: "a, b", rows: 1}
  ];
  const {clusters, isComplete} = await findClusters(values, "fingerprint");
  expect(isComplete).toBe(true);
  expect(clusters).toEqual([
    {
      into: "B A",
      values: [
        {value: "B A", rows: 7},
        {value: "a b", rows: 1},
        {value: "a, b", rows: 1}
      ]
    },
    {
      into: "c d",
      values: [
        {value: "c d", rows: 90},
        {value: "d c", rows: 90}
      ]
    }
  ]);
  expect(toClusterStep("name", "fingerprint", clusters)).toEqual({
    kind: "cluster",
    column: "name",
    method: "fingerprint",
    values: {"a b": "B A", "a, b": "B A", "d c": "c d"}
  });
});

test('findClusters(values, "nearest") makes no chains: each value is near to the most frequent one', async () => {
  const chain = ["aaaaaaaaaaaa", "aaaaaaaaaabb", "aaaaaaaabbbb", "aaaaaabbbbbb"];
  expect(await cluster("nearest", ...chain)).toEqual([
    ["aaaaaaaaaaaa", "aaaaaaaaaabb"],
    ["aaaaaaaabbbb", "aaaaaabbbbbb"]
  ]);
});

test('findClusters(values, "nearest", {radius}) misses no pair that comparing all finds', async () => {
  const random = new Random("near");
  const letters = [..."abcde "];
  const texts = new Set<string>();
  while (texts.size < 1500) {
    const length = random.integer(1, 14);
    texts.add(toPlainText(Array.from({length}, () => random.pick(letters)).join("")));
  }
  texts.delete("");
  const all = [...texts];
  for (const radius of [1, 2, 3]) {
    const {pairs} = await findNearTexts(all, {
      radius,
      maxCandidates: Infinity,
      pause: () => undefined
    });
    const found = new Set(pairs.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`));
    const expected = new Set<string>();
    for (let a = 0; a < all.length; ++a) {
      for (let b = a + 1; b < all.length; ++b) {
        const longer = Math.max(all[a]!.length, all[b]!.length);
        const edits = Math.min(radius, Math.floor(longer / 4));
        if (edits > 0 && distance(all[a]!, all[b]!) <= edits) expected.add(`${a} ${b}`);
      }
    }
    expect(expected.size).toBeGreaterThan(100);
    expect(found).toEqual(expected);
    expect(pairs).toHaveLength(found.size);
  }
});

test("findClusters(…) of 100,000 values by a key takes less than a few seconds, gives turns and can be stopped", async () => {
  const random = new Random("many");
  const words = Array.from({length: 3000}, () => random.fill("@%%%%%"));
  const values = Array.from({length: 100_000}, (_, i) => ({
    value: `${random.pick(words)} ${random.pick(words)} ${i % 3 === 0 ? "GmbH" : "Café"}`,
    rows: i
  }));
  let turns = 0;
  const start = performance.now();
  await findClusters(values, "fingerprint", {onProgress: () => ++turns});
  expect(performance.now() - start).toBeLessThan(5000);
  expect(turns).toBeGreaterThan(3);
  const stop = new AbortController();
  const stopped = findClusters(values, "nearest", {
    signal: stop.signal,
    onProgress: () => stop.abort()
  });
  await expect(stopped).rejects.toMatchObject({name: "AbortError"});
});

test('findClusters(values, "nearest", {maxCandidates}) says that it ended before all was compared', async () => {
  const values = make("abcdefgh", "abcdefgi", "abcdefgj", "abcdefgk");
  expect((await findClusters(values, "nearest", {maxCandidates: 2})).isComplete).toBe(false);
  expect((await findClusters(values, "nearest", {maxCandidates: 6})).isComplete).toBe(true);
});

test.each([
  ["thompson", "0MPSN"],
  ["knight", "NT"],
  ["wrack", "RK"],
  ["white", "WT"],
  ["thumb", "0M"],
  ["school", "SKL"],
  ["judge", "JJ"],
  ["physics", "FSKS"],
  ["xavier", "SFR"],
  ["nation", "NXN"],
  ["aerial", "ERL"],
  ["sign", "SN"],
  ["watch", "WX"]
])("toMetaphone(%j) is %j", (word, code) => {
  expect(toMetaphone(word)).toBe(code);
});
