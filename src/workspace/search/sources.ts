import {toMessage} from "../../lib/errors.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import type {TextSet} from "../../model/text-collection.ts";
import {EntryFollower} from "../find/entry-news.ts";
import type {CollectionState, Meaning} from "../meaning/meaning.ts";
import {toEntryItem} from "./entry-items.ts";
import {toRowItems} from "./row-items.ts";
import type {SearchGround} from "./search-ground.ts";
import type {SearchItem} from "./search-item.ts";
import {toItemId} from "./search-item.ts";
import type {SearchLink} from "./search-link.ts";

/** Items that are sent at a time: the worker answers in between. */
const ITEMS_PER_MESSAGE = 1000;
/** Tables of more rows are looked through only where somebody chose them (the Models page, Meaning). */
const MAX_ROWS_UNCHOSEN = 50_000;
/** Rows that are looked through in all: about 1 GB of memory. */
const MAX_ROWS = 1_000_000;

const TABLES_FRESH_MS = 2000;

/** How far the looking through of tables is. */
export interface SourcesState {
  /** Rows read, of how many as far as it is known. */
  readonly done: number;
  readonly total: number;
  /** Tables that are not looked through, and why. */
  readonly leftOut: readonly string[];
}

/** Brings the engine what there is, and keeps it in step: entries by their history, tables by their texts. */
export class SearchSources {
  readonly #ground: SearchGround;
  readonly #link: SearchLink;
  readonly #follower: EntryFollower | undefined;
  /** By collection the texts that the engine has, and their ids there. */
  readonly #sets = new Map<
    string,
    {readonly texts: TextSet["texts"]; readonly ids: readonly string[]}
  >();
  #named = "";
  #namedIds: readonly string[] = [];
  #tables: Promise<void> | undefined;
  #readAt = -Infinity;
  #state: SourcesState = {done: 0, total: 0, leftOut: []};

  constructor(ground: SearchGround, link: SearchLink) {
    this.#ground = ground;
    this.#link = link;
    this.#follower =
      ground.storeFailure === undefined
        ? new EntryFollower(ground.store, ({entries, gone}) => {
            if (gone.length > 0) link.remove(gone.map((id) => toItemId("entry", id)));
            if (entries.length > 0) link.put(entries.map(toEntryItem));
          })
        : undefined;
  }

  get state(): SourcesState {
    return this.#state;
  }

  /** Done when entries are those of now. */
  async syncEntries(): Promise<void> {
    await this.#follower?.sync();
  }

  /** Whether tables were looked at so lately that it is not worth doing it again: somebody types faster than tables come. */
  get areTablesRead(): boolean {
    return performance.now() - this.#readAt < TABLES_FRESH_MS;
  }

  /** Done when the names and the rows of tables are those of now, or were lately; calls at the same time share the work. */
  async syncTables(): Promise<void> {
    if (this.areTablesRead) return;
    this.#tables ??= this.#readTables().finally(() => {
      this.#tables = undefined;
      this.#readAt = performance.now();
    });
    await this.#tables;
  }

  /** What keeps names of tables from being known; undefined where all is well. */
  async #syncNames(): Promise<string | undefined> {
    let read: [Catalogue, readonly {readonly name: string}[]];
    try {
      read = await Promise.all([
        this.#ground.catalogue(),
        this.#follower ? this.#ground.imports.tables() : []
      ]);
    } catch (error) {
      return `tables (${toMessage(error)})`;
    }
    const [{tables, columns}, imported] = read;
    const names = [
      ...tables.map(({name}) => ({
        end: name,
        text: columns.flatMap((column) => (column.table === name ? [column.name] : [])).join(" ")
      })),
      ...imported.map(({name}) => ({end: `raw.${name}`, text: ""}))
    ];
    const key = JSON.stringify(names);
    if (key === this.#named) return undefined;
    this.#named = key;
    this.#link.remove(this.#namedIds);
    this.#namedIds = names.map(({end}) => toItemId("table", end));
    this.#link.put(
      names.map(({end, text}): SearchItem => ({
        kind: "table",
        end,
        title: end,
        texts: text === "" ? {} : {columns: text},
        from: "",
        types: [],
        tags: [],
        time: NaN
      }))
    );
    return undefined;
  }

  async #readTables(): Promise<void> {
    const failure = await this.#syncNames();
    if (failure !== undefined) this.#state = {done: 0, total: 0, leftOut: [failure]};
    if (!this.#follower || failure !== undefined) return;
    const {meaning} = this.#ground;
    const all = (await meaning.collections()).filter(
      ({collection: {of, columns}}) => of !== "entries" && columns.length > 0
    );
    const {wanted, leftOut} = choose(all);
    const known = new Set(wanted.map(({collection}) => collection.id));
    for (const id of this.#sets.keys()) if (!known.has(id)) this.#replace(id, undefined);
    const total = wanted.reduce((sum, {rows = 0}) => sum + rows, 0);
    this.#state = {done: 0, total, leftOut};
    for (const {collection, rows = 0} of wanted) {
      const failure = await this.#readTable(meaning, collection.id);
      const {done, leftOut} = this.#state;
      const lacking = failure === undefined ? [] : [`${collection.label} (${failure})`];
      this.#state = {...this.#state, done: done + rows, leftOut: [...leftOut, ...lacking]};
    }
  }

  /** Why it could not be read, which keeps nobody from the rest; undefined where all is well. */
  async #readTable(meaning: Meaning, id: string): Promise<string | undefined> {
    try {
      const set = await meaning.texts(id);
      // the same array says that nothing changed
      if (this.#sets.get(id)?.texts !== set.texts) this.#replace(id, set);
      return undefined;
    } catch (error) {
      return toMessage(error);
    }
  }

  #replace(id: string, set: TextSet | undefined): void {
    const former = this.#sets.get(id);
    if (former) this.#link.remove(former.ids);
    this.#sets.delete(id);
    if (!set) return;
    const ids: string[] = [];
    let items: SearchItem[] = [];
    for (const item of toRowItems(set)) {
      ids.push(toItemId(item.kind, item.end));
      if (items.push(item) < ITEMS_PER_MESSAGE) continue;
      this.#link.put(items);
      items = [];
    }
    if (items.length > 0) this.#link.put(items);
    this.#sets.set(id, {texts: set.texts, ids});
  }
}

/** Which tables are looked through, chosen ones first, as many as there is memory for. */
function choose(all: readonly CollectionState[]): {
  wanted: readonly CollectionState[];
  leftOut: readonly string[];
} {
  const leftOut: string[] = [];
  let sum = 0;
  const ordered = [...all].sort((a, b) => Number(b.isChosen) - Number(a.isChosen));
  const wanted = ordered.filter(({collection, rows = 0, isChosen}) => {
    const count = rows.toLocaleString("en");
    if (!isChosen && rows > MAX_ROWS_UNCHOSEN)
      leftOut.push(`${collection.label} (${count} rows; choose it to search it)`);
    else if (sum + rows > MAX_ROWS) leftOut.push(`${collection.label} (${count} rows; no room)`);
    else {
      sum += rows;
      return true;
    }
    return false;
  });
  return {wanted, leftOut};
}
