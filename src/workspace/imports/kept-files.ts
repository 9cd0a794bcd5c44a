import {UnavailableError} from "../../lib/errors.ts";
import type {FileRow} from "../../store/batches.ts";
import type {KeptBytes} from "../../store/kept-bytes.ts";
import type {Store} from "../../store/store.ts";
import type {FileAccess} from "./imports.ts";

/** The browser's own word on handles; the standard's types do not have it yet. */
interface PermittedHandle extends FileSystemFileHandle {
  queryPermission?(options: {mode: "read"}): Promise<PermissionState>;
  requestPermission?(options: {mode: "read"}): Promise<PermissionState>;
}

/** The kept file as it is now. Throws `UnavailableError` that says what to do where it cannot be read. */
export async function openKeptFile(
  store: Store,
  bytes: KeptBytes,
  {sha256, path}: {readonly sha256: string; readonly path: string}
): Promise<File> {
  const row = await store.batches.file(sha256);
  if (!row?.handle) {
    const file = row && (await bytes.get(sha256));
    if (file) return file;
    throw new UnavailableError(
      `file is gone: the browser no longer has the bytes of ${path}; import the file again, or take its batches back`
    );
  }
  if ((await findAccess(row)) === "prompt") {
    throw new UnavailableError(
      `file needs permission: ${path} lies on this machine, and the browser asks again after each visit; allow it on the import page`
    );
  }
  try {
    return await row.handle.getFile();
  } catch (cause) {
    throw new UnavailableError(`file is gone: ${path} was moved or deleted; open it again`, {
      cause
    });
  }
}

/** Whether a file can be read now. */
export async function findAccess({handle}: FileRow): Promise<FileAccess> {
  return toAccess(await toPermitted(handle)?.queryPermission?.({mode: "read"}));
}

/** Asks the person for a file; only in answer to a click. */
export async function requestAccess({handle}: FileRow): Promise<FileAccess> {
  return toAccess(await toPermitted(handle)?.requestPermission?.({mode: "read"}));
}

function toPermitted(handle: FileSystemFileHandle | undefined): PermittedHandle | undefined {
  return handle;
}

/** A browser without such questions asks none. */
function toAccess(state: PermissionState | undefined): FileAccess {
  return state === "prompt" ? "prompt" : state === "denied" ? "missing" : "granted";
}
