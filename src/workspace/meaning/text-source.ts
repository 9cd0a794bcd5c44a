import type {TextCollection, TextSet} from "../../model/text-collection.ts";
import type {TextsOptions} from "./meaning.ts";

/** A collection, and how its texts are read. */
export interface TextSource {
  readonly collection: TextCollection;
  /** The columns that could be read, and those that say when. */
  readonly columns: readonly string[];
  readonly times: readonly string[];
  /** Whether the texts are worth vectors without being asked for them. */
  readonly isWorth: boolean;
  /** Rows, as far as it is known without reading them. */
  readonly rows: number | undefined;
  /** Another text whenever a text of the collection may be another. */
  readonly state: string;
  read(options: TextsOptions): Promise<Omit<TextSet, "collection">>;
}

/** What somebody chose for a collection; what is left out is guessed. */
export interface TextChoice {
  readonly isChosen?: boolean;
  readonly columns?: readonly string[];
  readonly time?: string | null;
}
