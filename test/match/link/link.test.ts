import {expect, test} from "vitest";
import {estimateBlocking} from "../../../src/match/link/estimate.ts";
import {createExplainer, explainPair} from "../../../src/match/link/explain.ts";
import {guessPlan} from "../../../src/match/link/guess-plan.ts";
import type {LinkInput} from "../../../src/match/link/link-input.ts";
import {link} from "../../../src/match/link/link.ts";
import type {MatchOutcome, MatchPart} from "../../../src/match/link/match-table.ts";
import {makeHouseholds, makePeople, toColumns, toLinkInput} from "./people.ts";

/** Pairs of keys that clusters make one. */
function toPairs({first}: LinkInput, {clusters}: MatchOutcome): string[] {
  return clusters.flatMap((cluster) =>
    cluster.flatMap((a, i) => cluster.slice(i + 1).map((b) => `${first.keys[a]} ${first.keys[b]}`))
  );
}

/** People in one table, and those who are there again in another. */
function cutPeople(count: number, again: number): LinkInput {
  const {table, keys} = makePeople(count, again);
  const plan = guessPlan(table);
  const cut = (from: number, to: number): LinkInput["first"] => ({
    keys: keys.slice(from, to),
    columns: toColumns(
      {columns: table.columns.map(({name, values}) => ({name, values: values.slice(from, to)}))},
      plan
    )
  });
  return {first: cut(0, count), second: cut(count, keys.length), plan};
}

function sumBits(parts: readonly MatchPart[]): number {
  return parts.reduce((sum, {bits}) => sum + bits, 0);
}

function toInput(columns: Readonly<Record<string, readonly string[]>>): LinkInput {
  const table = {columns: Object.entries(columns).map(([name, values]) => ({name, values}))};
  const keys = Object.values(columns)[0]!.map((_, i) => `k${i}`);
  return toLinkInput({table, keys});
}

test("link(input) finds nearly all who are there twice, and hardly anybody else, without being told any", async () => {
  const input = toLinkInput(makePeople(800, 0.3));
  const found = toPairs(input, await link(input));
  const right = found.filter((pair) => /^(p\d+) \1-again$/.test(pair)).length;
  expect(right / 240).toBeGreaterThan(0.95);
  expect(right / found.length).toBeGreaterThan(0.97);
});

test("link(input) does not take members of a household for one, however many there are, and tells so where it explains", async () => {
  const input = toLinkInput(makeHouseholds(900, 0.1));
  const {clusters, model, ...outcome} = await link(input);
  const found = toPairs(input, {...outcome, clusters, model});
  const right = found.filter((pair) => /^(p\d+) \1-again$/.test(pair)).length;
  expect([right / 90, right / found.length].every((share) => share > 0.9)).toBe(true);
  expect(model.groups?.sizes.at(-1)!.share).toBeGreaterThan(3 * model.prior);
  const parts = explainPair(input, JSON.parse(JSON.stringify(model)) as typeof model, 0, 1);
  expect(parts[1]).toMatchObject({
    column: "group",
    level: "seen against two of one household"
  });
  expect(sumBits(parts)).toBeLessThan(-5);
  for (const {a, b, probability} of outcome.pairs)
    expect(1 / (1 + 2 ** -sumBits(explainPair(input, model, a, b)))).toBeCloseTo(probability, 8);
});

test("link(input) of few twins among many finds them, and of none finds none", async () => {
  const few = toLinkInput(makePeople(800, 0.01));
  const found = toPairs(few, await link(few));
  expect(found.length).toBeLessThan(11);
  expect(found.filter((pair) => /^(p\d+) \1-again$/.test(pair))).toHaveLength(8);
  const none = await link(toLinkInput(makePeople(600, 0)));
  expect(none.clusters.length).toBeLessThan(3);
  expect(none.best).toBe(none.pairs[0]?.probability ?? none.best);
  expect(none.best).toBeLessThan(1);
});

test("link(input) gives the same outcome for the same input, to the bit", async () => {
  const input = toLinkInput(makePeople(300, 0.2));
  const copy = structuredClone(input);
  expect(JSON.stringify(await link(copy))).toBe(JSON.stringify(await link(input)));
});

test("link({first, second}) finds for each record of one table its partner in the other, and no second one", async () => {
  const input = cutPeople(400, 0.5);
  const {clusters, pairs} = await link(input);
  const right = clusters.filter(([a, b]) => b === 400 + a!).length;
  expect(right).toBeGreaterThan(190);
  expect(new Set(clusters.map(([a]) => a)).size).toBe(clusters.length);
  expect(pairs.every(({a, b}) => a < 400 && b < 200)).toBe(true);
});

