import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {EntryRow} from "./database.ts";
import {toTitle} from "./draft.ts";
import {retitle} from "./retitle.ts";
import {forEachChunk} from "./work.ts";

/** The entry types, by name. */
export interface Types {
  /** All of them, by label. */
  list(): Promise<EntryType[]>;
  get(name: string): Promise<EntryType | undefined>;
  /**
   * Makes a type or changes the one of that name, and gives it as it is then: its version has counted up, unless
   * nothing was changed. Entries follow: another title field gives them other titles, another key field other keys.
   */
  put(type: EntryType): Promise<EntryType>;
  /** Throws `InputError` while there are entries of the type. */
  remove(name: string): Promise<void>;
}

export function createTypes(connection: Connection): Types {
  return {
    async list() {
      const types = await connection.run((db) => db.types.toArray());
      return types.sort((a, b) => a.label.localeCompare(b.label));
    },

    get: (name) => connection.run((db) => db.types.get(name)),

    async put(type) {
      const {result} = await runBatch(connection, {what: `Set up type ${type.label}`}, (batch) =>
        putType(batch, type)
      );
      return result;
    },

    async remove(name) {
      await runBatch(connection, {what: `Remove type ${name}`}, async (batch) => {
        const before = await batch.db.types.get(name);
        if (!before) throw new InputError(`entry type not found: ${name}`);
        await refuseUsedType(batch, name);
        await batch.write("types", [{before, after: null}]);
      });
    }
  };
}

/** See `Types.put`; inside a batch. */
export async function putType(batch: Batch, type: EntryType): Promise<EntryType> {
  const before = await batch.db.types.get(type.name);
  const after = {...type, version: (before?.version ?? 0) + 1};
  if (before && isSame({...after, version: before.version}, before)) return before;
  await batch.write("types", [{before: before ?? null, after}]);
  if (before) await alignEntries(batch, before, after);
  return after;
}

export async function refuseUsedType({db}: Batch, name: string): Promise<void> {
  const [{length}] = [
    await db.entries.where("[type+updated]").between([name], [name, []]).primaryKeys()
  ];
  if (length > 0) {
    throw new InputError(
      `entry type is in use: ${name} has ${length} ${length === 1 ? "entry" : "entries"}; remove them first`
    );
  }
}

/** Titles and keys are made of fields by the type: when the type changes its mind, so must they. */
async function alignEntries(batch: Batch, before: EntryType, after: EntryType): Promise<void> {
  const isKeyMoved = before.keyField !== after.keyField;
  if (!isKeyMoved && before.titleField === after.titleField) return;
  const rows = await batch.db.entries
    .where("[type+updated]")
    .between([after.name], [after.name, []])
    .toArray();
  const [moved, kept]: [EntryRow[], EntryRow[]] = [[], []];
  for (const row of rows) (row.title === toTitle(row.fields, after) ? kept : moved).push(row);
  // the key is no part of what people see: it is set anew without a trace in history
  if (isKeyMoved) await forEachChunk(kept, {}, (chunk) => batch.rewrite(chunk));
  await retitle(batch, moved, after);
}
