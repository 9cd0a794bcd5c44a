import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {EdgeKind} from "../model/edge.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import {countOf} from "./words.ts";

/** The edge kinds, by name. */
export interface Kinds {
  /** All of them, by label. */
  list(): Promise<EdgeKind[]>;
  get(name: string): Promise<EdgeKind | undefined>;
  /** Makes a kind or changes the one of that name; edges that are there stay, also where they now would be refused. */
  put(kind: EdgeKind): Promise<EdgeKind>;
  /** Throws `InputError` while there are edges of the kind. */
  remove(name: string): Promise<void>;
}

export function createKinds(connection: Connection): Kinds {
  return {
    async list() {
      const kinds = await connection.run((db) => db.kinds.toArray());
      return kinds.sort((a, b) => a.label.localeCompare(b.label));
    },

    get: (name) => connection.run((db) => db.kinds.get(name)),

    async put(kind) {
      await runBatch(connection, {what: `Set up edge kind ${kind.label}`}, async (batch) => {
        const before = (await batch.db.kinds.get(kind.name)) ?? null;
        if (!isSame(before, kind)) await batch.write("kinds", [{before, after: kind}]);
      });
      return kind;
    },

    async remove(name) {
      await runBatch(connection, {what: `Remove edge kind ${name}`}, async (batch) => {
        const before = await batch.db.kinds.get(name);
        if (!before) throw new InputError(`edge kind not found: ${name}`);
        const count = await batch.db.edges.where("kind").equals(name).count();
        if (count > 0)
          throw new InputError(
            `edge kind is in use: ${name} has ${countOf(count, "edge")}; remove them first`
          );
        await batch.write("kinds", [{before, after: null}]);
      });
    }
  };
}
