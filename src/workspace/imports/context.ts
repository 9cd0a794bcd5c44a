import type {BrowserLake} from "../../lake/wasm-lake.ts";
import type {KeptBytes} from "../../store/kept-bytes.ts";
import type {StorageState} from "../../store/storage.ts";
import type {Store} from "../../store/store.ts";
import type {RawTables} from "./raw-tables.ts";
import type {FileTablesReader} from "./reader.ts";

/** All that imports work with. */
export interface ImportContext {
  readonly lake: BrowserLake;
  readonly store: Store;
  readonly bytes: KeptBytes;
  /** Where the bytes lie in the browser's own file system. */
  readonly folder: readonly string[];
  readonly reader: FileTablesReader;
  readonly tables: RawTables;
  /** What the browser says of the room for what is kept, and how it is asked not to clear it. */
  readonly storage: () => Promise<StorageState>;
  readonly persist: () => Promise<unknown>;
}

/** Held while files and batches are written or cleared away, so that no tab takes away what another is about to name. */
export async function withImportLock<T>(
  {store}: ImportContext,
  work: () => Promise<T>
): Promise<T> {
  return navigator.locks.request(`lakebook imports: ${store.name}`, work);
}
