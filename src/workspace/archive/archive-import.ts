import type {LoadMode} from "../../store/archive-judge.ts";
import type {Loaded} from "../../store/archive-options.ts";
import type {ArchivedTable} from "../../store/archive-tables.ts";
import type {KeptBytes} from "../../store/kept-bytes.ts";
import type {Store} from "../../store/store.ts";
import type {ArchiveFile, ArchiveOptions} from "./archive-options.ts";
import type {BytesFolder} from "./layout.ts";
import {countRecords, listBytes, toBytesPath, toRecordsPath} from "./layout.ts";
import type {ArchiveManifest} from "./manifest.ts";
import type {OpenArchive} from "./open-archive.ts";

/** An archive that was proven, before it is brought in. */
export interface ArchiveImport {
  readonly manifest: ArchiveManifest;
  /** How many records it has of a table. */
  count(table: ArchivedTable): number;
  /** What `load` would do. */
  plan(mode: LoadMode, options?: ArchiveOptions): Promise<Loaded>;
  /**
   * Brings it in: all of it or nothing. A merge keeps of two versions the one that was changed later; a replacement
   * leaves only what is in the archive, and hands a backup of what was here to `onBackup` first.
   */
  load(
    mode: LoadMode,
    options?: ArchiveOptions & {readonly onBackup?: (backup: ArchiveFile) => Promise<void> | void}
  ): Promise<Loaded>;
}

export class StoreImport implements ArchiveImport {
  readonly #archive: OpenArchive;
  readonly #store: Store;
  readonly #files: KeptBytes;
  readonly #backup: (options: ArchiveOptions) => Promise<ArchiveFile>;

  constructor({
    archive,
    store,
    files,
    backup
  }: {
    archive: OpenArchive;
    store: Store;
    files: KeptBytes;
    backup: (options: ArchiveOptions) => Promise<ArchiveFile>;
  }) {
    this.#archive = archive;
    this.#store = store;
    this.#files = files;
    this.#backup = backup;
  }

  get manifest(): ArchiveManifest {
    return this.#archive.manifest;
  }

  count(table: ArchivedTable): number {
    return countRecords(this.manifest, table);
  }

  async plan(mode: LoadMode, options: ArchiveOptions = {}): Promise<Loaded> {
    const files = new Set([...listBytes(this.manifest, "files"), ...(await this.#keptFiles())]);
    return this.#store.archive.plan(this.#source, this.#toLoadOptions(mode, files, options));
  }

  async load(
    mode: LoadMode,
    {onBackup, ...options}: Parameters<ArchiveImport["load"]>[1] = {}
  ): Promise<Loaded> {
    if (mode === "replace" && onBackup) await onBackup(await this.#backup(options));
    const {name} = this.#store;
    // no other tab clears away what no record names yet
    return navigator.locks.request(`lakebook imports: ${name}`, async () => {
      await this.#copyBytes(options);
      const files = await this.#keptFiles();
      return this.#store.archive.load(this.#source, this.#toLoadOptions(mode, files, options));
    });
  }

  readonly #source = (table: ArchivedTable): AsyncIterable<readonly unknown[]> =>
    this.#archive.records(toRecordsPath(table));

  #toLoadOptions(
    mode: LoadMode,
    files: ReadonlySet<string>,
    {signal, onProgress}: ArchiveOptions
  ): Parameters<Store["archive"]["load"]>[1] {
    const rows = Object.values(this.manifest.files).reduce(
      (sum, file) => sum + (file.records ?? 0),
      0
    );
    return {
      mode,
      files,
      rows,
      signal,
      onProgress: (done, total) => onProgress?.({step: "load", done, total})
    };
  }

  /** Bytes are named by what they are: those that no record comes to name are in nobody's way. */
  async #copyBytes({signal, onProgress}: ArchiveOptions): Promise<void> {
    const folders: readonly BytesFolder[] = ["attachments", "files"];
    const all = folders.flatMap((folder) =>
      listBytes(this.manifest, folder).map((sha256) => ({folder, sha256}))
    );
    const sizeOf = (path: string): number => this.manifest.files[path]!.bytes;
    const total = all.reduce((sum, one) => sum + sizeOf(toBytesPath(one.folder, one.sha256)), 0);
    let done = 0;
    for (const {folder, sha256} of all) {
      signal?.throwIfAborted();
      const path = toBytesPath(folder, sha256);
      const file = new File(await this.#read(path), sha256);
      if (folder === "files") await this.#files.put(sha256, file, {signal});
      else await this.#store.attachments.put(file, {signal});
      done += sizeOf(path);
      onProgress?.({step: "copy", done, total});
    }
  }

  async #read(path: string): Promise<BlobPart[]> {
    const pieces: BlobPart[] = [];
    for await (const piece of this.#archive.bytes(path)) pieces.push(piece as BlobPart);
    return pieces;
  }

  async #keptFiles(): Promise<Set<string>> {
    const kept = new Set<string>();
    for (const {sha256} of await this.#store.batches.files()) kept.add(sha256);
    for (const sha256 of listBytes(this.manifest, "files"))
      if (await this.#files.get(sha256)) kept.add(sha256);
    return kept;
  }
}
