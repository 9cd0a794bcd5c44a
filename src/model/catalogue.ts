import type {Problem} from "./problem.ts";
import type {Reject} from "./table.ts";

/** A raw file of the lake, as in `lake.files`. */
export interface LakeFile {
  /** The path below the raw folder, with forward slashes. */
  readonly path: string;
  /** Such as `csv`, `json`, `parquet`; null where no reader knows the file. */
  readonly format: string | null;
  /** The connector that knew this kind of export; null where none did. */
  readonly connector: string | null;
  readonly bytes: number;
  readonly sha256: string;
  /** When the file was last changed, and when it was compiled into the lake. */
  readonly modified: Date;
  readonly compiled: Date;
  /** What was learned of it while reading: encoding, dialect, sheet names … as JSON text. */
  readonly details: string;
}

/** A table's part that came from one file, as in `lake.parts`: rows `firstRow` to `firstRow + rows - 1` of the table. */
export interface LakePart {
  readonly table: string;
  readonly file: string;
  readonly sha256: string;
  readonly firstRow: number;
  readonly rows: number;
}

/** A lake table, as in `lake.tables`. */
export interface LakeTable {
  readonly name: string;
  readonly files: number;
  readonly rows: number;
  readonly columns: number;
  /** The bytes of its raw files. */
  readonly bytes: number;
  readonly format: string;
  readonly connector: string | null;
  /** Columns that name a row: of rows with the same key the last file's stands here; empty where rows are only told by their place. */
  readonly key: readonly string[];
}

/** A column of a lake table, as in `lake.columns`. */
export interface LakeColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly position: number;
}

/** A row that was refused, as in `lake.rejects`. */
export interface LakeReject extends Reject {
  readonly file: string;
}

/** Everything that a compiled lake says of itself. */
export interface Catalogue {
  readonly files: readonly LakeFile[];
  readonly tables: readonly LakeTable[];
  readonly parts: readonly LakePart[];
  readonly columns: readonly LakeColumn[];
  readonly problems: readonly Problem[];
  readonly rejects: readonly LakeReject[];
}

/** Names in the lake's own schema that no user's table may take. */
export const CATALOGUE_TABLES = [
  "files",
  "tables",
  "parts",
  "columns",
  "problems",
  "rejects"
] as const;

export const EMPTY_CATALOGUE: Catalogue = {
  files: [],
  tables: [],
  parts: [],
  columns: [],
  problems: [],
  rejects: []
};
