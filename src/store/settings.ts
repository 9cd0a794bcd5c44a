import type {Connection} from "./connection.ts";

/** Small things that pages remember, by key; anything that JSON can hold. They are no part of the history. */
export interface Settings {
  get<T>(key: string): Promise<T | undefined>;
  get<T>(key: string, fallback: T): Promise<T>;
  /** Keeps a value; `undefined` forgets it. */
  set(key: string, value: unknown): Promise<void>;
}

export function createSettings(connection: Connection): Settings {
  return {
    async get<T>(key: string, fallback?: T): Promise<T | undefined> {
      const setting = await connection.run((db) => db.settings.get(key));
      return setting ? (setting.value as T) : fallback;
    },

    async set(key, value) {
      await connection.run<unknown>((db) =>
        value === undefined ? db.settings.delete(key) : db.settings.put({key, value})
      );
    }
  };
}
