/**
 * How a file is read. What is left out is guessed; a reading says in `details.parse` what it used, so that each guess
 * can be shown and changed.
 */
export interface ParseOptions {
  /** The format's name, where the file is not what it looks like. */
  readonly format?: string;
  /** The connector's name; null: none, though one would know the file. */
  readonly connector?: string | null;
  /** Of text: a label that `TextDecoder` knows. */
  readonly encoding?: string;
  /** Of delimited text: one or more characters. */
  readonly delimiter?: string;
  /** Of delimited text, "" where there is none. */
  readonly quote?: string;
  readonly escape?: string;
  readonly comment?: string;
  /** Lines (of a sheet, rows) before the header. */
  readonly skip?: number;
  /** Lines that name the columns: 0 where none does, several where names are put together from them. */
  readonly header?: number;
  /** Lines after the last row that are none. */
  readonly footer?: number;
  readonly decimal?: "." | ",";
  /** The mark between thousands, "" where there is none. */
  readonly thousands?: string;
  /** How days are written where numbers alone do not tell. */
  readonly dateOrder?: "dmy" | "mdy" | "ymd";
  /** Texts that stand for no value, beside the empty one. */
  readonly nulls?: readonly string[];
  /** Types of columns as DuckDB writes them, by name: they hold, and what does not fit is refused with its text. */
  readonly types?: Readonly<Record<string, string>>;
}
