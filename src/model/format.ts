import type {ByteSource} from "./bytes.ts";
import type {PlanDelimited} from "./delimited.ts";
import type {ParseOptions} from "./parse-options.ts";
import type {Reading, ReadingNotes, TableSink} from "./table.ts";

export interface ReadContext {
  /** The path in the lake, for problems. */
  readonly path: string;
  readonly parse?: ParseOptions;
  readonly signal?: AbortSignal;
}

/** A kind of file that the lake can read. One of `read`, `stream` and `expand`; none where the SQL engine reads it by itself. */
export interface Format {
  /** As in `lake.files`: `csv`, `json` … */
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /** The tables in a file. A file that must be refused gives problems and no tables. */
  readonly read?: (bytes: Uint8Array, context: ReadContext) => Reading | Promise<Reading>;
  /** For files that may be larger than memory: hands rows over while it reads, some thousands at a time. */
  readonly stream?: (
    source: ByteSource,
    sink: TableSink,
    context: ReadContext
  ) => Promise<ReadingNotes>;
  /** Of delimited text: how the SQL engine reads what is too large for `read`, by its beginning. */
  readonly plan?: PlanDelimited;
  /** For archives: the files inside, each a file of the lake in its own right. */
  readonly expand?: (source: ByteSource, context: ReadContext) => Promise<Expansion>;
}

/** What an archive holds. */
export interface Expansion {
  /** In the order of the archive. Their paths are those in the lake: the archive's, a slash, their own. */
  readonly members: readonly ByteSource[];
  /** What was left out, and why: what is too large, encrypted, or of a path that leads elsewhere. */
  readonly problems: ReadingNotes["problems"];
}

/** A table that a connector gives. */
export interface ConnectorTable {
  /** The table's name in the lake: the rows of all files of this kind stand in it. */
  readonly name: string;
  /** What one row is, in a sentence. */
  readonly what: string;
  readonly key: readonly string[];
}

/**
 * A known export: recognised by its content, and turned into tables with the field's usual names, times in UTC beside
 * their original offset, and a natural key. It reads as a format does, in the place of the generic one.
 */
export interface Connector extends Format {
  /** For people: "SMS Backup & Restore". */
  readonly label: string;
  /** Names of the formats whose files it looks at. */
  readonly formats: readonly string[];
  /** Of two connectors that tell of the same row, the one with the greater number is believed; 0 where it is left out. */
  readonly precedence?: number;
  /** Whether this is such a file. Never by its name alone. */
  readonly recognise: (sample: FileSample) => boolean;
  readonly tables: readonly ConnectorTable[];
  /** How to get the export, in Markdown. */
  readonly help: string;
}

/** What is looked at to know a file. */
export interface FileSample {
  readonly path: string;
  /** The first `HEAD_BYTES`, or all. */
  readonly head: Uint8Array;
  /** The same as text, without a line that is cut at the end; "" where the file is no text. */
  readonly text: string;
  /** Whether `head` is all. */
  readonly isWhole: boolean;
}

/** How much of a file is looked at to know its format. */
export const HEAD_BYTES = 65_536;
/** Files in files, as archives in archives, are opened so deep. */
export const MAX_NESTING = 3;

/** What a file is: its format, null where no reader knows it, and the connector that reads it in the format's place. */
export interface Detected {
  readonly format: Format | null;
  readonly connector: Connector | null;
}

/** What a file is by its name and its first `HEAD_BYTES`, or all of them. */
export type Detect = (path: string, head: Uint8Array, parse?: ParseOptions) => Detected;