test("createExplainer(input, model) gives parts that add up to the probability also where partners compete or somebody decided", async () => {
  const plain = cutPeople(300, 0.4);
  const labels = [
    {a: "p3", b: "p3-again", isMatch: false},
    {a: "p100", b: "p50-again", isMatch: true}
  ];
  const input = {...plain, labels};
  const {model, pairs} = await link(input);
  const explain = createExplainer(input, model);
  const added = new Set<string>();
  for (const {a, b, probability} of pairs) {
    const parts = explain(a, b, probability);
    expect(1 / (1 + 2 ** -sumBits(parts))).toBeCloseTo(probability, 5);
    for (const {column, level} of parts.slice(1 + model.columns.length))
      added.add(`${column}: ${level}`);
  }
  expect(added).toContain("decision: somebody decided");
  const beaten = explain(5, 5, 0.2);
  expect(beaten.at(-1)).toMatchObject({column: "partners", level: "a better partner is there"});
  expect(sumBits(beaten)).toBeCloseTo(-2, 10);
  expect(sumBits(explain(3, 3))).toBeCloseTo(-40, 10);
});

test("explainPair(input, model, a, b) gives parts that add up to the log2 odds of the pair's probability", async () => {
  const input = toLinkInput(makePeople(300, 0.3));
  const {model, pairs} = await link(input);
  expect(pairs.length).toBeGreaterThan(80);
  for (const {a, b, probability} of pairs) {
    const bits = sumBits(explainPair(input, model, a, b));
    expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability, 10);
  }
  const [prior, ...parts] = explainPair(input, model, 0, 300);
  expect(prior).toMatchObject({column: "prior", a: "", b: ""});
  expect(prior!.level).toMatch(/^one of [\d,]+ pairs$/);
  expect(parts.map(({column}) => column)).toEqual(model.columns.map(({name}) => name));
});

test("explainPair(…) says nothing for or against where a value is missing, and more for what is rare", async () => {
  const people = makePeople(300, 0.3);
  const columns = Object.fromEntries(
    people.table.columns.map(({name, values}) => [name, [...values]])
  );
  columns.surname![0] = "";
  columns.surname![1] = columns.surname![301] = "Wolkenstein";
  const common = columns
    .surname!.slice(2, 300)
    .find((name, _, all) => all.filter((one) => one === name).length > 4)!;
  columns.surname![2] = columns.surname![302] = common;
  const input = toInput(columns);
  const {model} = await link(input);
  const toSurname = (a: number, b: number) =>
    explainPair(input, model, a, b).find(({column}) => column === "surname")!;
  expect(toSurname(0, 300)).toMatchObject({level: "missing", bits: 0, a: ""});
  expect(toSurname(1, 301).bits).toBeGreaterThan(toSurname(2, 302).bits + 1);
});

test("link({labels}) believes what somebody said of a pair, found or not", async () => {
  const input = toLinkInput(makePeople(200, 0.2));
  const plain = toPairs(input, await link(input));
  expect(plain).toContain("p3 p3-again");
  const labels = [
    {a: "p3-again", b: "p3", isMatch: false},
    {a: "p100", b: "p150", isMatch: true},
    {a: "p100", b: "gone", isMatch: true}
  ];
  const outcome = await link({...input, labels});
  const taught = toPairs(input, outcome);
  expect(taught).not.toContain("p3 p3-again");
  expect(taught).toContain("p100 p150");
});

test("link({from, model}) compares only new records with what is there", async () => {
  const input = toLinkInput(makePeople(200, 0.2));
  const {model} = await link(input);
  const outcome = await link({...input, model, from: 230});
  expect(outcome.pairs.every(({b}) => b >= 230)).toBe(true);
  expect(outcome.compared).toBeLessThan(3000);
  const found = toPairs(input, outcome);
  expect(found.length).toBeGreaterThanOrEqual(8);
  expect(found.every((pair) => pair.includes("again"))).toBe(true);
  expect(outcome.model.prior).toBe(model.prior);
});

test("link(input) makes no cluster in which records contradict each other", async () => {
  const {table, keys} = makePeople(300, 0.3);
  const input = toLinkInput({table, keys});
  const {clusters, model} = await link(input);
  for (const cluster of clusters)
    for (const [i, a] of cluster.entries())
      for (const b of cluster.slice(i + 1)) {
        expect(sumBits(explainPair(input, model, a, b))).toBeGreaterThan(-12);
      }
});

test.each<[title: string, names: readonly string[], clusters: number[][]]>([
  ["no record", [], []],
  ["one record", ["Ada"], []],
  ["two identical records", ["Ada Lovelace", "Ada Lovelace"], [[0, 1]]],
  ["other scripts", ["Юрий Гагарин", "Zoë 🚀", "Юрий Гагарин", "山田太郎", "محمد علي"], [[0, 2]]]
])("link(input) can take %s", async (_, names, clusters) => {
  const first = {
    keys: names.map((_, i) => `${i}`),
    columns: [{name: "n", kind: "name" as const, values: names}]
  };
  const plan = {
    columns: [{name: "n", kind: "name" as const}],
    blocking: [{by: "fingerprint" as const, columns: ["n"]}]
  };
  expect((await link({first, plan})).clusters).toEqual(clusters);
});

