/**
 * Texts of one kind that are embedded, searched, grouped and laid out: the rows of a table, or the entries of a type, one
 * text each.
 */
export interface TextCollection {
  /** The relation that holds them, with its schema: `lake.messages`, `raw.notes`, `ws.item`. */
  readonly id: string;
  /** What people read: "messages", "Items". */
  readonly label: string;
  readonly of: "rows" | "entries" | "documents";
  /** The columns (or fields) whose values, one a line, are the text of a row. */
  readonly columns: readonly string[];
  /** The column that says when it was; null where none does. */
  readonly time: string | null;
}

/** The texts of a collection, in memory; the arrays are as long as each other. */
export interface TextSet {
  readonly collection: TextCollection;
  /** What each text is of: an entry's id or a row's address (`toEndText`). Stays the same while the row does. */
  readonly ends: readonly string[];
  /** "" where a row says nothing. */
  readonly texts: readonly string[];
  /** Hashes by which a text is known again; "" where there is no text. */
  readonly hashes: readonly string[];
  /** Milliseconds since 1970; NaN where a row does not say, null where no column does. */
  readonly times: Float64Array | null;
}

/** Texts with their vectors. */
export interface EmbeddedTexts extends TextSet {
  /** The model's id: its name and the print of its weights. */
  readonly model: string;
  readonly dimensions: number;
  /** texts × dimensions numbers, row by row, of length 1; all zeros where a text has no vector. */
  readonly vectors: Float32Array;
}
