import type {ParseOptions} from "../../model/parse-options.ts";
import type {ColumnProfile} from "./column-profile.ts";
import type {RowDialect} from "./repair-row.ts";
import type {Row} from "./rows.ts";

/** A table in a text: its rows, and what stands around them. */
export interface Region {
  /** How many columns it has. */
  readonly width: number;
  /** Lines before the header that belong to it: a title, a source. */
  readonly preamble: readonly Row[];
  /** The names of the columns, line by line; none where it has no header. */
  readonly names: readonly (readonly string[])[];
  /** The line that the header begins with, or the rows where there is none; counted from 1. */
  readonly firstLine: number;
  readonly body: readonly Row[];
  readonly footer: readonly Row[];
  readonly profiles: readonly ColumnProfile[];
}

/** What the tables of a text are found by. */
export interface RegionContext {
  readonly text: string;
  readonly dialect: RowDialect;
  readonly parse: ParseOptions;
}
