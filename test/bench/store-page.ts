import {Dexie} from "dexie";
import {toEntryType} from "../../src/model/entry-type.ts";
import type {EntryDraft} from "../../src/model/entry.ts";
import type {EntryRow} from "../../src/store/database.ts";
import type {Store} from "../../src/store/store.ts";
import {openStore} from "../../src/store/store.ts";

/** What `Database` says of the entries, for a database that has nothing but them. */
const ENTRIES =
  "id, &[type+slug], [type+key], [source.sha256+source.row], [type+updated], *uniques, *merged";
const WORDS = "steel oak linen copper wool glass paper clay river north small heavy".split(" ");
const LOOKS = 20;
/** The browser counts anew after some seconds only. */
const REST_MS = 3000;

const ITEM = toEntryType({
  name: "item",
  keyField: "code",
  schema: {
    type: "object",
    properties: {
      name: {type: "string"},
      code: {type: "string"},
      room: {type: "string"},
      price: {type: "number"},
      bought: {type: "string", format: "date"},
      note: {type: "string"}
    }
  }
});

/** The work of the case `store`, in the page that it opens. */
export const storeBench = {
  /** Adds entries with indexes and history; gives milliseconds. */
  async addOurs(name: string, count: number): Promise<number> {
    const store = await openStore({name});
    await store.types.put(ITEM);
    const drafts = makeDrafts(count);
    const ms = await time(() => store.entries.addAll(drafts));
    store.close();
    return ms;
  },

  /** Puts the rows that `addOurs` made of the same drafts into a bare database with the same indexes. */
  async addPeer(name: string, count: number): Promise<number> {
    const db = new Dexie(name, {cache: "disabled"});
    db.version(1).stores({entries: ENTRIES});
    await db.open();
    const rows = makeRows(count);
    const ms = await time(() => db.table("entries").bulkPut(rows));
    db.close();
    return ms;
  },

  /** From a closed store to the first page of its list, the middle of some tries. */
  async openList(name: string): Promise<number> {
    const times: number[] = [];
    for (let i = 0; i < LOOKS; ++i) {
      const start = performance.now();
      const store = await openStore({name});
      await store.types.list();
      await store.entries.page({limit: 50});
      await store.entries.page({type: "item", limit: 50});
      times.push(performance.now() - start);
      store.close();
    }
    return middle(times);
  },

  /** From words to the first page of what has them, the middle and the 95th percentile of many searches. */
  async search(name: string): Promise<{middle: number; high: number; first: number}> {
    const store = await openStore({name});
    const first = await time(() => store.entries.page({text: "steel"}));
    const times: number[] = [];
    for (const text of makeSearches()) times.push(await time(() => find(store, text)));
    store.close();
    times.sort((a, b) => a - b);
    return {middle: middle(times), high: times[Math.floor(times.length * 0.95)]!, first};
  },

  /** The first page of the trash when all entries were removed: the first look, and one after it. */
  async openTrash(name: string): Promise<{first: number; next: number}> {
    const store = await openStore({name});
    const ids = (await store.entries.scan("", Infinity)).map(({id}) => id);
    await store.entries.remove(ids);
    const first = await time(() => store.history.removed());
    const next = await time(() => store.history.removed({offset: 1000}));
    store.close();
    return {first, next};
  },

  /** Bytes of the only database there is, when the browser has come to rest. */
  async usage(name: string): Promise<number> {
    const db = await new Dexie(name, {cache: "disabled"}).open();
    await db.table("entries").count();
    let usage = -1;
    for (let last = -2; last !== usage;) {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      last = usage;
      usage = (await navigator.storage.estimate()).usage!;
    }
    db.close();
    return usage;
  }
};
Object.assign(globalThis, {storeBench});

async function find(store: Store, text: string): Promise<void> {
  const {total} = await store.entries.page({text, limit: 50});
  if (total === 0) throw new Error(`nothing found: ${text}`);
}

function makeSearches(): string[] {
  const words = WORDS.flatMap((word) => [word, word.slice(0, 2), `${word} 7`]);
  return [...words, "item 99", "room 3", "a", "steel item"];
}

function makeDrafts(count: number): EntryDraft[] {
  return Array.from({length: count}, (_, i) => ({
    type: "item",
    fields: {
      name: `${word(i)} ${word(7 * i + 3)} item ${i}`,
      code: `C-${i}`,
      room: `Room ${i % 40}`,
      price: ((i * 7919) % 100_003) / 100,
      bought: new Date(Date.UTC(2020, 0, i % 2000)).toISOString().slice(0, 10),
      note: `${word(3 * i)} ${word(5 * i + 1)} ${word(11 * i + 4)}, seen ${i % 97} times`
    },
    tags: [word(i)],
    source: {table: "raw.items", file: "items.csv", sha256: "a".repeat(64), row: i}
  }));
}

function makeRows(count: number): EntryRow[] {
  const at = Date.now();
  return makeDrafts(count).map(({type, fields, tags = [], source = null}, i) => ({
    id: `01a00000-0000-7000-8000-${i.toString(16).padStart(12, "0")}`,
    type,
    title: String(fields.name),
    fields,
    tags,
    source,
    created: at,
    updated: at,
    revision: 1,
    slug: String(fields.name).replaceAll(" ", "-"),
    key: String(fields.code)
  }));
}

function word(i: number): string {
  return WORDS[i % WORDS.length]!;
}

async function time(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}
