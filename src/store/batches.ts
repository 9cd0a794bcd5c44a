import {InputError} from "../lib/errors.ts";
import type {Batch, InPlaceTable} from "../model/batch.ts";
import type {Reject} from "../model/table.ts";
import type {Connection} from "./connection.ts";
import type {Database, FileRow, RawTableRow} from "./database.ts";

export type {FileRow, RawTableRow};

/** What one import writes, all of it or nothing. */
export interface ImportWrite {
  readonly files: readonly FileRow[];
  readonly batches: readonly {readonly batch: Batch; readonly rejects: readonly Reject[]}[];
  readonly inPlace: readonly InPlaceTable[];
}

/** What came in: files, batches, and tables that are asked in place. */
export interface Batches {
  /** By path. */
  files(): Promise<FileRow[]>;
  file(sha256: string): Promise<FileRow | undefined>;
  /** Throws `InputError` where batches or tables need it, and names them. */
  removeFile(sha256: string): Promise<void>;
  /** In the order in which they came. */
  list(): Promise<Batch[]>;
  /** Throws `InputError` where there is none. */
  get(id: string): Promise<Batch>;
  rejects(batch: string): Promise<readonly Reject[]>;
  inPlace(): Promise<InPlaceTable[]>;
  removeInPlace(target: string): Promise<void>;
  write(write: ImportWrite): Promise<void>;
  /** Says when a batch was rolled back, or null: it counts again. */
  mark(id: string, rolledBack: number | null): Promise<void>;
  /** What was last learned of the tables, by name. */
  tables(): Promise<Map<string, RawTableRow>>;
  putTable(table: RawTableRow): Promise<void>;
}

export function createBatches(connection: Connection): Batches {
  return {
    async files() {
      const files = await connection.run((db) => db.files.toArray());
      return files.sort((a, b) => a.path.localeCompare(b.path));
    },

    file: (sha256) => connection.run((db) => db.files.get(sha256)),

    removeFile: (sha256) =>
      connection.run((db) =>
        db.transaction("rw", db.files, db.batches, db.inPlace, async () => {
          await refuseUsedFile(db, sha256);
          await db.files.delete(sha256);
        })
      ),

    list: () => connection.run((db) => db.batches.orderBy(":id").toArray()),

    get: (id) => connection.run((db) => getBatch(db, id)),

    async rejects(batch) {
      const row = await connection.run((db) => db.rejects.get(batch));
      return row?.rejects ?? [];
    },

    inPlace: () => connection.run((db) => db.inPlace.toArray()),
    removeInPlace: (target) => connection.run((db) => db.inPlace.delete(target)),

    write: ({files, batches, inPlace}) =>
      connection.run((db) =>
        db.transaction("rw", db.files, db.batches, db.rejects, db.inPlace, async () => {
          await db.files.bulkPut(files);
          await db.batches.bulkAdd(batches.map(({batch}) => batch));
          await db.rejects.bulkAdd(batches.map(({batch, rejects}) => ({batch: batch.id, rejects})));
          await db.inPlace.bulkPut(inPlace);
        })
      ),

    mark: (id, rolledBack) =>
      connection.run((db) =>
        db.transaction("rw", db.batches, async () => {
          await db.batches.put({...(await getBatch(db, id)), rolledBack});
        })
      ),

    async tables() {
      const tables = await connection.run((db) => db.rawTables.toArray());
      return new Map(tables.map((table) => [table.name, table]));
    },

    putTable: (table) => connection.run(async (db) => void (await db.rawTables.put(table)))
  };
}

async function getBatch(db: Database, id: string): Promise<Batch> {
  const batch = await db.batches.get(id);
  if (!batch) throw new InputError(`batch not found: ${id}`);
  return batch;
}

async function refuseUsedFile(db: Database, sha256: string): Promise<void> {
  const isOf = ({file}: {file: {sha256: string}}): boolean => file.sha256 === sha256;
  const batches = await db.batches.filter(isOf).toArray();
  const tables = await db.inPlace.filter(isOf).toArray();
  const users = [
    ...batches.map(({target, at}) => `the batch of ${new Date(at).toISOString()} in ${target}`),
    ...tables.map(({target}) => `the table ${target}`)
  ];
  const path = batches[0]?.file.path ?? tables[0]?.file.path ?? sha256;
  if (users.length > 0) throw new InputError(`file is in use: ${path}, by ${users.join(", ")}`);
}
