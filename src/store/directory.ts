import {foldText} from "../lib/text.ts";
import type {Entry} from "../model/entry.ts";
import {readRevision} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {readMany} from "./many.ts";

/** Characters of an entry that are looked through; what stands behind them is found by the full-text search only. */
const MAX_TEXT_LENGTH = 4000;

/** An entry in a list to choose from. */
export interface EntryMatch {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

export interface DirectoryRow extends EntryMatch {
  readonly tags: readonly string[];
  readonly created: number;
  readonly updated: number;
  /** Title and text fields, folded (see `foldText`). */
  readonly foldedTitle: string;
  readonly text: string;
}

/**
 * What lists and typeahead need of every entry, in memory: IndexedDB has neither words nor orders to choose from.
 * It is read when first asked for, and then follows the history, so that an edit costs an edit.
 */
export class Directory {
  readonly #connection: Connection;
  readonly #rows = new Map<string, DirectoryRow>();
  #revision = -1;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** All rows as of now, in no order. */
  async rows(): Promise<Iterable<DirectoryRow>> {
    return (await this.table()).values();
  }

  /** All rows as of now, by id. */
  async table(): Promise<ReadonlyMap<string, DirectoryRow>> {
    await this.#connection.run((db) =>
      db.transaction("r", [db.entries, db.changes, db.groups], async () => {
        const revision = await readRevision(db);
        const known = this.#revision;
        if (revision === known) return;
        const changes = known < 0 ? await readEntries(db) : await readChanges(db, known);
        if (revision <= this.#revision) return; // another call was first
        // changes since an older revision than the present one include what is known: the last word counts
        for (const [id, entry] of changes) {
          if (entry) this.#rows.set(id, toRow(entry));
          else this.#rows.delete(id);
        }
        this.#revision = revision;
      })
    );
    return this.#rows;
  }

  /** See `Entries.suggest`. */
  async suggest(
    text: string,
    {types = [], limit = 10}: {types?: readonly string[]; limit?: number} = {}
  ): Promise<EntryMatch[]> {
    const words = toWords(text);
    const hits: {row: DirectoryRow; rank: number}[] = [];
    for (const row of await this.rows()) {
      if (types.length > 0 && !types.includes(row.type)) continue;
      const rank = rankOf(row, words);
      if (rank > 0) hits.push({row, rank});
    }
    return hits
      .sort((a, b) => b.rank - a.rank || b.row.updated - a.row.updated)
      .slice(0, limit)
      .map(({row: {id, type, title}}) => ({id, type, title}));
  }
}

/** The words that are looked for, each of which must be somewhere. */
export function toWords(text: string): string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** How well a row answers: 0 not at all, 1 somewhere in the text, 2 in the title, 3 at the start of a title's word, 4 at its very start. */
export function rankOf({foldedTitle, text}: DirectoryRow, words: readonly string[]): number {
  let rank = 4;
  for (const word of words) {
    const at = foldedTitle.indexOf(word);
    if (at < 0 && !text.includes(word)) return 0;
    rank = Math.min(rank, at < 0 ? 1 : at === 0 ? 4 : startsWord(foldedTitle, word) ? 3 : 2);
  }
  return rank;
}

function startsWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(title[at - 1]!)) return true;
  }
  return false;
}

async function readEntries(db: Database): Promise<Map<string, Entry | null>> {
  return new Map((await db.entries.toArray()).map((entry) => [entry.id, entry]));
}

async function readChanges(db: Database, since: number): Promise<Map<string, Entry | null>> {
  const ids = new Set<string>();
  await db.changes
    .where(":id")
    .above(since)
    .each(({keys}) => {
      for (const key of keys) {
        const [table, id] = key.split("/", 2) as [string, string];
        if (table === "entries") ids.add(id);
      }
    });
  const rows = await readMany(db.entries, [...ids]);
  return new Map(Array.from(ids, (id, i) => [id, rows[i] ?? null]));
}

function toRow({id, type, title, tags, created, updated, fields}: Entry): DirectoryRow {
  let text = "";
  for (const value of Object.values(fields)) {
    if (text.length > MAX_TEXT_LENGTH) break;
    if (typeof value === "string" || typeof value === "number") text += `${value}\n`;
    else if (Array.isArray(value)) text += `${value.join("\n")}\n`;
  }
  text += tags.join("\n");
  return {
    id,
    type,
    title,
    tags,
    created,
    updated,
    foldedTitle: foldText(title),
    text: foldText(text.slice(0, MAX_TEXT_LENGTH))
  };
}
