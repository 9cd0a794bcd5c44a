import {toText} from "../lib/text.ts";
import {toUniqueText} from "../model/unique.ts";
import type {Database, EntryRow} from "./database.ts";
import type {TypeBook} from "./type-book.ts";
import {UniqueError} from "./unique-error.ts";

/** With more claims than this share of what is there, reading all of the index is quicker than asking for each. */
const READS_PER_LOOKUP = 4;

/**
 * Watches what a batch writes, and refuses at its end where two entries share what their types keep unique: in between
 * they may, so that two entries can change places. What collided before the batch, and is not written, stays.
 */
export class UniqueGuard {
  readonly #db: Database;
  readonly #claims = new Map<string, string>();
  #isDoubled = false;

  constructor(db: Database) {
    this.#db = db;
  }

  note(before: EntryRow | null, after: EntryRow | null): void {
    const kept = new Set(after?.uniques);
    for (const text of before?.uniques ?? [])
      if (!kept.has(text) && this.#claims.get(text) === before!.id) this.#claims.delete(text);
    if (kept.size === 0) return;
    const had = new Set(before?.uniques);
    for (const text of kept) {
      if (had.has(text)) continue;
      this.#isDoubled ||= this.#claims.has(text);
      this.#claims.set(text, after!.id);
    }
  }

  async check(types: TypeBook): Promise<void> {
    if (this.#claims.size === 0) return;
    const there = await this.#db.entries.orderBy("uniques").count();
    if (there === this.#claims.size && !this.#isDoubled) return; // all of it was claimed here
    const rows =
      there < READS_PER_LOOKUP * this.#claims.size
        ? await this.#db.entries.orderBy("uniques").toArray()
        : await this.#db.entries
            .where("uniques")
            .anyOf([...this.#claims.keys()])
            .toArray();
    const holders = new Map<string, EntryRow>();
    for (const row of rows) {
      for (const text of row.uniques!) {
        const other = holders.get(text);
        const claimer = this.#claims.get(text);
        if (claimer !== undefined && other && other.id !== row.id)
          throw toError(text, row.id === claimer ? [row, other] : [other, row], types);
        holders.set(text, row);
      }
    }
  }
}

function toError(text: string, [claimer, holder]: [EntryRow, EntryRow], types: TypeBook): Error {
  const {fields, type} = types
    .uniques(claimer.type)
    .find((set) => toUniqueText(set, claimer.fields) === text)!;
  const values = fields.map((field) => toText(claimer.fields[field]));
  const {id, title} = holder;
  return new UniqueError({fields, values, type, holder: {id, type: holder.type, title}});
}
