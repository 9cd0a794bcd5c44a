import type {ParseOptions} from "./parse-options.ts";

/** Which files a recipe is for. What is left out does not matter. */
export interface RecipeMatch {
  readonly format?: string;
  readonly connector?: string | null;
  /** The table inside of the file: a sheet, an element, a key. */
  readonly table?: string;
  /** Columns that the table must have as the file names them, in any order. */
  readonly columns?: readonly string[];
  /**
   * The path, with `*` for anything but a slash and `**` for anything; without a slash it is the file's name, in
   * whatever folder. Case does not matter.
   */
  readonly path?: string;
}

/**
 * One cleaning step. With `off` it is kept and not applied. Columns are named as they are called at that point; case does
 * not tell them apart, as in SQL. New columns stand where those stood that they are made of.
 */
export type Step = {readonly off?: boolean; readonly note?: string} & (
  | {readonly kind: "rename"; readonly columns: Readonly<Record<string, string>>}
  | {readonly kind: "select"; readonly columns: readonly string[]}
  | {readonly kind: "drop"; readonly columns: readonly string[]}
  /**
   * `format` is DuckDB's `strptime` format, for days and moments (and `strftime`'s, where they become text). `decimal`
   * and `thousands` are the marks in numbers that are written as text. A row with a value that does not fit is refused.
   */
  | {
      readonly kind: "retype";
      readonly column: string;
      readonly type: string;
      readonly format?: string;
      readonly decimal?: "." | ",";
      readonly thousands?: string;
    }
  /** What is left after the last but one of `into` goes to the last. With `keep` the column stays, before the new ones. */
  | {
      readonly kind: "split";
      readonly column: string;
      readonly by: string;
      readonly isRegex?: boolean;
      readonly into: readonly string[];
      readonly keep?: boolean;
    }
  /** Texts side by side; what has no value leaves no separator. With `keep` the columns stay. */
  | {
      readonly kind: "merge";
      readonly columns: readonly string[];
      readonly into: string;
      readonly separator: string;
      readonly keep?: boolean;
    }
  /** White space at the ends goes, and a text of nothing else is no value. With `collapse` inner runs become one space. */
  | {readonly kind: "trim"; readonly columns: readonly string[]; readonly collapse?: boolean}
  /** All places where `find` stands. In `with` of a regex (RE2), `\1` is the first group. */
  | {
      readonly kind: "replace";
      readonly column: string;
      readonly find: string;
      readonly with: string;
      readonly isRegex?: boolean;
    }
  /** Where there is no value, or an empty text: `with` a value, or the last value above where it is "previous". */
  | {
      readonly kind: "fill";
      readonly columns: readonly string[];
      readonly with: "previous" | {readonly value: string};
    }
  /** Values by their text; null stands for no value. What is not named stays. */
  | {
      readonly kind: "map";
      readonly column: string;
      readonly values: Readonly<Record<string, string | null>>;
    }
  /** As `map`; where the values come from: similar ones that are merged. */
  | {
      readonly kind: "cluster";
      readonly column: string;
      readonly method: ClusterMethod;
      readonly values: Readonly<Record<string, string>>;
    }
  /** One row for each combination of values in the other columns, in the order of their first rows. */
  | {
      readonly kind: "pivot";
      readonly names: string;
      readonly values: string;
      readonly aggregate: "first" | "sum" | "count" | "min" | "max" | "avg";
      /** The values of `names` that become columns. */
      readonly columns: readonly string[];
    }
  /** One row for each of `columns` that has a value: its name, and the value. */
  | {
      readonly kind: "unpivot";
      readonly columns: readonly string[];
      readonly name: string;
      readonly value: string;
    }
  /** A new column at the end, or one in the place of another by that name, by an SQL expression over the row. */
  | {readonly kind: "derive"; readonly column: string; readonly expression: string}
  /** Keeps rows for which an SQL expression is true. */
  | {readonly kind: "filter"; readonly expression: string}
  /** Of rows alike in `columns` (in all, where none is named) keeps one. */
  | {
      readonly kind: "distinct";
      readonly columns: readonly string[];
      readonly keep: "first" | "last";
    }
);

export type StepKind = Step["kind"];

/** How values are found alike. */
export type ClusterMethod = "fingerprint" | "ngram" | "phonetic" | "nearest";

/** How one kind of file becomes rows of one table: a small JSON document. */
export interface Recipe {
  /** The version of this form. */
  readonly recipe: 1;
  readonly id: string;
  readonly name: string;
  readonly match: RecipeMatch;
  readonly parse: ParseOptions;
  readonly steps: readonly Step[];
  /** The table that the rows go to. */
  readonly target: string;
  /** Columns that name a row, as they are called after the steps; none: a row is told by all of its values. */
  readonly key: readonly string[];
}

/** The end of a recipe file's name. */
export const RECIPE_EXTENSION = ".recipe.json";
