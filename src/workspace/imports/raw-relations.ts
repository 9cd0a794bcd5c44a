import type {Lake} from "../../lake/lake.ts";
import type {Batch} from "../../model/batch.ts";
import type {DataColumn, DataTable, DataType} from "../../model/table.ts";
import type {Reject} from "../../model/table.ts";
import type {FileRow} from "../../store/batches.ts";
import type {Store} from "../../store/store.ts";
import type {RawTables} from "./raw-tables.ts";

/** What asks which relations there are. */
const CATALOGUE_WORDS = ["show", "describe", "pragma", "information_schema", "duckdb_"];

interface ShownColumn<T> {
  readonly name: string;
  readonly type: DataType;
  readonly get: (record: T) => DataColumn["values"][number];
}

const FILE_COLUMNS: readonly ShownColumn<FileRow>[] = [
  {name: "path", type: "VARCHAR", get: ({path}) => path},
  {name: "sha256", type: "VARCHAR", get: ({sha256}) => sha256},
  {name: "bytes", type: "BIGINT", get: ({bytes}) => bytes},
  {name: "modified", type: "TIMESTAMP", get: ({modified}) => new Date(modified)},
  {name: "added", type: "TIMESTAMP", get: ({added}) => new Date(added)},
  {name: "kept", type: "VARCHAR", get: ({kept}) => kept}
];

const BATCH_COLUMNS: readonly ShownColumn<Batch>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "at", type: "TIMESTAMP", get: ({at}) => new Date(at)},
  {name: "target", type: "VARCHAR", get: ({target}) => target},
  {name: "file", type: "VARCHAR", get: ({file}) => file.path},
  {name: "sha256", type: "VARCHAR", get: ({file}) => file.sha256},
  {name: "inner_table", type: "VARCHAR", get: ({inner}) => inner},
  {name: "recipe", type: "VARCHAR", get: ({recipe}) => recipe.name},
  {name: "added", type: "BIGINT", get: ({counts}) => counts.added},
  {name: "changed", type: "BIGINT", get: ({counts}) => counts.changed},
  {name: "unchanged", type: "BIGINT", get: ({counts}) => counts.unchanged},
  {name: "refused", type: "BIGINT", get: ({counts}) => counts.refused},
  {
    name: "rolled_back",
    type: "TIMESTAMP",
    get: ({rolledBack}) => (rolledBack === null ? null : new Date(rolledBack))
  }
];

const REJECT_COLUMNS: readonly ShownColumn<Reject & {batch: Batch}>[] = [
  {name: "batch", type: "VARCHAR", get: ({batch}) => batch.id},
  {name: "target", type: "VARCHAR", get: ({batch}) => batch.target},
  {name: "file", type: "VARCHAR", get: ({batch}) => batch.file.path},
  {name: "place", type: "VARCHAR", get: ({where}) => where},
  {name: "row_text", type: "VARCHAR", get: ({text}) => text},
  {name: "what", type: "VARCHAR", get: ({what}) => what}
];

/** `raw.files`, `raw.batches` and `raw.rejects` beside the tables themselves, as SQL sees them. */
export class RawRelations {
  readonly #lake: Lake;
  readonly #store: Store;
  readonly #tables: RawTables;
  /** What is shown, and in which engine. */
  #shown = "";

  constructor(lake: Lake, store: Store, tables: RawTables) {
    this.#lake = lake;
    this.#store = store;
    this.#tables = tables;
  }

  /** Brings in step what a query may mean: tables that it names; the others, still empty, where it asks what there is. */
  async sync(sql: string): Promise<void> {
    const text = sql.toLowerCase();
    const isCatalogue = CATALOGUE_WORDS.some((word) => text.includes(word));
    if (isCatalogue) await this.#tables.place();
    await this.#tables.bringNamed(sql);
    if (isCatalogue || text.includes("raw")) await this.#show();
  }

  async #show(): Promise<void> {
    const {batches} = this.#store;
    const files = await batches.files();
    const list = await batches.list();
    const shown = JSON.stringify([
      this.#lake.generation,
      files.map(({sha256}) => sha256),
      list.map(({id, rolledBack}) => [id, rolledBack])
    ]);
    if (shown === this.#shown) return;
    const rejects = await Promise.all(
      list.map(async (batch) =>
        (await batches.rejects(batch.id)).map((reject) => ({...reject, batch}))
      )
    );
    await this.#lake.insert({schema: "raw", name: "files"}, toTable(FILE_COLUMNS, files));
    await this.#lake.insert({schema: "raw", name: "batches"}, toTable(BATCH_COLUMNS, list));
    await this.#lake.insert(
      {schema: "raw", name: "rejects"},
      toTable(REJECT_COLUMNS, rejects.flat())
    );
    this.#shown = shown;
  }
}

function toTable<T>(columns: readonly ShownColumn<T>[], records: readonly T[]): DataTable {
  return {
    name: "",
    columns: columns.map(({name, type, get}) => ({name, type, values: records.map(get)}))
  };
}
