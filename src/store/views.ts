import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {View} from "../model/view.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";

/** The views that are kept. Each write is in the history. */
export interface Views {
  /** Those of a type, or all, by name. */
  list(type?: string): Promise<View[]>;
  get(id: string): Promise<View | undefined>;
  put(view: View): Promise<void>;
  /** Throws `InputError` where it is not there. */
  remove(id: string): Promise<void>;
}

export function createViews(connection: Connection): Views {
  return {
    async list(type) {
      const views = await connection.run((db) =>
        type === undefined ? db.views.toArray() : db.views.where("type").equals(type).toArray()
      );
      return views.sort((a, b) => a.name.localeCompare(b.name));
    },

    get: (id) => connection.run((db) => db.views.get(id)),

    async put(view) {
      await runBatch(connection, {what: `Save view ${view.name}`}, async (batch) => {
        const before = (await batch.db.views.get(view.id)) ?? null;
        if (!isSame(before, view)) await batch.write("views", [{before, after: view}]);
      });
    },

    async remove(id) {
      await runBatch(connection, {what: "Remove a view"}, async (batch) => {
        const before = await batch.db.views.get(id);
        if (!before) throw new InputError(`view not found: ${id}`);
        await batch.write("views", [{before, after: null}]);
      });
    }
  };
}
