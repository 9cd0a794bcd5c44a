import {afterAll, beforeAll, expect, expectTypeOf, onTestFinished, test} from "vitest";
import page from "../../../notebooks/api.md?raw";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import type {BrowserLake} from "../../../src/lake/wasm-lake.ts";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {interpolateSql} from "../../../src/lib/sql.ts";
import {Entities} from "../../../src/workspace/api/entities.ts";
import type {Entity} from "../../../src/workspace/api/entity.ts";
import {transact} from "../../../src/workspace/api/transact.ts";
import {createArchives} from "../../../src/workspace/archive/archives.ts";
import {COMPUTE_HERE} from "../../../src/workspace/compute/compute.ts";
import {createDuplicates} from "../../../src/workspace/dedupe/duplicates.ts";
import {createSimilar} from "../../../src/workspace/find/similar.ts";
import {createMirror} from "../../../src/workspace/mirror/mirror.ts";
import {createDedupe} from "../../../src/workspace/notebook/dedupe.ts";
import {createSearch} from "../../../src/workspace/search/create-search.ts";
import {openSearchHere} from "../../../src/workspace/search/search-link.ts";
import {createTopics} from "../../../src/workspace/topics/topics.ts";
import {EMPTY_CATALOGUE} from "../../../src/model/catalogue.ts";
import {ENGINE} from "../lake/engine.ts";
import {freshStore} from "../store/fresh-store.ts";
import {openMeaning} from "./meaning/letters.ts";

const ITEM = toEntryType({
  name: "item",
  schema: {type: "object", properties: {label: {type: "string"}, price: {type: "number"}}},
  keyField: "label"
});
const ROOM = toEntryType({
  name: "room",
  schema: {type: "object", properties: {name: {type: "string"}}}
});

interface Item {
  label: string;
  price?: number;
}

let lake: BrowserLake;
beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
});
afterAll(() => lake.close());

async function openGround() {
  const store = await freshStore(ITEM, ROOM);
  const since = {type: "object" as const, properties: {since: {type: "string" as const}}};
  await store.kinds.put(toEdgeKind({name: "stored_in", schema: since}));
  const mirror = createMirror(lake, store);
  const query = async (sql: string) => {
    await mirror.sync(sql);
    return lake.query(sql);
  };
  return {store, query};
}

/** What the machine finds in a store, by the model of letters. */
function openFinders({store, query}: Awaited<ReturnType<typeof openGround>>) {
  const meaning = openMeaning(store);
  const tables = {
    catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
    rawTables: () => Promise.resolve([])
  };
  const {search, close} = createSearch(
    {
      store,
      storeFailure: undefined,
      meaning,
      catalogue: tables.catalogue,
      imports: {tables: tables.rawTables}
    },
    openSearchHere
  );
  onTestFinished(close);
  const similar = createSimilar({store, meaning});
  const duplicates = createDuplicates({store, compute: COMPUTE_HERE, query, ...tables});
  return {
    meaning,
    topics: createTopics({store, meaning, compute: COMPUTE_HERE}),
    dedupe: createDedupe(COMPUTE_HERE, () => duplicates),
    search: (text: string) => search.answer(text),
    similar: (id: string, options: {limit: number}) => similar.similar(id, options)
  };
}

/** The blocks of the page: code, and what it shows. */
function readExamples(): {code: string; shown: unknown}[] {
  const blocks = [...page.matchAll(/```js run=false\n(.*?)```(?:\n\n```json\n(.*?)```)?/gs)];
  return blocks.map(([, code, json]) => ({
    code: code!,
    shown: json === undefined ? undefined : (JSON.parse(json) as unknown)
  }));
}

test("every example of the page For programmers runs, and shows what the page says", async () => {
  const ground = await openGround();
  const {store, query} = ground;
  const lakebook = {
    ...ground,
    ...openFinders(ground),
    entries: store.entries,
    edges: store.edges,
    archives: createArchives(store),
    sql: (strings: readonly string[], ...values: unknown[]) =>
      query(interpolateSql(strings, values)),
    of: (type: string) => new Entities({store, query}, type),
    transaction: (what: string, work: Parameters<typeof transact>[2]) => transact(store, what, work)
  };
  const until = (holds: () => boolean) => expect.poll(holds).toBe(true);
  const [first, ...examples] = readExamples();
  expect(first!.code).toContain("await globalThis.lakebook");
  expect(examples).toHaveLength(14);
  for (const {code, shown} of examples) {
    const displayed: unknown[] = [];
    const display = (value: unknown): void => void displayed.push(value);

    await new AsyncFunction("lakebook", "display", "until", code)(lakebook, display, until);
    expect([code, displayed.length === 1 ? displayed[0] : displayed]).toEqual([code, shown]);
  }
});

test("Entities.update() of two at once loses none of the two fields", async () => {
  const {store, query} = await openGround();
  const items = new Entities<Item>({store, query}, "item");
  await items.add({label: "Drill", price: 1});
  await Promise.all([
    items.update("drill", {price: 2}),
    items.update("drill", {label: "Big drill"})
  ]);
  expect((await items.get("Big drill"))!.fields).toEqual({label: "Big drill", price: 2});
  expect((await items.get("drill"))!.title).toBe("Big drill");
});

test("Workspace.transaction() writes nothing where one of its parts is refused", async () => {
  const {store} = await openGround();
  const work = transact(store, "Half", async (tx) => {
    await tx.of<Item>("item").add({label: "One"});
    await tx.of("item").add({label: "Two", price: "dear"});
  });
  await expect(work).rejects.toThrow('fields do not fit item: price "dear" must be a number');
  expect([await store.entries.count(), await store.history.count()]).toEqual([0, 3]);
});

test("of<Item>() types fields, patches, filters and results", () => {
  type Items = Entities<Item>;
  expectTypeOf<Parameters<Items["add"]>[0]>().toEqualTypeOf<Item>();
  expectTypeOf<Awaited<ReturnType<Items["get"]>>>().toEqualTypeOf<Entity<Item> | undefined>();
  expectTypeOf<Entity<Item>["fields"]["price"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Parameters<Items["update"]>[1]>().toEqualTypeOf<Partial<Item>>();
  expectTypeOf<{price: {atLeast: number}}>().toExtend<Parameters<Items["query"]>[0]>();
  expectTypeOf<{price: {atLeast: string}}>().not.toExtend<Parameters<Items["query"]>[0]>();
  expectTypeOf<{prize: number}>().not.toExtend<Parameters<Items["add"]>[0]>();
});

const {constructor: AsyncFunction} = Object.getPrototypeOf(async () => {}) as {
  constructor: new (...args: string[]) => (...values: unknown[]) => Promise<void>;
};
