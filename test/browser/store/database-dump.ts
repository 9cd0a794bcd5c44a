/** A database as JSON: its layout and its records, so that what an older Lakebook wrote can be brought back. */
export interface DatabaseDump {
  /** IndexedDB's own number: Dexie's times ten. */
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

interface StoreDump {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
  readonly records: readonly unknown[];
}

/** Reads a database. Numbers in a `Float32Array` are told from a plain list. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const db = await opened(indexedDB.open(name));
  const names = [...db.objectStoreNames];
  const transaction = db.transaction(names, "readonly");
  const stores = await Promise.all(
    names.map(async (name): Promise<StoreDump> => {
      const store = transaction.objectStore(name);
      return {
        name,
        keyPath: store.keyPath,
        autoIncrement: store.autoIncrement,
        indexes: [...store.indexNames].map((index) => {
          const {name, keyPath, unique, multiEntry} = store.index(index);
          return {name, keyPath: keyPath, unique, multiEntry};
        }),
        records: (await opened(store.getAll())).map(pack)
      };
    })
  );
  const dump = {version: db.version, stores};
  db.close();
  return dump;
}

/** Writes a database as it was dumped; there must be none by that name. */
export async function loadDatabase(name: string, {version, stores}: DatabaseDump): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const {name, keyPath, autoIncrement, indexes, records} of stores) {
      const store = request.result.createObjectStore(name, {keyPath, autoIncrement});
      for (const {name, keyPath, ...options} of indexes) store.createIndex(name, keyPath, options);
      for (const record of records) store.put(unpack(record));
    }
  };
  (await opened(request)).close();
}

const NUMBERS = "$float32";

function pack(value: unknown): unknown {
  if (value instanceof Float32Array) return {[NUMBERS]: Array.from(value)};
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]));
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== "object" || value === null) return value;
  if (NUMBERS in value) return Float32Array.from(value[NUMBERS] as number[]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
}

function opened<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
