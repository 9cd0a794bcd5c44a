import type {Reading} from "./table.ts";

/** A kind of file that the lake can read. */
export interface Format {
  /** As in `lake.files`: `csv`, `json` … */
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /**
   * The tables in a file. A file that must be refused gives problems and no tables.
   * Absent where the SQL engine reads the format by itself.
   */
  readonly read?: (
    bytes: Uint8Array,
    options: {readonly path: string}
  ) => Reading | Promise<Reading>;
}

/** How much of a file is looked at to know its format. */
export const HEAD_BYTES = 65_536;

/** The format of a file by its name and its first `HEAD_BYTES`, or all of them; null where no reader knows it. */
export type DetectFormat = (path: string, head: Uint8Array) => Format | null;
