import {toMessage} from "../lib/errors.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {Detect, Format} from "../model/format.ts";
import {HEAD_BYTES, MAX_NESTING} from "../model/format.ts";
import type {ParseOptions} from "../model/parse-options.ts";
import type {Recipe} from "../model/recipe.ts";
import {cleanSource} from "./clean-source.ts";
import type {Cleaner} from "./cleaner.ts";
import type {Engine} from "./engine.ts";
import {EngineLostError, isEngineLost} from "./engine-lost.ts";
import {toEngineMessage} from "./engine-message.ts";
import type {FileReading, KnownFormat, ReadOptions} from "./read-tables.ts";
import {TableReader} from "./read-tables.ts";
import type {Source} from "./source.ts";
import type {Stage} from "./staged-source.ts";

export interface FileReaderOptions {
  readonly detect: Detect;
  /** The recipes that tables are taken through, where one is for them. */
  readonly cleaner?: Cleaner;
  /** Files that must not be read, each with the reason. */
  readonly refused?: ReadonlyMap<string, string>;
}

/** Reads files by their formats and connectors, with the engine's own readers and ours; the same on every engine. */
export class FileReader {
  readonly #engine: Engine;
  readonly #tables: TableReader;
  readonly #detect: Detect;
  readonly #cleaner: Cleaner | undefined;
  readonly #refused: ReadonlyMap<string, string>;

  constructor(engine: Engine, {detect, cleaner, refused = new Map()}: FileReaderOptions) {
    this.#engine = engine;
    this.#tables = new TableReader(engine);
    this.#detect = detect;
    this.#cleaner = cleaner;
    this.#refused = refused;
  }

  /** Where rows can be put that are made of a source's. */
  get stage(): Stage {
    return this.#tables.stage;
  }

  /**
   * What is wrong with the file is a problem of the reading, and throws nothing, unless the engine is lost by it:
   * then `EngineLostError`. Throws `InputError` where `parse` names what is not there.
   */
  read(source: ByteSource, options: ReadOptions = {}): Promise<FileReading> {
    return this.#read(source, options, 0);
  }

  /** Gives back what was read; the sources are of no use any more. */
  close(): Promise<void> {
    return this.#tables.close();
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
      // an archive is opened also where a connector is named: it is that of the files inside
      const archive = connector?.expand ? connector : format;
      if (archive.expand) return await this.#expand(source, archive, options, depth);
      const known = {format, connector, head};
      return this.#cleaner
        ? await this.#readCleaned(source, known, options, this.#cleaner)
        : await this.#tables.read(source, known, options);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineLostError) throw error;
      if (isEngineLost(error)) throw new EngineLostError(path, error);
      return refuse(path, ...names, toEngineMessage(error));
    }
  }

  /** With the parse options of a recipe that turns out to be for one of the tables, or as it is guessed. */
  async #readCleaned(
    source: ByteSource,
    known: KnownFormat,
    options: ReadOptions,
    cleaner: Cleaner
  ): Promise<FileReading> {
    const facts = {
      path: source.path,
      format: known.format.name,
      connector: known.connector?.name ?? null
    };
    for (const {id, parse} of cleaner.forFile(facts)) {
      const reading = await this.#tables.read(source, known, {...options, parse});
      const recipes = findRecipes(cleaner, reading.sources);
      if ([...recipes.values()].some((recipe) => recipe.id === id))
        return this.#clean(reading, recipes, cleaner);
    }
    const reading = await this.#tables.read(source, known, options);
    return this.#clean(reading, findRecipes(cleaner, reading.sources), cleaner);
  }

  async #clean(
    reading: FileReading,
    recipes: ReadonlyMap<Source, Recipe>,
    cleaner: Cleaner
  ): Promise<FileReading> {
    if (recipes.size === 0) return reading;
    const sources: Source[] = [];
    const problems = [...reading.problems];
    const rejects = [...reading.rejects];
    for (const source of reading.sources) {
      const recipe = recipes.get(source);
      if (!recipe) {
        sources.push(source);
        continue;
      }
      const cleaned = await cleanSource(this.#engine, this.stage, cleaner, {source, recipe});
      if (cleaned.source) sources.push(cleaned.source);
      problems.push(...cleaned.problems);
      rejects.push(...cleaned.rejects);
    }
    const names = [...new Set([...recipes.values()].map(({name}) => name))];
    const details = (): Readonly<Record<string, unknown>> => ({
      ...reading.details(),
      recipes: names
    });
    return {...reading, sources, problems, rejects, details};
  }

  /** An archive's files one after another, as one reading. */
  async #expand(
    source: ByteSource,
    {name, expand}: Format,
    options: ReadOptions,
    depth: number
  ): Promise<FileReading> {
    const {path} = source;
    if (depth >= MAX_NESTING)
      return refuse(path, name, null, `archives nested more than ${MAX_NESTING} deep: unpack it`);
    const {parse, signal} = options;
    const {members, problems} = await expand!(source, {path, parse, signal});
    const readings: FileReading[] = [];
    for (const member of members) {
      signal?.throwIfAborted();
      readings.push(await this.#read(member, {parse: toMemberParse(parse), signal}, depth + 1));
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
}

/** What is told of an archive holds for each of its files, but for what reads the archive itself. */
function toMemberParse(parse: ParseOptions | undefined): ParseOptions | undefined {
  if (!parse) return undefined;
  const told = Object.entries(parse).filter(
    ([name, value]) => name !== "format" && (name !== "connector" || value === null)
  );
  return Object.fromEntries(told);
}

function findRecipes(cleaner: Cleaner, sources: readonly Source[]): Map<Source, Recipe> {
  const found = sources.flatMap((source): [Source, Recipe][] => {
    const columns = source.columns.map(({name}) => name);
    const recipe = cleaner.forTable({...source.origin, inner: source.inner, columns});
    return recipe ? [[source, recipe]] : [];
  });
  return new Map(found);
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

function toNoReader(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1];
  return extension === undefined
    ? "no reader for a file without an extension and of this content"
    : `no reader for .${extension.toLowerCase()} files yet`;
}
