import {Zip, ZipDeflate, ZipPassThrough} from "fflate";
import {InputError} from "../../lib/errors.ts";
import {createPause} from "../../lib/pause.ts";
import {Sha256} from "../../lib/sha256.ts";
import type {ArchiveManifest, ArchivedFile} from "./manifest.ts";
import {ARCHIVE_VERSION, MANIFEST_PATH} from "./manifest.ts";
import {toNdjson} from "./ndjson.ts";

/** A file on its way into an archive: records, or bytes that stand as they are. */
export type ArchivePart =
  | {readonly path: string; readonly records: AsyncIterable<readonly unknown[]>}
  | {readonly path: string; readonly bytes: AsyncIterable<Uint8Array>};

/** The same content makes the same bytes: no file has a time of its own. ZIP knows no earlier year. */
const TIME = new Date(1980, 0, 1);
/** Beyond this a ZIP archive needs numbers that fflate does not write. */
const MAX_BYTES = 0xffffffff;

/** An archive in pieces, made while it is read; at its end the manifest. */
export async function* writeArchive(
  parts: AsyncIterable<ArchivePart>,
  signal?: AbortSignal
): AsyncGenerator<Uint8Array, ArchiveManifest> {
  const files: Record<string, ArchivedFile> = {};
  const zipped = new ZippedPieces();
  const pause = createPause(signal);
  for await (const part of parts) {
    const hash = new Sha256();
    let bytes = 0;
    let records = 0;
    const isText = "records" in part;
    const content = isText ? toNdjson(part.records, (count) => (records += count)) : part.bytes;
    zipped.begin(part.path, isText);
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      yield* zipped.push(piece);
      await pause();
    }
    yield* zipped.end();
    files[part.path] = {bytes, sha256: hash.digest(), ...(isText && {records})};
  }
  const manifest: ArchiveManifest = {format: "lakebook-archive", version: ARCHIVE_VERSION, files};
  zipped.begin(MANIFEST_PATH, true);
  yield* zipped.push(new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));
  yield* zipped.end();
  yield* zipped.finish();
  return manifest;
}

/** fflate's stream, which hands its pieces to a listener, as pieces to be taken. */
class ZippedPieces {
  readonly #zip: Zip;
  #file: ZipDeflate | ZipPassThrough | undefined;
  #ready: Uint8Array[] = [];
  #size = 0;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#ready.push(piece);
    });
  }

  begin(path: string, isPacked: boolean): void {
    this.#file = isPacked ? new ZipDeflate(path, {level: 6}) : new ZipPassThrough(path);
    this.#file.mtime = TIME;
    this.#zip.add(this.#file);
  }

  push(piece: Uint8Array): Uint8Array[] {
    this.#file!.push(piece);
    return this.#take();
  }

  end(): Uint8Array[] {
    this.#file!.push(new Uint8Array(), true);
    return this.#take();
  }

  finish(): Uint8Array[] {
    this.#zip.end();
    return this.#take();
  }

  #take(): Uint8Array[] {
    const pieces = this.#ready;
    this.#ready = [];
    for (const {length} of pieces) this.#size += length;
    if (this.#size > MAX_BYTES)
      throw new InputError(
        "archive is too large: it would have more than 4 GB; leave out the imported files, which you have elsewhere"
      );
    return pieces;
  }
}
