import {InputError} from "../../lib/errors.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import type {Store} from "../../store/store.ts";
import {findEntrySources} from "./entry-sources.ts";
import {EntryTexts} from "./entry-texts.ts";
import {Guesses} from "./guesses.ts";
import {findLakeSources} from "./lake-sources.ts";
import {findRawSources} from "./raw-sources.ts";
import type {TableQuery} from "./table-source.ts";
import type {TextChoice, TextSource} from "./text-source.ts";

/** What was chosen, by collection. It goes with the workspace. */
const CHOICES = "meaning.choices";
/** More texts than these are embedded only when somebody says so. */
const MAX_UNASKED_TEXTS = 50_000;

/** What collections are made of. */
export interface MeaningGround {
  readonly store: Store;
  readonly catalogue: () => Promise<Catalogue>;
  readonly query: TableQuery;
}

/** The collections that there are, with what was chosen for them. */
export class TextSources {
  readonly #ground: MeaningGround;
  readonly #entries: EntryTexts;
  readonly #guesses: Guesses;

  constructor(ground: MeaningGround) {
    this.#ground = ground;
    this.#entries = new EntryTexts(ground.store);
    this.#guesses = new Guesses(ground.store.settings);
  }

  /**
   * Entries, then tables of the lake, then imported ones; those without a column that is read last. `onFound` gets each
   * as soon as it is known.
   */
  async list(onFound?: (source: TextSource) => Promise<void>): Promise<TextSource[]> {
    const {store, catalogue, query} = this.#ground;
    const choices = await this.#choices();
    const ground = {query, guesses: this.#guesses, choices};
    const [entries, lake, raw] = await Promise.all([
      findEntrySources(store, this.#entries, choices),
      catalogue().then((known) => findLakeSources(known, ground)),
      findRawSources(store, ground)
    ]);
    const looks = [...entries.map((source) => () => Promise.resolve(source)), ...lake, ...raw];
    const found = await Promise.all(
      looks.map(async (look) => {
        const source = await look();
        if (source) await onFound?.(source);
        return source;
      })
    );
    const all = found.filter((source) => source !== undefined);
    await this.#guesses.keep(new Set(all.map(({collection}) => collection.id)));
    const isRead = ({collection}: TextSource): boolean => collection.columns.length > 0;
    return [...all.filter(isRead), ...all.filter((source) => !isRead(source))];
  }

  /** Throws `InputError` where there is none by that id. */
  async find(id: string): Promise<TextSource> {
    const source = await this.maybeFind(id);
    if (source) return source;
    const all = await this.list();
    const known = all.map(({collection}) => collection.id).join(", ") || "none";
    throw new InputError(`collection of texts not found: ${id} (there are: ${known})`);
  }

  async maybeFind(id: string): Promise<TextSource | undefined> {
    return (await this.list()).find(({collection}) => collection.id === id);
  }

  /** Keeps a choice. Throws `InputError` where a column is not there. */
  async choose(id: string, choice: TextChoice): Promise<void> {
    const {columns, times} = await this.find(id);
    for (const name of choice.columns ?? []) check(name, columns, id);
    if (choice.time != null) check(choice.time, times, id);
    if (choice.columns?.length === 0)
      throw new InputError(`no column chosen: ${id} (there are: ${columns.join(", ")})`);
    const choices = await this.#choices();
    await this.#ground.store.settings.set(CHOICES, {
      ...choices,
      [id]: {...choices[id], ...choice}
    });
  }

  /** Whether a collection is to be embedded: as somebody said, else where it is worth it and not long. */
  async isChosen({collection, isWorth, rows}: TextSource): Promise<boolean> {
    if (collection.columns.length === 0) return false;
    const {isChosen} = (await this.#choices())[collection.id] ?? {};
    return isChosen ?? (isWorth && (rows ?? Infinity) <= MAX_UNASKED_TEXTS);
  }

  #choices(): Promise<Readonly<Record<string, TextChoice>>> {
    return this.#ground.store.settings.get<Readonly<Record<string, TextChoice>>>(CHOICES, {});
  }
}

function check(name: string, names: readonly string[], id: string): void {
  if (!names.includes(name))
    throw new InputError(
      `column not found: ${name} of ${id} (there are: ${names.join(", ") || "none"})`
    );
}
