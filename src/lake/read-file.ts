import {toMessage} from "../lib/errors.ts";
import type {TextEncoding} from "../lib/text-encoding.ts";
import {detectEncoding, isBinary, isUtf8, toLegacyEncoding} from "../lib/text-encoding.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {Connector, Detect, Format} from "../model/format.ts";
import {HEAD_BYTES} from "../model/format.ts";
import type {ParseOptions} from "../model/parse-options.ts";
import type {Problem} from "../model/problem.ts";
import type {ReadingNotes, Reject} from "../model/table.ts";
import {CsvSource} from "./csv-source.ts";
import type {Engine} from "./engine.ts";
import {EngineLostError, isEngineLost} from "./engine-lost.ts";
import {toEngineMessage} from "./engine-message.ts";
import {ParquetSource} from "./parquet-source.ts";
import type {Origin, Source} from "./source.ts";
import {Stage} from "./staged-source.ts";
import {transcode} from "./transcode.ts";

/** Up to this size a delimited text is looked at as a whole before the engine reads it. */
const SMALL_BYTES = 1 << 24;
/** The most that is read into one buffer. */
const MAX_BUFFER_BYTES = 2 ** 31 - 1;
/** An archive in an archive in an archive is still read. */
const MAX_DEPTH = 3;

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

export interface ReadOptions {
  readonly parse?: ParseOptions;
  readonly signal?: AbortSignal;
}

/** Reads files by their formats and connectors, with the engine's own readers and ours; the same on every engine. */
export class FileReader {
  readonly #engine: Engine;
  readonly #stage: Stage;
  readonly #detect: Detect;
  readonly #refused: ReadonlyMap<string, string>;
  readonly #mounted: string[] = [];

  /** `refused` are files that must not be read, each with the reason. */
  constructor(
    engine: Engine,
    {detect, refused = new Map()}: {detect: Detect; refused?: ReadonlyMap<string, string>}
  ) {
    this.#engine = engine;
    this.#stage = new Stage(engine);
    this.#detect = detect;
    this.#refused = refused;
  }

  /** Where rows can be put that are made of a source's. */
  get stage(): Stage {
    return this.#stage;
  }

  /**
   * What is wrong with the file is a problem of the reading, and throws nothing, unless the engine is lost by it:
   * then `EngineLostError`. Throws `InputError` where `parse` names what is not there.
   */
  read(source: ByteSource, options: ReadOptions = {}): Promise<FileReading> {
    return this.#read(source, options, 0);
  }

  /** Gives back what was read; the sources are of no use any more. */
  async close(): Promise<void> {
    await this.#stage.close();
    for (const path of this.#mounted.splice(0)) await this.#engine.release(path);
  }

  async #read(source: ByteSource, options: ReadOptions, depth: number): Promise<FileReading> {
    const {path, size} = source;
    const {parse, signal} = options;
    let head: Uint8Array;
    try {
      head = await source.slice(0, HEAD_BYTES);
    } catch (error) {
      return refuse(path, null, null, `file cannot be read: ${toMessage(error)}`);
    }
    const {format, connector} = this.#detect(path, head, parse);
    const names = [format?.name ?? null, connector?.name ?? null] as const;
    if (size === 0) return refuse(path, ...names, "file is empty");
    const refusal = this.#refused.get(path);
    if (refusal !== undefined) return refuse(path, ...names, refusal);
    if (!format) return refuse(path, ...names, toNoReader(path));
    try {
      const reader = connector ?? format;
      if (reader.expand) return await this.#expand(source, reader, options, depth);
      return await this.#readTables(source, {format, connector, head}, options);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineLostError) throw error;
      if (isEngineLost(error)) throw new EngineLostError(path, error);
      return refuse(path, ...names, toEngineMessage(error));
    }
  }

  /** An archive's files one after another, as one reading. */
  async #expand(
    source: ByteSource,
    {name, expand}: Format,
    options: ReadOptions,
    depth: number
  ): Promise<FileReading> {
    const {path} = source;
    if (depth >= MAX_DEPTH)
      return refuse(path, name, null, `archives nested more than ${MAX_DEPTH} deep: unpack it`);
    const {parse, signal} = options;
    const {members, problems} = await expand!(source, {path, parse, signal});
    const readings: FileReading[] = [];
    for (const member of members) {
      signal?.throwIfAborted();
      readings.push(await this.#read(member, {signal}, depth + 1));
    }
    const connectors = new Set(readings.map(({connector}) => connector));
    const [connector = null] = connectors;
    return {
      format: name,
      connector: connectors.size === 1 ? connector : null,
      sources: readings.flatMap(({sources}) => sources),
      problems: [...problems, ...readings.flatMap(({problems}) => problems)],
      rejects: readings.flatMap(({rejects}) => rejects),
      details: () => ({files: members.map((member) => member.path.slice(path.length + 1))})
    };
  }

  async #readTables(
    source: ByteSource,
    {format, connector, head}: {format: Format; connector: Connector | null; head: Uint8Array},
    {parse, signal}: ReadOptions
  ): Promise<FileReading> {
    const {path, size} = source;
    const origin = {path, format: format.name, connector: connector?.name ?? null};
    const reader = connector ?? format;
    const context = {path, parse, signal};
    if (format.name === "parquet" && this.#engine.readsParquet)
      return this.#readParquet(source, origin);
    if (reader.stream) {
      const sink = this.#stage.collect(origin);
      const notes = await reader.stream(source, sink, context);
      return toReading(origin, sink.sources(), notes);
    }
    if (reader.read) {
      if (size > MAX_BUFFER_BYTES)
        throw new Error("file too large: 2 GB at most for this format; write it as CSV or Parquet");
      const bytes = await source.slice(0, size);
      const reading = await reader.read(bytes, context);
      const sources: Source[] = [];
      for (const table of reading.tables) sources.push(await this.#stage.add(origin, table));
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
}

function toReading(
  {format, connector}: Origin,
  sources: readonly Source[],
  {problems, rejects = [], details = {}}: ReadingNotes
): FileReading {
  return {format, connector, sources, problems, rejects, details: () => details};
}

function refuse(
  file: string,
  format: string | null,
  connector: string | null,
  what: string
): FileReading {
  return {
    format,
    connector,
    sources: [],
    problems: [{file, where: "", what}],
    rejects: [],
    details: () => ({})
  };
}

/** Up to the last byte of ASCII, so that no character is cut. */
function toWholeCharacters(head: Uint8Array): Uint8Array {
  return head.subarray(0, head.findLastIndex((byte) => byte < 0x80) + 1);
}

function toNoReader(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1];
  return extension === undefined
    ? "no reader for a file without an extension and of this content"
    : `no reader for .${extension.toLowerCase()} files yet`;
}
