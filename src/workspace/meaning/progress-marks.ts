import type {Settings} from "../../store/settings.ts";
import type {TextSource} from "./text-source.ts";

const SETTING = "here.meaning.marks";

/** How far a collection was in a state of it. */
export interface Mark {
  readonly model: string;
  readonly state: string;
  /** Distinct texts, and those that have a vector. */
  readonly texts: number;
  readonly embedded: number;
}

/** How far each collection is, kept so that what is done is not read again to find that it is done. */
export class ProgressMarks {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** The mark of a collection as it now is; undefined where it has changed since. */
  async get({collection, state}: TextSource, model: string): Promise<Mark | undefined> {
    const mark = (await this.#all())[collection.id];
    return mark?.state === state && mark.model === model ? mark : undefined;
  }

  async set({collection}: Pick<TextSource, "collection">, mark: Mark): Promise<void> {
    await this.#settings.set(SETTING, {...(await this.#all()), [collection.id]: mark});
  }

  /** Forgets all: vectors were removed. */
  clear(): Promise<void> {
    return this.#settings.set(SETTING, undefined);
  }

  #all(): Promise<Readonly<Record<string, Mark>>> {
    return this.#settings.get<Readonly<Record<string, Mark>>>(SETTING, {});
  }
}
