import {describe, expect, test} from "vitest";
import type {TopicInput, TopicResult} from "../../src/topics/find-topics.ts";
import {findTopics} from "../../src/topics/find-topics.ts";
import {createThemeTexts, takeTexts, toPlaces} from "./texts.ts";

describe("findTopics(input)", () => {
  test("finds the themes of texts, names each by its words, and puts typical texts first", async () => {
    const result = await findTopics(createThemeTexts({each: 40}));
    expect(result.topics).toHaveLength(5);
    expect(new Set(result.members.map(({end, topic}) => `${end[0]} ${topic}`)).size).toBe(5);
    expect(new Set(result.topics.map(({label}) => label)).size).toBe(5);
    const garden = result.topics.find(({id}) => id === toPlaces(result).get("0-0"))!;
    expect(garden.label).toMatch(/tomato|compost|greenhouse|seedling|slug|rake/);
    expect(garden.size).toBe(40);
    expect(garden.typical.every((end) => end.startsWith("0-"))).toBe(true);
  });

  test("gives the same topics for the same input, and numbers everywhere", async () => {
    const [first, second] = await Promise.all([
      findTopics(createThemeTexts({each: 12})),
      findTopics(createThemeTexts({each: 12}))
    ]);
    expect(second).toEqual(first);
    expect(first.centroids.every((value) => Number.isFinite(value))).toBe(true);
    expect(first.members.every(({strength}) => strength >= 0 && strength <= 1)).toBe(true);
  });

  test("finds no topic in nothing, and one in one text, in equal texts and in texts of one kind", async () => {
    const input = createThemeTexts({each: 30});
    expect(await findTopics(takeTexts(input, 0))).toMatchObject({topics: [], members: []});
    expect((await findTopics(takeTexts(input, 1))).topics).toHaveLength(1);
    const equal = {
      ...takeTexts(input, 60),
      texts: new Array<string>(60).fill(input.texts[0]!),
      vectors: repeat(input, 0, 60)
    };
    const {topics} = await findTopics(equal);
    expect(topics).toMatchObject([{size: 60, parent: null}]);
  });

  test("leaves texts without a vector in no topic", async () => {
    const input = createThemeTexts({each: 20});
    input.vectors.fill(0, 0, 3 * input.dimensions);
    const {members} = await findTopics(input);
    expect(members.filter(({topic}) => topic === null).map(({end}) => end)).toEqual(
      input.keys.slice(0, 3)
    );
  });

  test("counts copies in a topic, but finds no topic of copies", async () => {
    const input = createThemeTexts({each: 20});
    const copies = 200;
    const {topics, members} = await findTopics({
      ...input,
      keys: [...input.keys, ...Array.from({length: copies}, (_, i) => `copy-${i}`)],
      texts: [...input.texts, ...Array.from({length: copies}, (_, i) => `${input.texts[0]} ${i}`)],
      vectors: Float32Array.from([...input.vectors, ...repeat(input, 0, copies)])
    });
    expect(topics.map(({size}) => size)).toEqual([20 + copies, 20, 20, 20, 20]);
    expect(members.at(-1)!.topic).toBe(members[0]!.topic);
  });

  test("reads emoji, right-to-left text, and a text of a megabyte", async () => {
    const input = createThemeTexts({each: 10});
    const texts = [...input.texts];
    texts[0] = "🍅🍅 עגבניות בגינה 👩‍🌾";
    texts[5] = "tomato ".repeat(150_000);
    const {topics, members} = await findTopics({...input, texts});
    expect(topics).toHaveLength(5);
    expect(members[0]!.topic).toBe(members[5]!.topic);
  });
});

