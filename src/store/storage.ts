/** What the browser says about the room that this site has. */
export interface StorageState {
  /** Whether the browser has promised not to clear it by itself when the disk fills up. */
  readonly persisted: boolean;
  /** Bytes used and allowed, as the browser estimates them; null where it does not say. */
  readonly usage: number | null;
  readonly quota: number | null;
}

/** The state of storage. Where the browser does not say (an old one, a page that is not secure), nothing is promised. */
export async function readStorageState(
  storage: StorageManager | undefined = findStorage()
): Promise<StorageState> {
  const {usage = null, quota = null} = (await storage?.estimate?.()) ?? {};
  return {persisted: (await storage?.persisted?.()) ?? false, usage, quota};
}

/** Asks the browser not to clear this site's data by itself; some ask the user, some decide. */
export async function requestPersistence(
  storage: StorageManager | undefined = findStorage()
): Promise<StorageState> {
  await storage?.persist?.();
  return readStorageState(storage);
}

function findStorage(): StorageManager | undefined {
  return typeof navigator === "undefined" ? undefined : navigator.storage;
}
