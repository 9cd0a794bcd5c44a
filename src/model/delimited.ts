import type {Column} from "./column.ts";
import type {ParseOptions} from "./parse-options.ts";

/** How the fields of a delimited text are told apart. */
export interface Dialect {
  /** One or more characters. */
  readonly delimiter: string;
  /** "" where there is none. */
  readonly quote: string;
  /** What stands before a quote inside of quotes; the quote itself where it is doubled. */
  readonly escape: string;
  /** What begins a line that is no row; "" where nothing does. */
  readonly comment: string;
}

/** The marks in a column's numbers. */
export interface NumberMarks {
  readonly decimal: "." | ",";
  /** What stands between thousands; "" where nothing does. */
  readonly thousands: string;
}

/** A column as a plan has it: its type is the one that it becomes. */
export interface PlannedColumn extends Column {
  /** How its dates are written, as `strptime` has it; absent where they are as ISO 8601 has it. */
  readonly dateFormats?: readonly string[];
  /** Absent where its numbers are plain. */
  readonly marks?: NumberMarks;
  /** True where no row that was seen has a value. */
  readonly isEmpty?: boolean;
}

/** How a delimited text is to be read: everything is said, so that nothing has to be detected again. */
export interface DelimitedPlan {
  readonly dialect: Dialect;
  /** Lines before the header. */
  readonly skip: number;
  /** Lines that name the columns. */
  readonly header: number;
  readonly columns: readonly PlannedColumn[];
  readonly nulls: readonly string[];
  /** Whether a SQL engine reads it as it stands: one table, regular rows, one header line at most. */
  readonly isRegular: boolean;
  /** The same as options: reading with these gives this plan. */
  readonly parse: ParseOptions;
  /** What was noticed, without the file. */
  readonly notes: readonly {readonly where: string; readonly what: string}[];
}

/** Makes a plan from the beginning of a text. Undefined where there is nothing in it. */
export type PlanDelimited = (
  head: string,
  options: {
    /** Whether the beginning is all. */
    readonly isWhole: boolean;
    /** Pieces from farther down, whole lines but for the first and the last. */
    readonly more?: readonly string[];
    readonly parse?: ParseOptions;
  }
) => DelimitedPlan | undefined;
