import type {Entry} from "../model/entry.ts";
import type {Database} from "./database.ts";

/** How many entries there are of each type, as of the write that is named: counting 100,000 of them takes long. */
interface Counts {
  readonly group: string;
  readonly byType: Readonly<Record<string, number>>;
}

/** The name says that it stays in this browser: an archive has writes of its own. */
const COUNTS_SETTING = "here.counts";

/** How many entries there are of each type, types without any left out; inside of a transaction over all it reads. */
export async function readCounts(db: Database): Promise<Map<string, number>> {
  const last = await db.groups.orderBy("seq").last();
  return (await readKept(db, last?.group)) ?? countEntries(db);
}

/** Sums up what a write does to the numbers of entries, and keeps them with it. */
export class Counter {
  readonly #deltas = new Map<string, number>();

  note(before: Entry | null, after: Entry | null): void {
    if (before) this.#add(before.type, -1);
    if (after) this.#add(after.type, 1);
  }

  /** At the end of the write `group` that follows the write `last`. */
  async keep(db: Database, group: string, last: string | undefined): Promise<void> {
    const counts = await readKept(db, last);
    if (counts)
      for (const [type, delta] of this.#deltas) counts.set(type, (counts.get(type) ?? 0) + delta);
    const byType = Object.fromEntries(counts ?? (await countEntries(db)));
    await db.settings.put({key: COUNTS_SETTING, value: {group, byType} satisfies Counts});
  }

  #add(type: string, delta: number): void {
    this.#deltas.set(type, (this.#deltas.get(type) ?? 0) + delta);
  }
}

/** The counts that were kept with the write, if it kept them. */
async function readKept(
  db: Database,
  group: string | undefined
): Promise<Map<string, number> | undefined> {
  const kept = (await db.settings.get(COUNTS_SETTING))?.value as Counts | undefined;
  if (!kept || kept.group !== group) return undefined;
  return new Map(Object.entries(kept.byType).filter(([, count]) => count > 0));
}

async function countEntries(db: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const type of await db.types.toCollection().primaryKeys()) {
    const count = await db.entries.where("[type+updated]").between([type], [type, []]).count();
    if (count > 0) counts.set(type, count);
  }
  return counts;
}
