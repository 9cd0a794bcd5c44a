import type {Column} from "./column.ts";
import type {Row} from "./query-result.ts";
import type {Step} from "./recipe.ts";

/** What one step changes. */
export interface StepEffect {
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly columnsAfter: readonly Column[];
  /** Rows of which a value changes, or that get a new one; null for steps that make other rows. */
  readonly changed: number | null;
  /** Values that the step cannot bring into the type that it asks for; their rows are refused. */
  readonly failed: number;
  /** Some of the changed rows, before and after; of a row that goes, what is after is empty. */
  readonly examples: readonly {readonly before: Row; readonly after: Row}[];
  readonly failure: string | null;
}

/** Values that may be one. */
export interface Cluster {
  /** Most frequent first. */
  readonly values: readonly ValueCount[];
  /** What the others would become: the most frequent value. */
  readonly into: string;
}

/** A value, and how many rows have it. */
export interface ValueCount {
  readonly value: string;
  readonly rows: number;
}

/** A step that rows would do well with, and why. */
export interface StepSuggestion {
  readonly step: Step;
  /** In a few words, for people: "white space around 3 values". */
  readonly reason: string;
}
