import type {ArchivedTable} from "../../store/archive-tables.ts";
import {InputError} from "../../lib/errors.ts";
import type {ArchiveManifest} from "./manifest.ts";

/** Where the records of a table stand in an archive. */
export function toRecordsPath(table: ArchivedTable): string {
  return `records/${table}.ndjson`;
}

/** Bytes are named by their SHA-256: what entries hold, and files that were imported. */
export type BytesFolder = "attachments" | "files";

export function toBytesPath(folder: BytesFolder, sha256: string): string {
  return `${folder}/${sha256}`;
}

/** The hashes of the files in a folder. Throws `InputError` where a name is not the hash of what it names. */
export function listBytes({files}: ArchiveManifest, folder: BytesFolder): string[] {
  return Object.entries(files).flatMap(([path, {sha256}]) => {
    if (!path.startsWith(`${folder}/`)) return [];
    if (path === toBytesPath(folder, sha256)) return [sha256];
    throw new InputError(`archive is broken: ${path} is not named by its checksum`);
  });
}

/** How many records an archive has of a table. */
export function countRecords({files}: ArchiveManifest, table: ArchivedTable): number {
  return files[toRecordsPath(table)]?.records ?? 0;
}
