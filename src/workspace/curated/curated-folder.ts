import {UnavailableError} from "../../lib/errors.ts";
import {toBlobSource} from "../../model/bytes.ts";
import type {Loaded} from "../../store/archive-options.ts";
import {OWN_SETTINGS} from "../../store/archive-tables.ts";
import type {Store} from "../../store/store.ts";
import {checkThere, toHandleFolder} from "./handle-folder.ts";
import {CURATED_FOLDERS, toStem} from "./layout.ts";
import {readCurated} from "./read-curated.ts";
import {readRecords, toRowSource} from "./store-records.ts";
import type {WrittenFiles} from "./write-curated.ts";
import {writeCurated} from "./write-curated.ts";

const FOLDER_SETTING = `${OWN_SETTINGS}folder`;

/** A folder on this machine that holds what is curated as text, for git and for other tools: `workspace.folder`. */
export interface CuratedFolder {
  /** The folder that was last used; undefined where there is none. */
  current(): Promise<FileSystemDirectoryHandle | undefined>;
  /** Writes what differs, and remembers the folder. Asks for leave to write, so only in answer to a click. */
  save(folder: FileSystemDirectoryHandle): Promise<WrittenFiles>;
  /** What `load` would do. */
  plan(folder: FileSystemDirectoryHandle): Promise<Loaded>;
  /** Brings in what the folder has: of two versions the one that was changed later, all of it or nothing. */
  load(folder: FileSystemDirectoryHandle): Promise<Loaded>;
}

export function createCuratedFolder(store: Store): CuratedFolder {
  const read = async (handle: FileSystemDirectoryHandle) => {
    await allow(handle, "read");
    await checkThere(handle);
    await store.settings.set(FOLDER_SETTING, handle);
    const folder = toHandleFolder(handle);
    return {folder, source: toRowSource(await readCurated(folder))};
  };

  return {
    current: () => store.settings.get<FileSystemDirectoryHandle>(FOLDER_SETTING),

    async save(handle) {
      await allow(handle, "readwrite");
      await checkThere(handle);
      await store.settings.set(FOLDER_SETTING, handle);
      const folder = toHandleFolder(handle);
      for (const {sha256} of await store.attachments.list()) {
        const path = `${CURATED_FOLDERS.attachments}/${sha256}`;
        const file = await store.attachments.get(sha256);
        if (file && !(await folder.open(path)))
          await folder.write(path, toBlobSource(path, file).stream());
      }
      return writeCurated(folder, await readRecords(store));
    },

    async plan(handle) {
      const {source} = await read(handle);
      return store.archive.plan(source, {mode: "merge"});
    },

    async load(handle) {
      const {folder, source} = await read(handle);
      for (const path of await folder.list(CURATED_FOLDERS.attachments)) {
        const bytes = await folder.open(path);
        if (!bytes || (await store.attachments.get(toStem(path)))) continue;
        await store.attachments.put(
          new File([await bytes.slice(0, bytes.size)] as BlobPart[], toStem(path))
        );
      }
      return store.archive.load(source, {mode: "merge"});
    }
  };
}

/** What Chromium has and TypeScript does not know. */
interface AskedHandle {
  queryPermission?(options: {mode: "read" | "readwrite"}): Promise<PermissionState>;
  requestPermission?(options: {mode: "read" | "readwrite"}): Promise<PermissionState>;
}

async function allow(handle: FileSystemDirectoryHandle, mode: "read" | "readwrite"): Promise<void> {
  const asked = handle as FileSystemDirectoryHandle & AskedHandle;
  if ((await asked.queryPermission?.({mode})) === "granted") return;
  const answer = await asked.requestPermission?.({mode});
  if (answer !== undefined && answer !== "granted")
    throw new UnavailableError(
      `folder was not allowed: ${handle.name}; allow it, or choose another`
    );
}
