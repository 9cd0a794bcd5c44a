import {InputError} from "../../lib/errors.ts";
import {toBlobSource} from "../../model/bytes.ts";
import {OWN_SETTINGS} from "../../store/archive-tables.ts";
import {createKeptBytes} from "../../store/kept-bytes.ts";
import type {Store} from "../../store/store.ts";
import {toFilesFolder} from "../imports/create-imports.ts";
import type {ArchiveImport} from "./archive-import.ts";
import {StoreImport} from "./archive-import.ts";
import {collectBlob} from "./collect-blob.ts";
import {countRecords} from "./layout.ts";
import type {ArchiveFile, ArchiveOptions, Backup} from "./archive-options.ts";
import {ARCHIVE_EXTENSION} from "./manifest.ts";
import {openArchive} from "./open-archive.ts";
import {toStoreParts} from "./store-parts.ts";
import {writeArchive} from "./write-archive.ts";

const BACKUP_SETTING = `${OWN_SETTINGS}backup`;
/** How often a workspace that is changed meanwhile is read anew. */
const MAX_TRIES = 3;

/** The workspace as one file, out and in: `workspace.archives`. */
export interface Archives {
  /** Makes an archive of all that is kept and reads it again to prove it. `files`: with the files that were imported. */
  export(options?: ArchiveOptions & {readonly files?: boolean}): Promise<ArchiveFile>;
  /** Opens an archive to look at it or to bring it in. Throws `InputError` where it is not, byte by byte, what was made. */
  open(file: Blob & {readonly name?: string}, options?: ArchiveOptions): Promise<ArchiveImport>;
  lastBackup(): Promise<Backup | undefined>;
  /** The bytes of imported files, and of files that entries hold. */
  sizes(): Promise<{readonly files: number; readonly attachments: number}>;
}

export function createArchives(store: Store): Archives {
  const files = createKeptBytes(toFilesFolder(store));

  const write = async (
    {signal, onProgress}: ArchiveOptions,
    hasFiles: boolean
  ): Promise<ArchiveFile & {readonly revision: number}> => {
    const total = Object.values(await store.archive.counts()).reduce((sum, count) => sum + count);
    for (let tries = 0; tries < MAX_TRIES; ++tries) {
      const revision = await store.archive.revision();
      let done = 0;
      const onRecords = (count: number): void =>
        onProgress?.({step: "write", done: (done += count), total: Math.max(done, total)});
      const parts = toStoreParts(store, {files: hasFiles ? files : undefined, onRecords});
      const {blob, result} = await collectBlob(writeArchive(parts, signal), "application/zip");
      if (revision === (await store.archive.revision()))
        return {name: toName(), blob, manifest: result, revision};
    }
    throw new InputError(
      "workspace was changed while it was read; close other tabs, or wait for what they do, and try again"
    );
  };

  const verify = async (file: Blob & {readonly name?: string}, options: ArchiveOptions) => {
    const {signal, onProgress} = options;
    const archive = await openArchive(toBlobSource(file.name ?? "archive", file));
    await archive.verify({
      signal,
      onProgress: (done, total) => onProgress?.({step: "verify", done, total})
    });
    return archive;
  };

  const archives: Archives = {
    async export({files: hasFiles = false, ...options} = {}) {
      const {revision, ...file} = await write(options, hasFiles);
      await verify(file.blob, options);
      await store.settings.set(BACKUP_SETTING, {
        at: Date.now(),
        name: file.name,
        bytes: file.blob.size,
        entries: countRecords(file.manifest, "entries"),
        revision
      } satisfies Backup);
      return file;
    },

    async open(file, options = {}) {
      const archive = await verify(file, options);
      return new StoreImport({archive, store, files, backup: (own) => archives.export(own)});
    },

    lastBackup: () => store.settings.get<Backup>(BACKUP_SETTING),

    async sizes() {
      const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);
      const rows = (await store.batches.files()).filter(({kept}) => kept === "copy");
      const attachments = await store.attachments.list();
      return {
        files: sum(rows.map(({bytes}) => bytes)),
        attachments: sum(attachments.map(({size}) => size))
      };
    }
  };
  return archives;
}

function toName(): string {
  return `workspace-${new Date().toISOString().slice(0, "2024-01-01".length)}${ARCHIVE_EXTENSION}`;
}