describe("findTopics(input) after a run before", () => {
  test("keeps the topic of the texts that were there, and finds a new one among new texts", async () => {
    const all = createThemeTexts({each: 40, themes: 6});
    const isOld = (key: string): boolean => key[0] !== "5" && Number(key.slice(2)) < 33;
    const old = filterTexts(all, isOld);
    const before = await findTopics(old);
    const after = await findTopics({...all, previous: {...before, rules: []}});
    const [was, is] = [toPlaces(before), toPlaces(after)];
    const stayed = old.keys.filter((key) => is.get(key) === was.get(key));
    expect(stayed.length).toBeGreaterThanOrEqual(old.keys.length * 0.95);
    const added = new Set(all.keys.filter((key) => key[0] === "5").map((key) => is.get(key)));
    expect([...added]).toEqual([`t${before.nextId}`]);
    expect(after.nextId).toBe(before.nextId + 1);
  });

  test("knows topics by their members alone where vectors are of another model", async () => {
    const input = createThemeTexts({each: 20});
    const before = await findTopics(input);
    const named = before.topics.map((topic) => ({...topic, name: `My ${topic.id}`}));
    const after = await findTopics({
      ...createThemeTexts({each: 20, seed: "another model"}),
      previous: {...before, topics: named, centroids: null, rules: []}
    });
    expect(new Map(after.topics.map(({id, name}) => [id, name]))).toEqual(
      new Map(before.topics.map(({id}) => [id, `My ${id}`]))
    );
  });

  test("heeds merges, moves, splits and what belongs together, run after run", async () => {
    const input = createThemeTexts({each: 20});
    const first = await findTopics(input);
    const at = toPlaces(first);
    const [a, b, c, d] = ["0-0", "1-0", "2-0", "3-0"].map((key) => at.get(key)!);
    const rules = [
      {do: "merge", topics: [a!, b!], into: a!},
      {do: "move", end: "2-1", topic: d!},
      {do: "move", end: "2-2", topic: null},
      {do: "together", ends: ["2-3", "2-4", "4-3"]},
      {do: "split", topic: d!}
    ] as const;
    let result: TopicResult = first;
    for (let run = 0; run < 2; ++run) {
      result = await findTopics({...input, previous: {...result, rules}});
      const is = toPlaces(result);
      const parts = result.topics.filter(({parent}) => parent === d);
      expect([is.get("0-5"), is.get("1-5"), is.get("2-2")]).toEqual([a, a, null]);
      expect(is.get("4-3")).toBe(c);
      expect(parts.length).toBeGreaterThan(1);
      expect(result.topics.find(({id}) => id === d)!.size).toBe(
        parts.reduce((sum, {size}) => sum + size, 0)
      );
    }
  });

  test("gives up no pinned topic, and does not bring back what is ignored", async () => {
    const input = createThemeTexts({each: 20});
    const before = await findTopics(input);
    const at = toPlaces(before);
    const topics = before.topics.map((topic) => ({
      ...topic,
      pinned: topic.id === at.get("0-0"),
      ignored: topic.id === at.get("1-0")
    }));
    const rest = filterTexts(input, (key) => key[0] !== "0");
    const after = await findTopics({...rest, previous: {...before, topics, rules: []}});
    expect(after.topics.find(({pinned}) => pinned)).toMatchObject({id: at.get("0-0"), size: 0});
    expect(after.topics.find(({ignored}) => ignored)).toMatchObject({id: at.get("1-0"), size: 20});
    const again = await findTopics({...input, previous: {...after, rules: []}});
    expect(toPlaces(again).get("0-3")).toBe(at.get("0-0"));
  });
});

function repeat({vectors, dimensions}: TopicInput, row: number, times: number): Float32Array {
  const own = vectors.subarray(row * dimensions, (row + 1) * dimensions);
  return Float32Array.from(Array.from({length: times}, () => [...own]).flat());
}

function filterTexts(input: TopicInput, isIn: (key: string) => boolean): TopicInput {
  const rows = Array.from(input.keys.keys()).filter((row) => isIn(input.keys[row]!));
  const {vectors, dimensions} = input;
  return {
    ...input,
    keys: rows.map((row) => input.keys[row]!),
    texts: rows.map((row) => input.texts[row]!),
    vectors: Float32Array.from(
      rows.flatMap((row) => [...vectors.subarray(row * dimensions, (row + 1) * dimensions)])
    )
  };
}
