import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {ImportChange, ImportItem, ImportSession} from "../src/index.ts";
import {isAbortError, toMessage} from "../src/index.ts";

/** A change that is being made. */
interface Pending {
  readonly change: ImportChange;
  readonly stop: AbortController;
}

/**
 * The items of a session as somebody changes them. A change shows at once in what is asked for, and in the rows when
 * they are read; the next change of an item stops the one before and carries it along.
 */
export class ImportUpdates implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #pending = new Map<string, Pending>();
  readonly #failures = new Map<string, string>();
  #session: ImportSession | undefined;
  #items: readonly ImportItem[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const {stop} of this.#pending.values()) stop.abort();
    this.#pending.clear();
  }

  /** Shows another session. */
  open(session: ImportSession): void {
    this.hostDisconnected();
    this.#failures.clear();
    this.#session = session;
    this.#items = session.items;
  }

  get items(): readonly ImportItem[] {
    return this.#items;
  }

  /** The ids of items that are being read anew. */
  get busy(): ReadonlySet<string> {
    return new Set(this.#pending.keys());
  }

  /** Why the last change of an item was not made; "" where it was. */
  failure(id: string): string {
    return this.#failures.get(id) ?? "";
  }

  async change(id: string, change: ImportChange): Promise<void> {
    const session = this.#session!;
    const former = this.#pending.get(id);
    former?.stop.abort();
    const pending = {change: join(former?.change ?? {}, change), stop: new AbortController()};
    this.#pending.set(id, pending);
    this.#failures.delete(id);
    this.#items = this.#items.map((item) => (item.id === id ? foresee(item, change) : item));
    this.#host.requestUpdate();
    try {
      await session.update(id, pending.change, {signal: pending.stop.signal});
    } catch (error) {
      if (!isAbortError(error)) this.#failures.set(id, toMessage(error));
    }
    if (this.#pending.get(id) !== pending) return; // a later change carries this one along
    this.#pending.delete(id);
    this.#items = session.items.map((item) =>
      this.#pending.has(item.id) ? (this.#items.find(({id}) => id === item.id) ?? item) : item
    );
    this.#host.requestUpdate();
  }
}

/** A recipe carries parse options too: the later of both holds. */
function join(former: ImportChange, change: ImportChange): ImportChange {
  const {parse, ...others} = former;
  if (change.recipe || parse === undefined) return {...others, ...change};
  return {...others, parse, ...change};
}

/** An item as it will be asked for, its rows as they were. */
function foresee(item: ImportItem, {parse, recipe, mode, included}: ImportChange): ImportItem {
  const next = recipe ?? item.recipe;
  return {
    ...item,
    recipe: parse ? {...next, parse} : next,
    mode: mode ?? item.mode,
    included: included ?? item.included
  };
}
