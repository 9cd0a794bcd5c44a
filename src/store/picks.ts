import type {Connection} from "./connection.ts";
import type {PickRow} from "./database.ts";

/** How often each entry was chosen from a list. They are habits, no knowledge: no part of the history. */
export interface Picks {
  all(): Promise<readonly PickRow[]>;
  /** Counts a choice; gives how often it was made by now. */
  add(id: string): Promise<PickRow>;
}

export function createPicks(connection: Connection): Picks {
  return {
    all: () => connection.run((db) => db.picks.toArray()),

    add: (id) =>
      connection.run((db) =>
        db.transaction("rw", db.picks, async () => {
          const former = await db.picks.get(id);
          const pick = {id, count: (former?.count ?? 0) + 1, at: Date.now()};
          await db.picks.put(pick);
          return pick;
        })
      )
  };
}
