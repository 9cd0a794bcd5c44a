import {liveQuery} from "dexie";
import type {Connection} from "./connection.ts";
import {toStoreError} from "./faults.ts";

/** A value that follows the database. */
export interface Live<T> {
  /** Calls `next` with the value now and after each change to what it was made of; gives what stops that. */
  subscribe(next: (value: T) => void, error?: (error: unknown) => void): () => void;
}

/**
 * What `querier` gives, again whenever something that it read is changed, in this tab or another. The querier reads
 * from the store only and awaits nothing else, or what it reads afterwards is not followed.
 */
export function createLive<T>(connection: Connection, querier: () => T | Promise<T>): Live<T> {
  return {
    subscribe(next, error) {
      // Dexie follows a querier beyond its first await only where it is an async function by itself
      const subscription = liveQuery(async () => querier()).subscribe(next, (thrown: unknown) =>
        error?.(toStoreError(thrown, connection.lost))
      );
      return () => subscription.unsubscribe();
    }
  };
}
