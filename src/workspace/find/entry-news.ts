import type {Change} from "../../model/change.ts";
import type {Entry} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";

/** What is new among the entries: those that are there now, and the ids of those that are no more. */
export interface EntryNews {
  readonly entries: readonly Entry[];
  readonly gone: readonly string[];
}

/** Before anything was read. */
export const NO_REVISION = -1;

/**
 * What changed since a revision, of each entry the last word; where nothing was read yet, all entries page by page.
 * Whoever reads the `revision` first and then the news misses nothing.
 */
export async function* readEntryNews(store: Store, since: number): AsyncGenerator<EntryNews> {
  if (since === NO_REVISION) {
    for (let after = ""; ;) {
      const entries = await store.entries.scan(after);
      const last = entries.at(-1);
      if (!last) return;
      yield {entries, gone: []};
      after = last.id;
    }
  }
  const changes = (await store.history.since(since)).filter(
    (change): change is Change<"entries"> => change.table === "entries"
  );
  const latest = new Map(changes.map(({id, after}) => [id, after]));
  yield {
    entries: [...latest.values()].filter((entry) => entry !== null),
    gone: [...latest].flatMap(([id, entry]) => (entry ? [] : [id]))
  };
}

/** Keeps something in step with the entries: `take` is told what is new, one after another, and nothing twice. */
export class EntryFollower {
  readonly #store: Store;
  readonly #take: (news: EntryNews) => void | Promise<void>;
  #revision = NO_REVISION;
  #last: Promise<void> = Promise.resolve();

  constructor(store: Store, take: (news: EntryNews) => void | Promise<void>) {
    this.#store = store;
    this.#take = take;
  }

  /** Done when all that was written before the call is taken. */
  sync(): Promise<void> {
    const turn = this.#last.then(() => this.#follow());
    // the caller hears of a failure; the next one tries again
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #follow(): Promise<void> {
    const revision = await this.#store.history.revision();
    if (revision === this.#revision) return;
    for await (const news of readEntryNews(this.#store, this.#revision)) await this.#take(news);
    this.#revision = revision;
  }
}
