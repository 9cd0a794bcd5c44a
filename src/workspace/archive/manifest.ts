import {InputError} from "../../lib/errors.ts";

/** The layout of archives that this code writes; it reads this one and those before. */
export const ARCHIVE_VERSION = 1;
export const MANIFEST_PATH = "manifest.json";
export const ARCHIVE_EXTENSION = ".lakebook.zip";

/** What stands in an archive: the last of its files, since it names the others' checksums. */
export interface ArchiveManifest {
  readonly format: "lakebook-archive";
  readonly version: number;
  /** Every file but the manifest, by path, in the order in which they stand. */
  readonly files: Readonly<Record<string, ArchivedFile>>;
}

export interface ArchivedFile {
  readonly bytes: number;
  readonly sha256: string;
  /** How many records a file of records has; absent of others. */
  readonly records?: number;
}

/** A manifest out of JSON text. Throws `InputError` that says what is wrong with it. */
export function parseManifest(text: string): ArchiveManifest {
  const value = parse(text);
  if (value?.format !== "lakebook-archive")
    throw new InputError("manifest is of something else: it is no archive of Lakebook");
  const {version, files} = value;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    throw new InputError(`manifest without a version: ${String(version)}`);
  if (version > ARCHIVE_VERSION)
    throw new InputError(
      `archive is of a newer Lakebook: it has layout ${version}, this one knows ${ARCHIVE_VERSION}; use the newer one (nothing was changed)`
    );
  if (typeof files !== "object" || files === null)
    throw new InputError("manifest without a list of files");
  for (const [path, file] of Object.entries(files)) checkFile(path, file);
  return {format: "lakebook-archive", version, files: files as ArchiveManifest["files"]};
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown> | null;
  } catch (cause) {
    throw new InputError("manifest cannot be read: it is no JSON", {cause});
  }
}

function checkFile(path: string, file: unknown): void {
  const {bytes, sha256, records = 0} = (file ?? {}) as Partial<Record<string, unknown>>;
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
  const isHash = typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
  if (!isCount(bytes) || !isCount(records) || !isHash)
    throw new InputError(`manifest says nothing sure of a file: ${path}`);
}