test("link(input) of a column that is not there says which there are", async () => {
  const first = {keys: ["a"], columns: [{name: "n", kind: "name" as const, values: ["x"]}]};
  const plan = {columns: [{name: "title", kind: "text" as const}], blocking: []};
  await expect(link({first, plan})).rejects.toThrow("column not found: title (there are: n)");
});

test("link(input) can be stopped", async () => {
  const stop = AbortSignal.abort();
  await expect(link(toLinkInput(makePeople(50, 0.1)), {signal: stop})).rejects.toThrow();
});

test("guessPlan(table) knows what columns are, and leaves keys, counters, objects and what is always the same out", () => {
  const {table} = makePeople(300, 0.2);
  const rows = table.columns[0]!.values.length;
  const fill = (toValue: (i: number) => string): string[] =>
    Array.from({length: rows}, (_, i) => toValue(i));
  const plan = guessPlan({
    columns: [
      {name: "rec_id", values: fill((i) => `rec-${i}-org`)},
      {name: "n", values: fill((i) => String(i))},
      {name: "country", values: fill(() => "au")},
      {name: "more", values: fill((i) => JSON.stringify({title: `Rose ${i % 50}`, tags: ["a"]}))},
      {name: "price", values: fill((i) => `$${(i % 37) + 0.5}`)},
      {name: "phone", values: fill((i) => `02 55${i % 200} 1234`)},
      {
        name: "notes",
        values: fill((i) => `talked about the garden and the ${i % 9} roses that grow there`)
      },
      ...table.columns
    ]
  });
  expect(Object.fromEntries(plan.columns.map(({name, kind}) => [name, kind]))).toEqual({
    price: "number",
    phone: "code",
    notes: "text",
    given_name: "name",
    surname: "name",
    address: "place",
    town: "place",
    state: "category",
    born: "date"
  });
});

test("guessPlan(table) leaves out what only repeats other columns, so that it does not count twice", async () => {
  const rooms = ["attic", "cellar", "hall", "kitchen", "study"];
  const things = Array.from({length: 300}, (_, i) => ({
    name: `${["pan", "lamp", "vase"][i % 3]!} ${["red", "oak", "grey", "blue"][(i * 7) % 4]!}`,
    place: `${rooms[i % 5]!} / shelf ${(i * 31) % 6}`,
    bought: `20${10 + (i % 14)}-0${1 + (i % 9)}-1${(i * 3) % 10}`,
    price: `${10 + ((i * 7919) % 301)}.5`,
    story: `the ${["pan", "lamp", "vase"][i % 3]!} that ${"somebody ".repeat(20)} gave us ${i}`
  }));
  const fill = (toValue: (thing: (typeof things)[number]) => string): string[] =>
    things.map(toValue);
  const input = toInput({
    name: fill(({name}) => name),
    path: fill(({name, place}) => `House / ${place} / ${name}`),
    place: fill(({place}) => `House / ${place}`),
    parts: fill(({place}) => JSON.stringify(["House", ...place.split(" / ")])),
    item: fill(({name}) => name.toUpperCase()),
    bought: fill(({bought}) => bought),
    paid: fill(({bought}) => bought),
    price: fill(({price}) => price),
    story: fill(({story}) => story)
  });
  expect(input.plan.columns.map(({name}) => name)).toEqual([
    "name",
    "place",
    "bought",
    "price",
    "story"
  ]);
  expect(toPairs(input, await link(input))).toEqual([]);
});

test("guessPlan(table) brings measurements together only where all of them are the same", async () => {
  const days = Array.from({length: 400}, (_, i) => ({
    day: new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
    high: String(((i * 7919) % 301) / 10),
    wind: String((i * 31) % 57),
    latitude: (40 + ((i * 104_729) % 1009) / 9973).toFixed(6),
    sky: ["sun", "rain", "fog"][i % 3]!
  }));
  const rows = [...days, days[17]!];
  const fill = (name: keyof (typeof days)[number]): string[] => rows.map((row) => row[name]);
  const input = toInput({
    day: fill("day"),
    high: fill("high"),
    wind: fill("wind"),
    latitude: fill("latitude"),
    sky: fill("sky")
  });
  expect(input.plan.columns.map(({kind}) => kind)).toEqual([
    "date",
    "number",
    "code",
    "number",
    "category"
  ]);
  expect(toPairs(input, await link(input))).toEqual(["k17 k400"]);
});

test("estimateBlocking(input) tells before what link compares", async () => {
  const input = toLinkInput(makePeople(300, 0.3));
  const {rules, pairs, total, recall: told} = await estimateBlocking(input);
  const {compared, recall} = await link(input);
  expect([rules.length, pairs, total]).toEqual([
    input.plan.blocking.length,
    compared,
    (390 * 389) / 2
  ]);
  expect(recall).toBeGreaterThan(0.95);
  expect(told).toBeCloseTo(recall, 1);
  const prefix = {by: "prefix" as const, columns: ["given_name", "surname"]};
  const poor = await estimateBlocking({
    ...input,
    plan: {...input.plan, blocking: [prefix, {by: "exact", columns: ["address"]}]}
  });
  expect(poor.recall).toBeLessThan(recall);
});
