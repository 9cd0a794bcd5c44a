import {isUtf8} from "node:buffer";
import {open, readFile} from "node:fs/promises";
import {join} from "node:path";
import {toMessage} from "../lib/errors.ts";
import type {TextEncoding} from "../lib/text-encoding.ts";
import {detectEncoding, isBinary, toLegacyEncoding} from "../lib/text-encoding.ts";
import type {Detect, Format} from "../model/format.ts";
import {HEAD_BYTES} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import {CsvSource} from "./csv-source.ts";
import {EngineLostError, isEngineLost} from "./engine-lost.ts";
import type {Fingerprint} from "./fingerprint.ts";
import {fingerprint, fingerprintBytes} from "./fingerprint.ts";
import type {NativeEngine} from "./native-engine.ts";
import {toEngineMessage} from "./native-engine.ts";
import {ParquetSource} from "./parquet-source.ts";
import type {RawFile} from "./scan.ts";
import type {Source} from "./source.ts";
import {Stage} from "./staged-source.ts";
import {transcode} from "./transcode.ts";

/** Up to this size a file is looked at as a whole before DuckDB reads it. */
const SMALL_BYTES = 1 << 24;
/** Node reads no more into one buffer. */
const MAX_BUFFER_BYTES = 2 ** 31 - 1;

/** What one file gave. Its rows may be yet to be read. */
export interface FileReading {
  readonly format: string | null;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** Read when the sources have been read: some of it is found out only then. */
  readonly details: () => Readonly<Record<string, unknown>>;
  readonly fingerprint: Promise<Fingerprint>;
}

/** Reads raw files by their formats, with the engine's own readers and ours. */
export class FileReader {
  readonly #engine: NativeEngine;
  readonly #stage: Stage;
  readonly #detect: Detect;
  readonly #work: string;
  readonly #refused: ReadonlyMap<string, string>;
  #recoded = 0;

  /** `refused` are files that must not be read, each with the reason; `work` is a folder for what is written anew. */
  constructor(
    engine: NativeEngine,
    {
      detect,
      work,
      refused = new Map()
    }: {detect: Detect; work: string; refused?: ReadonlyMap<string, string>}
  ) {
    this.#engine = engine;
    this.#stage = new Stage(engine);
    this.#detect = detect;
    this.#work = work;
    this.#refused = refused;
  }

  /**
   * What is wrong with the file is a problem of the reading, and throws nothing, unless the engine is lost by it:
   * then `EngineLostError`.
   */
  async read(file: RawFile, signal?: AbortSignal): Promise<FileReading> {
    const refuse = (
      format: string | null,
      what: string,
      print: Promise<Fingerprint>
    ): FileReading => ({
      format,
      sources: [],
      problems: [{file: file.path, where: "", what}],
      details: () => ({}),
      fingerprint: print
    });
    try {
      const head = await readHead(file.absolute);
      const {format, connector} = this.#detect(file.path, head);
      const name = format?.name ?? null;
      if (file.bytes === 0) return refuse(name, "file is empty", startFingerprint(file, signal));
      const refusal = this.#refused.get(file.path);
      if (refusal !== undefined) return refuse(name, refusal, startFingerprint(file, signal));
      if (!format) return refuse(null, toNoReader(file.path), startFingerprint(file, signal));
      try {
        const read = connector?.read ?? format.read;
        if (read) return await this.#readBytes(file, format, read);
        if (format.name === "csv") return await this.#readCsv(file, head, signal);
        return await this.#readParquet(file, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (isEngineLost(error)) throw new EngineLostError(file.path, error);
        return refuse(name, toEngineMessage(error), startFingerprint(file, signal));
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineLostError) throw error;
      const none = Promise.resolve({sha256: "", isUtf8: false});
      return refuse(null, `file cannot be read: ${toMessage(error)}`, none);
    }
  }

  async #readBytes(
    file: RawFile,
    format: Format,
    read: NonNullable<Format["read"]>
  ): Promise<FileReading> {
    if (file.bytes > MAX_BUFFER_BYTES)
      throw new Error("file too large: 2 GB at most for this format; write it as CSV or Parquet");
    const bytes = await readFile(file.absolute);
    const {tables, problems, details = {}} = await read(bytes, {path: file.path});
    const sources: Source[] = [];
    for (const table of tables) sources.push(await this.#stage.add(file.path, table));
    return {
      format: format.name,
      sources,
      problems,
      details: () => details,
      fingerprint: Promise.resolve(fingerprintBytes(bytes))
    };
  }

  async #readCsv(file: RawFile, head: Uint8Array, signal?: AbortSignal): Promise<FileReading> {
    if (isBinary(head)) throw new Error("no text: it has control characters in it");
    const print = startFingerprint(file, signal);
    const isLegacy =
      file.bytes <= SMALL_BYTES ? !(await print).isUtf8 : !isUtf8(toWholeCharacters(head));
    const encoding = detectEncoding(head) ?? (isLegacy ? toLegacyEncoding(head) : "utf-8");
    const recode = async (from: TextEncoding): Promise<string> => {
      const path = join(this.#work, `recoded ${this.#recoded++}`);
      await transcode(file.absolute, from, path, signal);
      return path;
    };
    const source = await CsvSource.open(this.#engine, {
      file: file.path,
      path: encoding === "utf-8" ? file.absolute : await recode(encoding),
      encoding,
      recode
    });
    return {
      format: "csv",
      sources: [source],
      problems: [],
      details: () => ({encoding: source.encoding, dialect: source.dialect}),
      fingerprint: print
    };
  }

  async #readParquet(file: RawFile, signal?: AbortSignal): Promise<FileReading> {
    const source = await ParquetSource.open(this.#engine, {file: file.path, path: file.absolute});
    return {
      format: "parquet",
      sources: [source],
      problems: [],
      details: () => ({}),
      fingerprint: startFingerprint(file, signal)
    };
  }
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Up to the last byte of ASCII, so that no character is cut. */
function toWholeCharacters(head: Uint8Array): Uint8Array {
  return head.subarray(0, head.findLastIndex((byte) => byte < 0x80) + 1);
}

/** Begun now, awaited at the end; a failure is not lost, but waits to be asked for. */
function startFingerprint({absolute}: RawFile, signal?: AbortSignal): Promise<Fingerprint> {
  const print = fingerprint(absolute, signal);
  print.catch(() => undefined);
  return print;
}

function toNoReader(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1];
  return extension === undefined
    ? "no reader for a file without an extension and of this content"
    : `no reader for .${extension.toLowerCase()} files yet`;
}
