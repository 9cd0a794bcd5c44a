import type {TextLayout} from "../model/text-layout.ts";
import type {Connection} from "./connection.ts";

/** Maps of texts as they were last laid out. They can be made anew: no part of the history. */
export interface Layouts {
  get(id: string): Promise<TextLayout | undefined>;
  put(layout: TextLayout): Promise<void>;
  /** Removes those that are not wanted any more, by their ids. */
  sweep(isUnwanted: (id: string) => boolean): Promise<void>;
}

export function createLayouts(connection: Connection): Layouts {
  return {
    get: (id) => connection.run((db) => db.layouts.get(id)),
    put: (layout) => connection.run(async (db) => void (await db.layouts.put(layout))),
    sweep: (isUnwanted) =>
      connection.run((db) =>
        db.transaction("rw", db.layouts, async () => {
          const ids = await db.layouts.toCollection().primaryKeys();
          await db.layouts.bulkDelete(ids.filter(isUnwanted));
        })
      )
  };
}
