import type {ImportFile} from "../src/index.ts";
import {toMessage} from "../src/index.ts";

/** Beyond this a folder is most likely not what was meant. */
const MAX_FILES = 10_000;

/** What was found in what somebody gave, and what could not be read of it. */
export interface Collection {
  readonly files: ImportFile[];
  readonly problems: string[];
}

export interface CollectOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of files found so far. */
  readonly onProgress?: (files: number) => void;
}

/** What Chromium has and TypeScript does not know. */
interface HandleItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** A thing that was dropped, by the best means that the browser has. */
interface Dropped {
  readonly handle: Promise<FileSystemHandle | null> | undefined;
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

/**
 * The files in what was dropped, folders walked through; what begins with a dot is passed over. Must be called while
 * the event is handled: afterwards the browser has forgotten what was dropped.
 */
export function collectDropped(
  transfer: DataTransfer,
  options?: CollectOptions
): Promise<Collection> {
  const dropped = Array.from(transfer.items)
    .filter(({kind}) => kind === "file")
    .map((item): Dropped => ({
      handle: (item as DataTransferItem & HandleItem).getAsFileSystemHandle?.(),
      entry: item.webkitGetAsEntry(),
      file: item.getAsFile()
    }));
  return collect(options, async (found) => {
    for (const one of dropped) {
      // what is no file of a file system has no handle; it is taken as it is
      const handle = await one.handle?.catch(() => null);
      if (handle) await walkHandle(handle, "", found);
      else if (one.entry) await walkEntry(one.entry, found);
      else if (one.file) found.add({path: one.file.name, blob: one.file});
    }
  });
}

/** The files below a folder, each with its handle. */
export function collectFolder(
  folder: FileSystemDirectoryHandle,
  options?: CollectOptions
): Promise<Collection> {
  return collect(options, (found) => walkHandle(folder, "", found));
}

/** The files of an `<input type="file">`; those of a folder by their path below it. */
export function collectPicked(files: Iterable<File>): Promise<Collection> {
  return collect({}, (found) => {
    for (const file of files) found.add({path: file.webkitRelativePath || file.name, blob: file});
    return Promise.resolve();
  });
}

class Found {
  readonly files: ImportFile[] = [];
  readonly problems: string[] = [];
  readonly #options: CollectOptions;

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  get isFull(): boolean {
    this.#options.signal?.throwIfAborted();
    return this.files.length >= MAX_FILES;
  }

  add(file: ImportFile): void {
    if (file.path.split("/").some((name) => name.startsWith(".")) || this.isFull) return;
    this.files.push(file);
    this.#options.onProgress?.(this.files.length);
    if (this.isFull) this.problems.push(`only the first ${MAX_FILES.toLocaleString("en")} files`);
  }
}

async function collect(
  options: CollectOptions = {},
  walk: (found: Found) => Promise<void>
): Promise<Collection> {
  const found = new Found(options);
  await walk(found);
  const files = found.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {files, problems: found.problems};
}

async function walkHandle(handle: FileSystemHandle, folder: string, found: Found): Promise<void> {
  const path = folder === "" ? handle.name : `${folder}/${handle.name}`;
  if (handle.name.startsWith(".") || found.isFull) return;
  try {
    if (isFolder(handle))
      for await (const child of handle.values()) await walkHandle(child, path, found);
    else {
      const file = handle as FileSystemFileHandle;
      found.add({path, blob: await file.getFile(), handle: file});
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    found.problems.push(`${path} cannot be read: ${toMessage(error)}`);
  }
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === "directory";
}

async function walkEntry(entry: FileSystemEntry, found: Found): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (found.isFull) return;
  try {
    if (isDirectoryEntry(entry))
      for (const child of await readEntries(entry)) await walkEntry(child, found);
    else found.add({path, blob: await readEntry(entry as FileSystemFileEntry)});
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    found.problems.push(`${path} cannot be read: ${toMessage(error)}`);
  }
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** All children of a folder; browsers hand them over a hundred at a time. */
async function readEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

function readEntry(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
