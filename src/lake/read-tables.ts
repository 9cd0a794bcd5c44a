import type {TextEncoding} from "../lib/text-encoding.ts";
import {detectEncoding, isBinary, isUtf8, toLegacyEncoding} from "../lib/text-encoding.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {Connector, Format} from "../model/format.ts";
import type {ParseOptions} from "../model/parse-options.ts";
import type {Problem} from "../model/problem.ts";
import type {ReadingNotes, Reject} from "../model/table.ts";
import {CsvSource} from "./csv-source.ts";
import type {Engine} from "./engine.ts";
import {ParquetSource} from "./parquet-source.ts";
import type {Origin, Source} from "./source.ts";
import {Stage} from "./staged-source.ts";
import {transcode} from "./transcode.ts";

/** Up to this size a delimited text is looked at as a whole before the engine reads it. */
const SMALL_BYTES = 1 << 24;
/** The most that is read into one buffer. */
const MAX_BUFFER_BYTES = 2 ** 31 - 1;
/** What one file gave. Its rows may be yet to be read. */
export interface FileReading {
  readonly format: string | null;
  /** The connector's name. */
  readonly connector: string | null;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
  /** Read when the sources have been read: some of it is found out only then. */
  readonly details: () => Readonly<Record<string, unknown>>;
}

/** What a file is found to be. */
export interface KnownFormat {
  readonly format: Format;
  readonly connector: Connector | null;
  readonly head: Uint8Array;
}

export interface ReadOptions {
  readonly parse?: ParseOptions;
  readonly signal?: AbortSignal;
}

/** Reads the tables of one file, with the engine's own readers and ours. */
export class TableReader {
  /** Where rows are kept that our own readers gave. */
  readonly stage: Stage;
  readonly #engine: Engine;
  readonly #mounted: string[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.stage = new Stage(engine);
  }

  /** Throws where the file cannot be read at all. */
  async read(
    source: ByteSource,
    {format, connector, head}: KnownFormat,
    {parse, signal}: ReadOptions
  ): Promise<FileReading> {
    const {path, size} = source;
    const origin = {path, format: format.name, connector: connector?.name ?? null};
    const reader = connector ?? format;
    const context = {path, parse, signal};
    if (format.name === "parquet" && this.#engine.readsParquet)
      return this.#readParquet(source, origin);
    if (reader.stream) {
      const sink = this.stage.collect(origin);
      const notes = await reader.stream(source, sink, context);
      return toReading(origin, sink.sources(), notes);
    }
    if (reader.read) {
      if (size > MAX_BUFFER_BYTES)
        throw new Error("file too large: 2 GB at most for this format; write it as CSV or Parquet");
      const bytes = await source.slice(0, size);
      const reading = await reader.read(bytes, context);
      const sources: Source[] = [];
      for (const table of reading.tables) sources.push(await this.stage.add(origin, table));
      return toReading(origin, sources, reading);
    }
    return this.#readCsv(source, origin, head, signal);
  }

  async #readCsv(
    source: ByteSource,
    origin: Origin,
    head: Uint8Array,
    signal?: AbortSignal
  ): Promise<FileReading> {
    if (isBinary(head)) throw new Error("no text: it has control characters in it");
    const known =
      source.size <= SMALL_BYTES ? await source.slice(0, source.size) : toWholeCharacters(head);
    const encoding = detectEncoding(head) ?? (isUtf8(known) ? "utf-8" : toLegacyEncoding(head));
    const recode = (from: TextEncoding): Promise<string> =>
      this.#mount(this.#engine.write(transcode(source, from), signal));
    const csv = await CsvSource.open(this.#engine, {
      origin,
      source,
      path:
        encoding === "utf-8"
          ? await this.#mount(this.#engine.mount(source))
          : await recode(encoding),
      encoding,
      recode
    });
    return {
      format: origin.format,
      connector: null,
      sources: [csv],
      problems: [],
      rejects: [],
      details: () => ({encoding: csv.encoding, dialect: csv.dialect})
    };
  }

  async #readParquet(source: ByteSource, origin: Origin): Promise<FileReading> {
    const path = await this.#mount(this.#engine.mount(source));
    return toReading(origin, [await ParquetSource.open(this.#engine, {origin, path})], {
      problems: []
    });
  }

  async #mount(path: Promise<string>): Promise<string> {
    this.#mounted.push(await path);
    return path;
  }

  /** Gives back what was read; the sources are of no use any more. */
  async close(): Promise<void> {
    await this.stage.close();
    for (const path of this.#mounted.splice(0)) await this.#engine.release(path);
  }
}

function toReading(
  {format, connector}: Origin,
  sources: readonly Source[],
  {problems, rejects = [], details = {}}: ReadingNotes
): FileReading {
  return {format, connector, sources, problems, rejects, details: () => details};
}

/** Up to the last byte of ASCII, so that no character is cut. */
function toWholeCharacters(head: Uint8Array): Uint8Array {
  return head.subarray(0, head.findLastIndex((byte) => byte < 0x80) + 1);
}
