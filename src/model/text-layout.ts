/** Where the texts of a collection lie on its map, as it was last laid out: texts that are the same lie at one place. */
export interface TextLayout {
  /** `toLayoutId`. */
  readonly id: string;
  /** The different texts, by `toTextKey`. */
  readonly hashes: readonly string[];
  /** hashes × 2 numbers between -1 and 1. */
  readonly places: Float32Array;
  readonly updated: number;
}

/** A collection has a map for each embedding model: other vectors have other neighbours. */
export function toLayoutId(collection: string, model: string): string {
  return `${collection}\n${model}`;
}

/** The model of a layout's id. */
export function toLayoutModel(id: string): string {
  return id.slice(id.indexOf("\n") + 1);
}
