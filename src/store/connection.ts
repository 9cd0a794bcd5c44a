import {UnavailableError} from "../lib/errors.ts";
import {DATABASE_VERSION, Database} from "./database.ts";
import {toLostError, toOpenError, toStoreError} from "./faults.ts";

export interface ConnectionOptions {
  readonly name: string;
  readonly indexedDB?: IDBFactory | undefined;
  /** Called once when the connection is lost: another tab upgrades or deletes the database, or the browser does. */
  readonly onLost?: ((reason: string) => void) | undefined;
}

/**
 * An open database whose failures are words for people. The parts of the store reach the database through `run`,
 * so that each failure is named once and in one place.
 */
export class Connection {
  readonly db: Database;
  #lost: string | undefined;

  constructor(db: Database) {
    this.db = db;
  }

  /** Why the connection was lost; undefined while it is there. */
  get lost(): string | undefined {
    return this.#lost;
  }

  /** What `work` gives; what it throws becomes what it means (see `toStoreError`). */
  async run<T>(work: (db: Database) => PromiseLike<T>): Promise<T> {
    if (this.#lost !== undefined) throw toLostError(this.#lost);
    try {
      return await work(this.db);
    } catch (error) {
      throw toStoreError(error, this.#lost);
    }
  }

  lose(reason: string): void {
    this.#lost ??= reason;
  }

  close(): void {
    this.lose("it was closed by this page");
    this.db.close();
  }
}

/**
 * Opens the database, making it where there is none. Throws `UnavailableError` where the browser refuses, and
 * where a newer Lakebook has written it: older code would not know what it breaks.
 */
export async function openConnection({
  name,
  indexedDB: factory,
  onLost
}: ConnectionOptions): Promise<Connection> {
  const idb = factory ?? (globalThis as {indexedDB?: IDBFactory}).indexedDB;
  try {
    if (!idb) throw new Error("this browser has no IndexedDB");
    const version = await readVersion(idb, name);
    if (version > DATABASE_VERSION) {
      throw new UnavailableError(
        `storage is of a newer Lakebook: "${name}" has layout ${version}, this page knows ${DATABASE_VERSION}; reload to get the newer page (nothing was changed)`
      );
    }
    const db = new Database(name, factory && {indexedDB: factory, IDBKeyRange});
    const connection = new Connection(db);
    const lose = (reason: string): void => {
      if (connection.lost !== undefined) return;
      connection.lose(reason);
      onLost?.(reason);
    };
    db.on("versionchange", ({newVersion}) => {
      lose(
        newVersion
          ? "a newer Lakebook in another tab upgraded it"
          : "it was deleted in another tab or by the browser"
      );
      db.close();
      return false; // stops Dexie's own listener, which would talk to the console
    });
    db.on("close", () => lose("the browser closed it (site data was cleared, or the disk failed)"));
    await db.open();
    return connection;
  } catch (error) {
    throw toOpenError(error);
  }
}

/**
 * The layout that is there, 0 where there is none. Asked before Dexie opens, since Dexie opens a newer database
 * all the same and adds to it what it misses.
 */
function readVersion(idb: IDBFactory, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = idb.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction!.abort();
    };
    request.onsuccess = () => {
      const {version} = request.result;
      request.result.close();
      resolve(Math.floor(version / DEXIE_VERSION_FACTOR));
    };
    request.onerror = () => (isMissing ? resolve(0) : reject(request.error!));
  });
}

/** Dexie's version 1 is IndexedDB's 10. */
const DEXIE_VERSION_FACTOR = 10;
