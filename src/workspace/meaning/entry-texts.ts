import {toTextKey} from "../../lib/text-key.ts";
import type {Entry} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";
import {EntryFollower} from "../find/entry-news.ts";
import {toEntryText} from "../find/entry-text.ts";

/** How the entries of a family of types are read. */
export interface EntryReader {
  /** The collection's id. */
  readonly id: string;
  readonly family: ReadonlySet<string>;
  /** Fields that somebody chose; undefined for whatever is text. */
  readonly columns: readonly string[] | undefined;
  /** A field, `created` or `updated`. */
  readonly time: string | null;
}

/** What an entry says. */
export interface EntryText {
  readonly text: string;
  readonly hash: string;
  /** Milliseconds since 1970; NaN where it does not say. */
  readonly time: number;
}

/** The texts of all entries, by collection, in step with the store. */
export class EntryTexts {
  readonly #store: Store;
  #shape = "";
  #follower: EntryFollower | undefined;
  #texts = new Map<string, Map<string, EntryText>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The texts of each reader's entries, by entry. What comes or goes among the readers begins anew. */
  async sync(
    readers: readonly EntryReader[]
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, EntryText>>> {
    const shape = JSON.stringify(
      readers.map(({family, ...rest}) => ({...rest, family: [...family]}))
    );
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.#texts = new Map(readers.map(({id}) => [id, new Map<string, EntryText>()]));
      const texts = this.#texts;
      this.#follower = new EntryFollower(this.#store, ({entries, gone}) => {
        for (const mine of texts.values()) for (const id of gone) mine.delete(id);
        for (const entry of entries) this.#take(entry, readers, texts);
      });
    }
    await this.#follower!.sync();
    return this.#texts;
  }

  #take(
    entry: Entry,
    readers: readonly EntryReader[],
    texts: ReadonlyMap<string, Map<string, EntryText>>
  ): void {
    let whole: {text: string; hash: string} | undefined;
    for (const {id, family, columns, time} of readers) {
      const mine = texts.get(id)!;
      if (!family.has(entry.type)) {
        mine.delete(entry.id);
        continue;
      }
      const read = columns
        ? toKeyed(toChosenText(entry, columns))
        : (whole ??= toKeyed(toEntryText(entry)));
      mine.set(entry.id, {...read, time: toTime(entry, time)});
    }
  }
}

function toKeyed(text: string): {text: string; hash: string} {
  return {text, hash: toTextKey(text)};
}

function toChosenText({fields}: Entry, columns: readonly string[]): string {
  return columns
    .flatMap((name) => fields[name])
    .filter((value) => typeof value === "string" && value.trim() !== "")
    .join("\n");
}

function toTime(entry: Entry, time: string | null): number {
  if (time === null) return NaN;
  const value = Object.hasOwn(entry.fields, time)
    ? entry.fields[time]
    : {created: entry.created, updated: entry.updated}[time];
  return typeof value === "string" ? Date.parse(value) : typeof value === "number" ? value : NaN;
}
