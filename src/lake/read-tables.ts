import {isBinary} from "../lib/text-encoding.ts";
import {findParquetFlaw} from "../lib/parquet-end.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {Connector, Format, ReadContext} from "../model/format.ts";
import type {ParseOptions} from "../model/parse-options.ts";
import type {Problem} from "../model/problem.ts";
import type {ReadingNotes, Reject} from "../model/table.ts";
import type {Engine} from "./engine.ts";
import type {CsvSource} from "./csv-source.ts";
import {ParquetSource} from "./parquet-source.ts";
import {openDelimited} from "./read-delimited.ts";
import type {Origin, Source} from "./source.ts";
import {Stage} from "./staged-source.ts";
import {transcode} from "./transcode.ts";

/** Up to this size a delimited text is read by our own reader, which is as fast then and knows more ways out. */
const SMALL_BYTES = 1 << 19;
/** Up to this size it is read so where it is odd. */
const ODD_BYTES = 1 << 27;
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
    const origin = {
      path,
      format: format.name,
      connector: connector?.name ?? null,
      precedence: connector?.precedence
    };
    const reader: Format = connector ?? format;
    const context = {path, parse, signal};
    if (format.name === "parquet" && this.#engine.readsParquet)
      return this.#readParquet(source, origin);
    if (reader.stream) {
      const sink = this.stage.collect(origin);
      const notes = await reader.stream(source, sink, context);
      return toReading(origin, sink.sources(), notes);
    }
    if (reader.plan && size > SMALL_BYTES && !isBinary(head)) {
      const reading = await this.#readDelimited(source, origin, reader, context);
      if (reading) return reading;
    }
    if (!reader.read) throw new Error(`no reader for format: ${format.name}`);
    if (size > MAX_BUFFER_BYTES)
      throw new Error("file too large: 2 GB at most for this format; write it as CSV or Parquet");
    return this.#readWhole(source, origin, reader.read, context);
  }

  async #readWhole(
    source: ByteSource,
    origin: Origin,
    read: NonNullable<Format["read"]>,
    context: ReadContext
  ): Promise<FileReading> {
    const reading = await read(await source.slice(0, source.size), context);
    const sources: Source[] = [];
    for (const table of reading.tables) sources.push(await this.stage.add(origin, table));
    return toReading(origin, sources, reading);
  }

  /** A delimited text by the engine; undefined where it is left to our own reader. */
  async #readDelimited(
    source: ByteSource,
    origin: Origin,
    {plan, read}: Format,
    {path, parse, signal}: ReadContext
  ): Promise<FileReading | undefined> {
    const isOdd = parse?.types !== undefined || (parse?.footer ?? 0) > 0;
    const mayRead = read && source.size <= ODD_BYTES;
    if (!plan || (isOdd && mayRead)) return undefined;
    let own: FileReading | undefined;
    const csv = await openDelimited(this.#engine, source, {
      origin,
      plan,
      parse,
      mount: (from) =>
        this.#mount(
          from === "utf-8"
            ? this.#engine.mount(source)
            : this.#engine.write(transcode(source, from), signal)
        ),
      reread: async () => {
        if (!mayRead) return undefined;
        own = await this.#readWhole(source, origin, read, {path, parse, signal});
        const [first] = own.sources;
        return first && {source: first, review: own};
      },
      force: !mayRead
    });
    if (!csv) return undefined;
    return {
      format: origin.format,
      connector: null,
      sources: [csv],
      problems: [],
      rejects: [],
      details: () => own?.details() ?? toDetails(csv)
    };
  }

  async #readParquet(source: ByteSource, origin: Origin): Promise<FileReading> {
    const flaw = await findParquetFlaw(source);
    if (flaw !== undefined) throw new Error(flaw);
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

function toDetails({encoding, plan}: CsvSource): Readonly<Record<string, unknown>> {
  const {dialect, header, skip, parse} = plan;
  const {delimiter, quote, escape} = dialect;
  return {
    encoding,
    dialect: {delimiter, quote, escape, header: header > 0, skip},
    parse: {...parse, encoding}
  };
}
