import {Queue} from "../../lib/queue.ts";
import {isSame} from "../../lib/same.ts";
import type {Settings} from "../../store/settings.ts";
import type {TextGuess} from "./guess-columns.ts";

const SETTING = "here.meaning.guesses";

interface Guess extends TextGuess {
  /** What the table was made of. */
  readonly state: string;
}

/** What was guessed of tables, kept so that a table is looked into once. */
export class Guesses {
  readonly #settings: Settings | undefined;
  readonly #queue = new Queue();
  #known: Promise<Record<string, Guess>> | undefined;

  /** Without settings nothing is kept beyond this page. */
  constructor(settings: Settings | undefined) {
    this.#settings = settings;
  }

  /** What is known of a table in this state, or else what `look` finds; it is called for one table at a time. */
  async get(id: string, state: string, look: () => Promise<TextGuess>): Promise<TextGuess> {
    const known = await (this.#known ??= this.#read());
    if (known[id]?.state === state) return known[id];
    return this.#queue.run(async () => {
      // it may have been looked into while this waited
      if (known[id]?.state === state) return known[id];
      const {columns, isWorth} = await look();
      return (known[id] = {state, columns, isWorth});
    });
  }

  /** Keeps what was found since, for tables that are still there. */
  async keep(ids: ReadonlySet<string>): Promise<void> {
    const known = await (this.#known ??= this.#read());
    for (const id of Object.keys(known)) if (!ids.has(id)) delete known[id];
    const kept = await this.#settings?.get(SETTING);
    if (!isSame(kept, known)) await this.#settings?.set(SETTING, known);
  }

  async #read(): Promise<Record<string, Guess>> {
    return {...(await this.#settings?.get<Record<string, Guess>>(SETTING, {}))};
  }
}
