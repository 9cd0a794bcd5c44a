import type {ArchiveManifest} from "./manifest.ts";

/** How far the making or reading of an archive is. */
export interface ArchiveProgress {
  readonly step: "write" | "verify" | "copy" | "load";
  /** Rows where `step` is "write" or "load", else bytes. */
  readonly done: number;
  readonly total: number;
}

export interface ArchiveOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ArchiveProgress) => void) | undefined;
}

/** An archive that was made, and read again to be sure of it. */
export interface ArchiveFile {
  readonly name: string;
  readonly blob: Blob;
  readonly manifest: ArchiveManifest;
}

/** The last archive of this workspace that was made here and proven. */
export interface Backup {
  readonly at: number;
  readonly name: string;
  readonly bytes: number;
  readonly entries: number;
  /** The revision of the workspace that is in it: with a later one it is no longer of today. */
  readonly revision: number;
}
