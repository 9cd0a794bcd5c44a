import {InputError} from "../lib/errors.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import {putTypes} from "./put-types.ts";
import type {UniqueConflicts} from "./unique-conflicts.ts";
import {findConflicts} from "./unique-conflicts.ts";
import {countOf} from "./words.ts";

/** The entry types, by name. */
export interface Types {
  /** All of them, by label. */
  list(): Promise<EntryType[]>;
  get(name: string): Promise<EntryType | undefined>;
  /**
   * Makes a type or changes the one of that name, and gives it as it is then: its version has counted up, unless
   * nothing was changed. Entries of it, and of types that extend it, follow: another title field gives them other
   * titles, another key field other keys. Throws `InputError` where what it extends is not there or leads back to it,
   * and where its key, title or unique fields are not in its schema.
   */
  put(type: EntryType): Promise<EntryType>;
  /** Puts several in one write; they may extend each other in any order. */
  putAll(
    types: readonly EntryType[],
    options?: {what?: string}
  ): Promise<{types: EntryType[]; group: string | null}>;
  /** Throws `InputError` while there are entries of the type, or another type extends it. */
  remove(name: string): Promise<void>;
  /**
   * Entries of the type that share with others what is unique now: they were there before the type said so, and stay
   * until somebody changes them.
   */
  conflicts(name: string, options?: {offset?: number; limit?: number}): Promise<UniqueConflicts>;
}

export function createTypes(connection: Connection): Types {
  const putAll: Types["putAll"] = async (types, {what} = {}) => {
    const labels = types.map(({label}) => label).join(", ");
    const {result, group} = await runBatch(
      connection,
      {what: what ?? `Set up type${types.length === 1 ? "" : "s"} ${labels}`},
      (batch) => putTypes(batch, types)
    );
    return {types: result, group: group?.group ?? null};
  };
  return {
    async list() {
      const types = await connection.run((db) => db.types.toArray());
      return types.sort((a, b) => a.label.localeCompare(b.label));
    },

    get: (name) => connection.run((db) => db.types.get(name)),
    put: async (type) => (await putAll([type])).types[0]!,
    putAll,

    async remove(name) {
      await runBatch(connection, {what: `Remove type ${name}`}, async (batch) => {
        const before = await batch.db.types.get(name);
        if (!before) throw new InputError(`entry type not found: ${name}`);
        await refuseUsedType(batch, name);
        await batch.write("types", [{before, after: null}]);
      });
    },

    conflicts: (name, options) => findConflicts(connection, name, options)
  };
}

async function refuseUsedType(batch: Batch, name: string): Promise<void> {
  const count = await batch.db.entries.where("[type+updated]").between([name], [name, []]).count();
  if (count > 0)
    throw new InputError(
      `entry type is in use: ${name} has ${countOf(count, "entry", "entries")}; remove them first`
    );
  const others = (await batch.types()).family(name).filter((other) => other !== name);
  if (others.length > 0)
    throw new InputError(
      `entry type is in use: ${others.join(", ")} extend${others.length === 1 ? "s" : ""} ${name}; change or remove that first`
    );
}
