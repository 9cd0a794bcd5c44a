import {InputError} from "../../lib/errors.ts";
import type {Entry} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";
import type {Meaning} from "../meaning/meaning.ts";

export interface SimilarEntry {
  readonly entry: Entry;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

export interface NearEntry {
  readonly id: string;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

export interface SimilarOptions {
  readonly signal?: AbortSignal;
  /** Called with the texts that have their vector, out of those that lacked one. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What entries mean: `Meaning`, of entries alone. */
export interface Similar {
  /**
   * The entries whose meaning is nearest to that of the entry, best first, by an exact search. Computes the vectors that
   * are missing. Throws `InputError` where the entry is not there or has no text.
   */
  similar(id: string, options?: SimilarOptions & {limit?: number}): Promise<SimilarEntry[]>;
  /**
   * The entries whose meaning is nearest to that of a text, of those that are accepted and have a vector, best first; a
   * text that the model cannot read is near to none.
   */
  near(
    text: string,
    options?: SimilarOptions & {limit?: number; accept?: (id: string) => boolean}
  ): Promise<NearEntry[]>;
}

export function createSimilar({store, meaning}: {store: Store; meaning: Meaning}): Similar {
  const listTypes = async (): Promise<string[]> =>
    (await meaning.collections())
      .filter(({collection}) => collection.of === "entries")
      .map(({collection}) => collection.id);

  return {
    async near(text, options) {
      const found = await meaning.near(text, {...options, collections: await listTypes()});
      return found.map(({end, score}) => ({id: end, score}));
    },

    async similar(id, options) {
      const entry = await store.entries.get(id);
      if (!entry) throw new InputError(`entry not found: ${id}`);
      const collections = await listTypes();
      const found = await meaning.similar(id, {...options, collections, isWhole: true});
      const entries = await store.entries.getAll(found.map(({end}) => end));
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      return found.flatMap(({end, score}) => {
        const entry = byId.get(end);
        return entry ? [{entry, score}] : [];
      });
    }
  };
}
