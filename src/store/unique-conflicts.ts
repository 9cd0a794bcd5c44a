import {groupBy} from "../lib/group-by.ts";
import type {EntryDraft} from "../model/entry.ts";
import type {UniqueSet} from "../model/unique.ts";
import {toUniquePrefix, toUniqueText} from "../model/unique.ts";
import type {Connection} from "./connection.ts";
import type {Database, EntryRow} from "./database.ts";
import type {EntryMatch} from "./directory.ts";
import {toStoredFields} from "./draft.ts";
import {TypeBook} from "./type-book.ts";

/** Entries that share what is unique. */
export interface UniqueConflict {
  readonly fields: readonly string[];
  /** The values as the first of the entries has them. */
  readonly values: readonly unknown[];
  readonly entries: readonly EntryMatch[];
}

export interface UniqueConflicts {
  readonly conflicts: readonly UniqueConflict[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** Values of a draft that another entry has. */
export interface UniqueClash {
  readonly fields: readonly string[];
  readonly holder: EntryMatch;
}

/** See `Types.conflicts`. */
export function findConflicts(
  connection: Connection,
  name: string,
  {offset = 0, limit = 50}: {offset?: number; limit?: number} = {}
): Promise<UniqueConflicts> {
  return connection.run((db) =>
    db.transaction("r", db.types, db.entries, async () => {
      const types = new TypeBook(await db.types.toArray());
      types.find(name);
      const family = new Set(types.family(name));
      const found: UniqueConflict[] = [];
      for (const set of types.uniques(name)) {
        const shared = (await readShared(db, set)).filter((rows) =>
          rows.some(({type}) => family.has(type))
        );
        for (const rows of shared) found.push(toConflict(set, rows));
      }
      return {conflicts: found.slice(offset, offset + limit), total: found.length};
    })
  );
}

/** See `Entries.clashes`. */
export function findClashes(
  connection: Connection,
  {type, fields}: Pick<EntryDraft, "type" | "fields">,
  {except}: {except?: string} = {}
): Promise<UniqueClash[]> {
  return connection.run((db) =>
    db.transaction("r", db.types, db.entries, async () => {
      const types = new TypeBook(await db.types.toArray());
      types.find(type);
      const stored = toStoredFields(fields);
      const clashes: UniqueClash[] = [];
      for (const set of types.uniques(type)) {
        const text = toUniqueText(set, stored);
        if (text === undefined) continue;
        const rows = await db.entries.where("uniques").equals(text).limit(2).toArray();
        const holder = rows.find(({id}) => id !== except);
        if (holder) clashes.push({fields: set.fields, holder: toMatch(holder)});
      }
      return clashes;
    })
  );
}

/** The rows of each value that more than one row has. */
async function readShared(db: Database, set: UniqueSet): Promise<EntryRow[][]> {
  const rows = await db.entries.where("uniques").startsWith(toUniquePrefix(set)).toArray();
  const groups = groupBy(rows, ({fields}) => toUniqueText(set, fields));
  return [...groups.values()].filter(({length}) => length > 1);
}

function toConflict({fields}: UniqueSet, rows: readonly EntryRow[]): UniqueConflict {
  return {
    fields,
    values: fields.map((field) => rows[0]!.fields[field]),
    entries: rows.map(toMatch)
  };
}

function toMatch({id, type, title}: EntryRow): EntryMatch {
  return {id, type, title};
}
