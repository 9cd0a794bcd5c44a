import {toMessage} from "../../lib/errors.ts";
import {createPause} from "../../lib/pause.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import type {TextSet} from "../../model/text-collection.ts";
import {EntryFollower} from "../find/entry-news.ts";
import type {Meaning} from "../meaning/meaning.ts";
import {chooseTables} from "./choose-tables.ts";
import {toEntryItem} from "./entry-items.ts";
import {toRowItems} from "./row-items.ts";
import type {SearchGround} from "./search-ground.ts";
import type {SearchItem} from "./search-item.ts";
import {toItemId} from "./search-item.ts";
import type {SearchLink} from "./search-link.ts";

/** Items that are sent at a time: the worker answers in between. */
const ITEMS_PER_MESSAGE = 500;
const TABLES_FRESH_MS = 2000;

interface Progress {
  readonly done: number;
  readonly total: number;
}

const NOTHING: Progress = {done: 0, total: 0};

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
  #isCounted = false;
  #entries = NOTHING;
  #rows = NOTHING;
  #leftOut: readonly string[] = [];
  #unchosen: readonly string[] = [];

  constructor(ground: SearchGround, link: SearchLink) {
    this.#ground = ground;
    this.#link = link;
    this.#follower =
      ground.storeFailure === undefined
        ? new EntryFollower(ground.store, async ({entries, gone}) => {
            if (gone.length > 0) link.remove(gone.map((id) => toItemId("entry", id)));
            if (entries.length > 0) await link.put(entries.map(toEntryItem));
            const {done, total} = this.#entries;
            this.#entries = {done: done + entries.length, total};
          })
        : undefined;
  }

  /** Texts that are searched as yet, of how many as far as it is known; null where all are. */
  get reading(): Progress | null {
    const done = this.#entries.done + this.#rows.done;
    const total = this.#entries.total + this.#rows.total;
    return done < total ? {done, total} : null;
  }

  /** Tables that are not looked through, and why. */
  get leftOut(): readonly string[] {
    return this.#leftOut;
  }

  /** Tables of which no column is looked through. */
  get unchosen(): readonly string[] {
    return this.#unchosen;
  }

  /** Done when entries are those of now. */
  async syncEntries(): Promise<void> {
    if (!this.#follower) return;
    if (!this.#isCounted) {
      this.#isCounted = true;
      const total = await this.#ground.store.entries.count();
      this.#entries = {done: this.#entries.done, total};
    }
    await this.#follower.sync();
    this.#entries = NOTHING;
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
    await this.#link.put(
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
    if (failure !== undefined) [this.#rows, this.#leftOut] = [NOTHING, [failure]];
    if (!this.#follower || failure !== undefined) return;
    const {meaning} = this.#ground;
    const tables = (await meaning.collections()).filter(({collection: {of}}) => of !== "entries");
    const all = tables.filter(({collection: {columns}}) => columns.length > 0);
    this.#unchosen = tables
      .filter((one) => !all.includes(one))
      .map(({collection: {label}}) => label);
    const {wanted, leftOut} = chooseTables(all);
    const known = new Set(wanted.map(({collection}) => collection.id));
    for (const id of this.#sets.keys()) if (!known.has(id)) await this.#replace(id, undefined);
    const total = wanted.reduce((sum, {rows = 0}) => sum + rows, 0);
    this.#rows = {done: 0, total};
    this.#leftOut = leftOut;
    let before = 0;
    for (const {collection, rows = 0} of wanted) {
      const failure = await this.#readTable(meaning, collection.id);
      before += rows;
      this.#rows = {done: before, total};
      if (failure !== undefined)
        this.#leftOut = [...this.#leftOut, `${collection.label} (${failure})`];
    }
  }

  /** Why it could not be read, which keeps nobody from the rest; undefined where all is well. */
  async #readTable(meaning: Meaning, id: string): Promise<string | undefined> {
    try {
      const set = await meaning.texts(id);
      // the same array says that nothing changed
      if (this.#sets.get(id)?.texts !== set.texts) await this.#replace(id, set);
      return undefined;
    } catch (error) {
      return toMessage(error);
    }
  }

  /** A piece at a time, each when the worker has the one before: it answers in between, and so does the page. */
  async #replace(id: string, set: TextSet | undefined): Promise<void> {
    const {done, total} = this.#rows;
    const ids: string[] = [];
    let items: SearchItem[] = [];
    const send = async (): Promise<void> => {
      await this.#link.put(items);
      items = [];
      this.#rows = {done: Math.min(total, done + ids.length), total};
    };
    for (const item of set ? toRowItems(set) : []) {
      ids.push(toItemId(item.kind, item.end));
      if (items.push(item) === ITEMS_PER_MESSAGE) await send();
    }
    if (items.length > 0) await send();
    await this.#removeOthers(this.#sets.get(id)?.ids ?? [], ids);
    if (set) this.#sets.set(id, {texts: set.texts, ids});
    else this.#sets.delete(id);
  }

  async #removeOthers(former: readonly string[], kept: readonly string[]): Promise<void> {
    const pause = createPause();
    const others = new Set<string>();
    for (const id of former) {
      others.add(id);
      await pause();
    }
    for (const id of others.size === 0 ? [] : kept) {
      others.delete(id);
      await pause();
    }
    const gone = [...others];
    for (let at = 0; at < gone.length; at += ITEMS_PER_MESSAGE) {
      this.#link.remove(gone.slice(at, at + ITEMS_PER_MESSAGE));
      await pause();
    }
  }
}
