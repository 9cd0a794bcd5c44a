import {UnavailableError} from "../lib/errors.ts";
import {Sha256} from "../lib/sha256.ts";

const FOLDER = ["lakebook", "files"];
/** What is being written has this at the end of its name. */
const UNFINISHED = ".part";
/** How much is hashed or written between two looks at the signal. */
const PIECE_BYTES = 1 << 22;
/** Up to this size the browser's own digest, which wants all bytes at once, is ten times the faster one. */
const MAX_DIGEST_BYTES = 1 << 28;

export interface BytesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes done so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Files in the browser's own file system (OPFS), each named by the SHA-256 of its bytes. A file is written under another
 * name and then moved, so that a name never stands for bytes that are not its own.
 */
export interface KeptBytes {
  /** The file; undefined where it is not kept. */
  get(sha256: string): Promise<File | undefined>;
  /** Keeps a file. Throws `UnavailableError` where there is no room, or where it is not what it was. */
  put(sha256: string, blob: Blob, options?: BytesOptions): Promise<void>;
  remove(sha256: string): Promise<void>;
  /** Removes all but these, and what was never finished. Nothing may be written meanwhile, in any tab. */
  sweep(known: ReadonlySet<string>): Promise<void>;
}

/** `folder` below the site's own; another one for a test. */
export function createKeptBytes(folder: readonly string[] = FOLDER): KeptBytes {
  const open = async (): Promise<FileSystemDirectoryHandle> => {
    try {
      let directory = await navigator.storage.getDirectory();
      for (const name of folder)
        directory = await directory.getDirectoryHandle(name, {create: true});
      return directory;
    } catch (cause) {
      throw new UnavailableError(
        "files cannot be kept: the browser gives this page no file system (a private window, or an address that is neither https nor localhost)",
        {cause}
      );
    }
  };

  return {
    async get(sha256) {
      try {
        return await (await (await open()).getFileHandle(sha256)).getFile();
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async put(sha256, blob, options) {
      const directory = await open();
      if ((await this.get(sha256))?.size === blob.size) return;
      const name = `${sha256}${UNFINISHED}`;
      const handle = await directory.getFileHandle(name, {create: true});
      try {
        await write(handle, sha256, blob, options);
        await (handle as MovableHandle).move(sha256);
      } catch (error) {
        await directory.removeEntry(name).catch(() => undefined); // what failed is told; the next sweep finds the rest
        throw toWriteError(error);
      }
    },

    async remove(sha256) {
      try {
        await (await open()).removeEntry(sha256);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },

    async sweep(known) {
      const directory = await open();
      const names: string[] = [];
      for await (const name of directory.keys()) if (!known.has(name)) names.push(name);
      for (const name of names) await directory.removeEntry(name, {recursive: true});
    }
  };
}

/** The SHA-256 of a file's bytes, in hex. */
export async function hashBlob(
  blob: Blob,
  {signal, onProgress}: BytesOptions = {}
): Promise<string> {
  if (blob.size <= MAX_DIGEST_BYTES) {
    const hash = await digest(await blob.arrayBuffer());
    signal?.throwIfAborted();
    onProgress?.(blob.size);
    return hash;
  }
  const hash = new Sha256();
  await forEachPiece(blob, {signal, onProgress}, (bytes) => void hash.update(bytes));
  return hash.digest();
}

async function write(
  handle: FileSystemFileHandle,
  sha256: string,
  blob: Blob,
  options: BytesOptions = {}
): Promise<void> {
  const file = await handle.createWritable();
  try {
    const written = await writePieces(file, blob, options);
    if (written !== sha256) throw new DOMException("", "NotReadableError");
  } catch (error) {
    await file.abort();
    throw error;
  }
  await file.close();
}

/** Writes all bytes; gives the SHA-256 of what was written. */
async function writePieces(
  file: FileSystemWritableFileStream,
  blob: Blob,
  options: BytesOptions
): Promise<string> {
  if (blob.size <= MAX_DIGEST_BYTES) {
    const all = await blob.arrayBuffer();
    await forEachPiece(new Blob([all]), options, (bytes) => file.write(bytes));
    return digest(all);
  }
  const hash = new Sha256();
  await forEachPiece(blob, options, async (bytes) => {
    hash.update(bytes);
    await file.write(bytes);
  });
  return hash.digest();
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function forEachPiece(
  blob: Blob,
  {signal, onProgress}: BytesOptions,
  work: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void
): Promise<void> {
  for (let start = 0; start < blob.size; start += PIECE_BYTES) {
    signal?.throwIfAborted();
    const piece = blob.slice(start, start + PIECE_BYTES);
    await work(new Uint8Array(await piece.arrayBuffer()));
    onProgress?.(start + piece.size);
  }
  signal?.throwIfAborted();
}

/** All browsers have it for their own file system; the standard's types do not yet. */
interface MovableHandle extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotFoundError";
}

function toWriteError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === "QuotaExceededError")
    return new UnavailableError(
      "storage full: the browser gives this site no more room; nothing was imported. Free some disk space, or remove files that you no longer need, and try again",
      {cause: error}
    );
  if (error.name === "NotReadableError")
    return new UnavailableError("file has changed since it was opened, or is gone; open it again", {
      cause: error
    });
  return error;
}
