import {haveOverlaps, readZipDirectory} from "../../formats/archive/zip-directory.ts";
import type {ZipEntry} from "../../formats/archive/zip-directory.ts";
import {METHODS, unpackZipEntry} from "../../formats/archive/zip-entry.ts";
import {InputError, toMessage} from "../../lib/errors.ts";
import {Sha256} from "../../lib/sha256.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {ArchiveManifest} from "./manifest.ts";
import {MANIFEST_PATH, parseManifest} from "./manifest.ts";
import {fromNdjson} from "./ndjson.ts";

/** Files in an archive: an attachment each, and some of records. */
const MAX_FILES = 1_000_000;
const MAX_MANIFEST_BYTES = 2 ** 28;
/** Records are packed to a tenth or so; what unpacks to more than this is no record of anybody's. */
const MAX_RATIO = 300;
const RATIO_FROM_BYTES = 16 * 2 ** 20;

export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes that were checked, out of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** An archive whose manifest was read; none of the rest is proven until `verify`. */
export class OpenArchive {
  readonly manifest: ArchiveManifest;
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(
    source: ByteSource,
    entries: ReadonlyMap<string, ZipEntry>,
    manifest: ArchiveManifest
  ) {
    this.#source = source;
    this.#entries = entries;
    this.manifest = manifest;
  }

  /** The bytes of a file; throws `InputError` where they are not what was packed. */
  bytes(path: string): AsyncIterable<Uint8Array> {
    const entry = this.#entries.get(path);
    if (!entry) throw new InputError(`file not in the archive: ${path}`);
    return unpackZipEntry(this.#source, entry);
  }

  /** The records of a file, some at a time; none where there is no such file. */
  async *records(path: string): AsyncIterable<unknown[]> {
    if (this.#entries.has(path)) yield* fromNdjson(path, this.bytes(path));
  }

  /**
   * Reads all of it, and holds it against the manifest. Throws `InputError` that names the first file that is not what
   * was written.
   */
  async verify({signal, onProgress}: VerifyOptions = {}): Promise<void> {
    const files = Object.entries(this.manifest.files);
    const total = files.reduce((sum, [, {bytes}]) => sum + bytes, 0);
    let done = 0;
    for (const [path, {sha256, records}] of files) {
      const hash = new Sha256();
      let lines = 0;
      for await (const piece of this.bytes(path)) {
        signal?.throwIfAborted();
        hash.update(piece);
        if (records !== undefined) lines += countLines(piece);
        done += piece.length;
        onProgress?.(Math.min(done, total), total);
      }
      if (hash.digest() !== sha256)
        throw new InputError(`archive is broken: the checksum of ${path} does not fit`);
      if (records !== undefined && lines !== records)
        throw new InputError(`archive is broken: ${path} has ${lines} records, not ${records}`);
    }
  }
}

/** Opens an archive. Throws `InputError` where it is none, cut off, a bomb, or of a newer Lakebook. */
export async function openArchive(source: ByteSource): Promise<OpenArchive> {
  try {
    const entries = new Map<string, ZipEntry>();
    for (const entry of await readZipDirectory(source, MAX_FILES)) {
      refuseEntry(entry, entries);
      entries.set(entry.name, entry);
    }
    if (haveOverlaps([...entries.values()]))
      throw new InputError("its files lie over each other, as in a bomb");
    const manifest = await readManifest(source, entries);
    for (const [path, {bytes}] of Object.entries(manifest.files)) {
      const entry = entries.get(path);
      if (!entry) throw new InputError(`a file is missing: ${path}`);
      if (entry.size !== bytes)
        throw new InputError(`a file has ${entry.size} bytes, not ${bytes}: ${path}`);
    }
    return new OpenArchive(source, entries, manifest);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`archive cannot be read: ${source.path}: ${toMessage(error)}`, {
      cause: error
    });
  }
}

async function readManifest(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>
): Promise<ArchiveManifest> {
  const entry = entries.get(MANIFEST_PATH);
  if (!entry) throw new InputError(`it has no ${MANIFEST_PATH}: it is no archive of Lakebook`);
  if (entry.size > MAX_MANIFEST_BYTES) throw new InputError("its manifest is a bomb");
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of unpackZipEntry(source, entry))
    text += decoder.decode(piece, {stream: true});
  return parseManifest(text + decoder.decode());
}

function refuseEntry(entry: ZipEntry, former: ReadonlyMap<string, ZipEntry>): void {
  const {name, isEncrypted, isLink, method, packed, size} = entry;
  if (former.has(name)) throw new InputError(`a file stands there twice: ${name}`);
  if (isEncrypted || isLink || !METHODS[method]?.isReadable)
    throw new InputError(`a file is encrypted, a link, or packed in an unknown way: ${name}`);
  if (size > RATIO_FROM_BYTES && size > packed * MAX_RATIO)
    throw new InputError(
      `a file is a bomb: ${name} unpacks to more than ${MAX_RATIO} times its size`
    );
}

function countLines(piece: Uint8Array): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) ++lines;
  return lines;
}
