import type {BrowserLake} from "../../lake/wasm-lake.ts";
import {InputError} from "../../lib/errors.ts";
import type {RawTable} from "../../model/batch.ts";
import {toRecipe} from "../../recipes/to-recipe.ts";
import type {FileRow} from "../../store/batches.ts";
import {createKeptBytes} from "../../store/kept-bytes.ts";
import {readStorageState, requestPersistence} from "../../store/storage.ts";
import type {StorageState} from "../../store/storage.ts";
import type {Store} from "../../store/store.ts";
import {compareFiles} from "./compare.ts";
import type {ImportContext} from "./context.ts";
import {withImportLock} from "./context.ts";
import type {Imports} from "./imports.ts";
import {findAccess, requestAccess} from "./kept-files.ts";
import {RawRelations} from "./raw-relations.ts";
import {RawTables} from "./raw-tables.ts";
import {FileTablesReader} from "./reader.ts";
import {planRollback} from "./rollback.ts";
import {openSession} from "./session.ts";

export interface ImportsOptions {
  readonly lake: BrowserLake;
  readonly store: Store;
  /** URL of the bundled `read-worker.ts`. */
  readonly workerUrl: string;
  /** Where files are kept in the browser's own file system. */
  readonly folder?: readonly string[];
  /** What the browser says of its room, and how it is asked not to clear it. */
  readonly storage?: () => Promise<StorageState>;
  readonly persist?: () => Promise<unknown>;
}

/** Imports, and what the workspace needs of them besides. */
export interface ImportEngine {
  readonly imports: Imports;
  /** Brings `raw.*` in step for a query that is about to run, as far as it may mean it. */
  sync(sql: string): Promise<void>;
  close(): void;
}

/** What is kept below the folder of the default store lies apart from that of others. */
export function toFilesFolder(store: Store): readonly string[] {
  return ["lakebook", "files", ...(store.name === "lakebook" ? [] : [store.name])];
}

export function createImports({
  lake,
  store,
  workerUrl,
  folder = toFilesFolder(store),
  storage = readStorageState,
  persist = requestPersistence
}: ImportsOptions): ImportEngine {
  const bytes = createKeptBytes(folder);
  const reader = new FileTablesReader(lake, workerUrl);
  const tables = new RawTables({lake, store, bytes, reader});
  const relations = new RawRelations(lake, store, tables);
  const context: ImportContext = {lake, store, bytes, folder, reader, tables, storage, persist};
  const {batches, recipes} = store;
  let swept: Promise<void> | undefined;

  const fileOf = async (target: string): Promise<FileRow> => {
    const table = (await batches.inPlace()).find((table) => table.target === target);
    const file = table && (await batches.file(table.file.sha256));
    if (!file) throw new InputError(`table is not asked in place: ${target}`);
    return file;
  };
  const mark = async (id: string, rolledBack: number | null): Promise<void> => {
    await batches.mark(id, rolledBack);
    await tables.bring((await batches.get(id)).target);
  };

  const imports: Imports = {
    open: async (files, options) => {
      await (swept ??= sweep(context));
      return openSession(context, files, options);
    },

    batches: async () => (await batches.list()).reverse(),
    planRollback: (id, options) => planRollback(context, id, options),
    rollback: async (id, options) => {
      const rollback = await planRollback(context, id, options);
      await withImportLock(context, () => mark(id, Date.now()));
      return rollback;
    },
    restore: (id) => withImportLock(context, () => mark(id, null)),
    rejects: async (id) => [...(await batches.rejects(id))],

    tables: (): Promise<RawTable[]> => tables.list(),
    inPlace: () => batches.inPlace(),
    access: async (target) => findAccess(await fileOf(target)),
    requestAccess: async (target) => requestAccess(await fileOf(target)),
    removeInPlace: async (target) => {
      await batches.removeInPlace(target);
      await tables.bring(target);
    },

    files: () => batches.files(),
    removeFile: (sha256) =>
      withImportLock(context, async () => {
        await batches.removeFile(sha256);
        await bytes.remove(sha256);
      }),

    recipes: () => recipes.list(),
    saveRecipe: async (value) => {
      const recipe = toRecipe(value);
      await recipes.put(recipe);
      return recipe;
    },
    removeRecipe: (id) => recipes.remove(id),

    compare: (before, after, options) => compareFiles(context, before, after, options),

    onChange: (listener) => {
      let isFirst = true;
      return store
        .live(async () => [
          await batches.list(),
          await batches.files(),
          await batches.inPlace(),
          await recipes.list()
        ])
        .subscribe(
          () => {
            if (!isFirst) listener();
            isFirst = false;
          },
          () => listener()
        );
    }
  };

  return {
    imports,
    sync: (sql) => relations.sync(sql),
    close: () => reader.close()
  };
}

/** Clears away bytes that no file names: what a tab that was killed in the middle of an import left. */
async function sweep(context: ImportContext): Promise<void> {
  await withImportLock(context, async () => {
    const files = await context.store.batches.files();
    await context.bytes.sweep(new Set(files.map(({sha256}) => sha256)));
  });
}
