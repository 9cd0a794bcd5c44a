import {expect, onTestFinished, test} from "vitest";
import {queryTraced} from "../../../src/lake/provenance.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import type {Catalogue} from "../../../src/model/catalogue.ts";
import {EMPTY_CATALOGUE} from "../../../src/model/catalogue.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {Store} from "../../../src/store/store.ts";
import {createTwinProposer} from "../../../src/workspace/twins/propose-twins.ts";
import type {Twin, TwinDraft, Twins} from "../../../src/workspace/twins/twins.ts";
import {createTwins} from "../../../src/workspace/twins/twins.ts";
import {ENGINE} from "../lake/engine.ts";
import {freshStore, openAgain} from "../store/fresh-store.ts";

const DEVICE = toEntryType({
  name: "device",
  abstract: true,
  keyField: "serial",
  schema: {type: "object", properties: {name: {type: "string"}, serial: {type: "string"}}}
});
const FREEZER = toEntryType({
  name: "freezer",
  extends: "device",
  titleField: "name",
  schema: {type: "object", properties: {litres: {type: "integer"}}}
});
const COMPUTER = toEntryType({name: "computer", extends: "device", titleField: "name"});
const BOOK = toEntryType({
  name: "book",
  schema: {type: "object", properties: {name: {type: "string"}}}
});

function open(store: Store, rest: Partial<Parameters<typeof createTwins>[0]> = {}): Twins {
  return createTwins({
    store,
    catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
    query: () => Promise.reject(new Error("no lake in this test")),
    findNear: () => Promise.reject(new Error("model file missing")),
    ...rest
  });
}

/** All lists that come, each twin as its title and score. */
async function lists(twins: Twins, draft: TwinDraft): Promise<string[][]> {
  const all: string[][] = [];
  for await (const list of twins.find(draft))
    all.push(list.map(({title, score}) => `${title} ${score.toFixed(2)}`));
  return all;
}

async function last(twins: Twins, draft: TwinDraft): Promise<readonly Twin[]> {
  let found: readonly Twin[] = [];
  for await (const list of twins.find(draft)) found = list;
  return found;
}

test("find(draft) warns of likely twins in the family of its type, as the entries are now", async () => {
  const store = await freshStore(DEVICE, FREEZER, COMPUTER, BOOK);
  const {ids} = await store.entries.addAll([
    {type: "freezer", fields: {name: "Minus eighty", serial: "F-1", litres: 500}},
    {type: "computer", fields: {name: "Minus eighti"}},
    {type: "book", fields: {name: "Minus eighty"}}
  ]);
  const twins = open(store);
  const draft = {type: "freezer", fields: {name: "minus eighty", litres: 500}};
  expect(await lists(twins, draft)).toEqual([["Minus eighty 0.88", "Minus eighti 0.69"]]);
  expect(await lists(twins, {...draft, id: ids[0]})).toEqual([["Minus eighti 0.69"]]);
  expect(await lists(twins, {type: "freezer", fields: {serial: "f-1"}})).toEqual([
    ["Minus eighty 0.99"]
  ]);
  expect(await lists(twins, {type: "freezer", fields: {}})).toEqual([[]]);
  await store.entries.update(ids[0]!, {fields: {name: "Fridge"}});
  await store.entries.remove([ids[1]!]);
  expect(await lists(twins, draft)).toEqual([[]]);
});

test("refuse(id, twins) is remembered, after a reload too, and undone as any other write", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    ["Dune", "Dune."].map((name) => ({type: "book", fields: {name}}))
  );
  const draft = {type: "book", fields: {name: "Dune"}, id: ids[0]};
  const twins = open(store);
  const group = await twins.refuse(ids[0]!, await last(twins, draft));
  expect(await last(open(await openAgain(store)), draft)).toEqual([]);
  expect(await createTwinProposer(store, () => twins.records()).propose()).toBe(0);
  await store.history.undo(group!);
  expect(await last(twins, draft)).toHaveLength(1);
});

test("find(draft) adds what means the same, and compares it by everything else too", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    ["Sofa", "Lamp"].map((name) => ({type: "book", fields: {name}}))
  );
  const twins = open(store, {
    findNear: (_, {accept}) =>
      Promise.resolve(ids.filter(accept).map((id, i) => ({id, score: i === 0 ? 1 : 0.7})))
  });
  expect(await lists(twins, {type: "book", fields: {name: "Couch"}})).toEqual([[], ["Sofa 0.60"]]);
});

test("proposeTwins writes each likely pair once, tells how far it is, and can be stopped", async () => {
  const store = await freshStore(BOOK);
  await store.entries.addAll(
    ["Dune", "dune", "Emma", "Émma", "Ulysses"].map((name) => ({type: "book", fields: {name}}))
  );
  const twins = open(store);
  const proposer = createTwinProposer(store, () => twins.records());
  const seen: string[] = [];
  expect(await proposer.propose({onProgress: (done, total) => seen.push(`${done}/${total}`)})).toBe(
    2
  );
  expect(seen.at(-1)).toBe("5/5");
  expect(await proposer.propose()).toBe(0);
  const {suggestions} = await store.suggestions.page({kind: "duplicate"});
  expect(suggestions.map(({evidence}) => evidence)).toEqual(
    Array.from({length: 2}, () => [{what: "same title", weight: 0.85}])
  );
  await expect(proposer.propose({signal: AbortSignal.abort()})).rejects.toMatchObject({
    name: "AbortError"
  });
});

test("find(draft) finds rows of the table that entries are kept from, but for those that were", async () => {
  const store = await freshStore(BOOK);
  const lake = await openWasmLake(ENGINE);
  onTestFinished(() => lake.close());
  await lake.query(
    "CREATE TABLE lake.books AS SELECT unnest(['Dune', 'Emma', 'Dune ii', 'It''s \"one\"']) AS name"
  );
  const sha256 = "a".repeat(64);
  const source = (row: number) => ({table: "books", file: "books.csv", sha256, row});
  await store.entries.add({type: "book", fields: {name: "Emma"}, source: source(1)});
  const catalogue = {
    ...EMPTY_CATALOGUE,
    tables: [{name: "books"}],
    columns: [{table: "books", name: "name"}],
    parts: [{table: "books", file: "books.csv", sha256, firstRow: 0, rows: 4}]
  } as unknown as Catalogue;
  const twins = open(store, {
    catalogue: () => Promise.resolve(catalogue),
    query: (sql) => queryTraced(lake, sql, new Set(["books"]))
  });
  const find = async (name: string): Promise<string[]> =>
    (await last(twins, {type: "book", fields: {name}})).map(({title, end}) => `${title} ${end}`);
  expect(await find("dune")).toEqual([`Dune row:books/${sha256}/0`]);
  expect(await find('it\'s "one"')).toEqual([`It's "one" row:books/${sha256}/3`]);
  expect((await find("emma"))[0]).not.toContain("row:");
});
