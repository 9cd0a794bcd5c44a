import {UnavailableError} from "../lib/errors.ts";
import {quoteText} from "../lib/sql.ts";
import type {Catalogue} from "../model/catalogue.ts";
import {CachedSource} from "./cached-source.ts";
import {readCatalogue} from "./catalogue-reader.ts";
import {writeCatalogue} from "./catalogue-writer.ts";
import {DiskSource} from "./disk-source.ts";
import type {Problem} from "../model/problem.ts";
import type {CompileOptions} from "./compile-options.ts";
import type {CompileReport} from "./compile-report.ts";
import {toReport} from "./compile-report.ts";
import type {FileState} from "./file-state.ts";
import {toFileProblems, toFileRejects, toLakeFile} from "./file-state.ts";
import {fingerprint} from "./fingerprint.ts";
import type {NativeEngine} from "./native-engine.ts";
import {toEngineMessage} from "./engine-message.ts";
import type {OutputFile} from "./output-file.ts";
import type {KnownFile, PreviousLake} from "./previous-lake.ts";
import {openPrevious} from "./previous-lake.ts";
import {FileReader} from "./read-file.ts";
import type {RawFile, Scan} from "./scan.ts";
import type {Source} from "./source.ts";
import {planTables} from "./table-plan.ts";
import type {LoadedTable, PlannedPart, PlannedTable} from "./table-loader.ts";
import {TableLoader, toCachedRows} from "./table-loader.ts";
import {findTwins} from "./twins.ts";

/** The version of DuckDB's file that the oldest reader, DuckDB-WASM, understands. */
const STORAGE_VERSION = "v1.2.0";
/**
 * The blocks of the lake. A page fetches whole blocks: in these a look-up by key costs about 1 % of a 40 MB lake, in
 * DuckDB's own of 256 KB over 4 % (`npm run bench -- --only point-query`).
 */
const BLOCK_BYTES = 65_536;
/** So few raw bytes would leave most of many larger blocks empty. */
const SMALL_RAW_BYTES = 2 ** 20;
const SMALL_BLOCK_BYTES = 16_384;
/** A file that was changed so shortly before it was read may have changed again without another time stamp. */
const RACY_MS = 100;

/** Where a compilation reads and writes. */
export interface Places {
  readonly scan: Scan;
  readonly output: OutputFile;
  readonly out: string;
  /** Files that must not be read, each with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

/** One run of the compiler: what is known, what is read anew, what becomes of it. */
export class Compilation {
  readonly #engine: NativeEngine;
  readonly #places: Places;
  readonly #options: CompileOptions;
  readonly #reader: FileReader;
  readonly #states = new Map<string, FileState>();
  readonly #now = new Date();
  /** What besides the files decides what the lake becomes. */
  readonly #settings: string;
  readonly #recipeProblems: readonly Problem[];

  constructor(engine: NativeEngine, places: Places, options: CompileOptions) {
    this.#engine = engine;
    this.#places = places;
    this.#options = options;
    const {scan} = places;
    this.#settings = JSON.stringify([options.settings ?? "", scan.recipes]);
    const recipes = scan.recipes.length > 0 ? options.toCleaner?.(scan.recipes) : undefined;
    this.#recipeProblems = recipes?.problems ?? [];
    this.#reader = new FileReader(engine, {
      detect: options.detect,
      cleaner: recipes?.cleaner,
      refused: places.refused
    });
  }

  async run(): Promise<Omit<CompileReport, "elapsedMs">> {
    const {out, scan} = this.#places;
    const {force = false, raw, signal} = this.#options;
    const previous = force ? undefined : await openPrevious(this.#engine, out, this.#settings);
    for (const file of scan.files) {
      const known = await this.#recognise(file, previous?.files.get(file.path));
      this.#states.set(file.path, {
        file,
        known,
        reading: undefined,
        sha256: undefined,
        problems: [],
        rejects: []
      });
    }
    const {addition} = this.#options;
    if (
      previous &&
      this.#isUnchanged(previous) &&
      ((await addition?.isCurrent(this.#engine)) ?? true)
    )
      return {
        ...toReport(await readCatalogue(this.#engine, "old"), {raw, out, wasRead: new Set()}),
        wasWritten: false
      };
    await this.#attachNew();
    for (const [index, state] of [...this.#states.values()].entries()) {
      signal?.throwIfAborted();
      const {path} = state.file;
      this.#options.onProgress?.({step: "read", name: path, index, total: scan.files.length});
      if (!state.known) await this.#read(state);
    }
    const tables = await this.#load();
    const catalogue = await this.#toCatalogue(tables);
    await writeCatalogue(this.#engine, catalogue, {
      raw: scan.files,
      sources: tables.flatMap(toCachedRows),
      settings: this.#settings
    });
    await addition?.write(this.#engine, signal);
    await this.#commit();
    const read = [...this.#states.values()].filter(({reading}) => reading !== undefined);
    return toReport(catalogue, {raw, out, wasRead: new Set(read.map(({file}) => file.path))});
  }

  /** What the previous lake knows of a file, where the file is still the same. */
  async #recognise(file: RawFile, known: KnownFile | undefined): Promise<KnownFile | undefined> {
    if (!known || known.bytes !== file.bytes || known.sha256 === "") return undefined;
    const isRacy = known.compiled.getTime() - file.modified.getTime() < RACY_MS;
    if (known.stamp === file.stamp && !isRacy) return known;
    try {
      const sha256 = await fingerprint(file.absolute, this.#options.signal);
      return sha256 === known.sha256 ? known : undefined;
    } catch {
      this.#options.signal?.throwIfAborted();
      return undefined; // it is read anew, which says what is wrong
    }
  }

  #isUnchanged({files, problems}: PreviousLake): boolean {
    const {scan} = this.#places;
    return (
      files.size === scan.files.length &&
      [...this.#states.values()].every(({file, known}) => known?.stamp === file.stamp) &&
      JSON.stringify(problems) === JSON.stringify(this.#otherProblems())
    );
  }

  /** What is wrong beside the files. */
  #otherProblems(): Problem[] {
    return [
      ...this.#places.scan.problems,
      ...this.#recipeProblems,
      ...(this.#options.problems ?? [])
    ];
  }

  async #attachNew(): Promise<void> {
    const {output, out, scan} = this.#places;
    const bytes = scan.files.reduce((sum, file) => sum + file.bytes, 0);
    const blockBytes = bytes <= SMALL_RAW_BYTES ? SMALL_BLOCK_BYTES : BLOCK_BYTES;
    try {
      await this.#engine.run(
        `ATTACH ${quoteText(output.temporary)} AS new (STORAGE_VERSION '${STORAGE_VERSION}', BLOCK_SIZE ${blockBytes})`
      );
    } catch (error) {
      throw new UnavailableError(`lake cannot be written: ${out} (${toEngineMessage(error)})`, {
        cause: error
      });
    }
  }

  async #read(state: FileState): Promise<void> {
    const {signal} = this.#options;
    const print = fingerprint(state.file.absolute, signal);
    // what cannot be read is said by the reader, and by a stop when it is awaited
    state.sha256 = print.catch(() => "");
    state.reading = await this.#reader.read(new DiskSource(state.file), {signal});
    await state.sha256;
    signal?.throwIfAborted();
    state.problems.splice(0);
    state.rejects.splice(0);
  }

  async #load(): Promise<LoadedTable[]> {
    const loader = new TableLoader(this.#engine, {
      schema: "new.main",
      reread: (part) => this.#reread(part),
      onRefused: ({file}, what) =>
        this.#states.get(file)!.problems.push({file, where: "", what: `left out: ${what}`})
    });
    const plans = this.#plan();
    const tables: LoadedTable[] = [];
    for (const [index, plan] of plans.entries()) {
      this.#options.signal?.throwIfAborted();
      this.#options.onProgress?.({step: "load", name: plan.name, index, total: plans.length});
      const table = await loader.load(plan);
      if (table) tables.push(table);
    }
    for (const {file, source} of tables.flatMap(({parts}) => parts)) {
      const review = await source.review?.();
      if (!review) continue;
      const state = this.#states.get(file)!;
      state.problems.push(...review.problems);
      state.rejects.push(...review.rejects.map((reject) => ({...reject, file})));
    }
    return tables;
  }

  /** The tables that all sources make together. */
  #plan(): PlannedTable[] {
    const candidates = [...this.#states.values()].flatMap(({file, known, reading}) => {
      const sources: readonly Source[] = known
        ? known.cached.map((rows) => new CachedSource(rows))
        : reading!.sources;
      return sources.map((source) => ({file: file.path, source}));
    });
    return planTables(candidates);
  }

  async #reread({file, source}: PlannedPart): Promise<Source | undefined> {
    const state = this.#states.get(file)!;
    if (!state.reading) await this.#read(state);
    return state.reading!.sources.find(
      ({inner, origin}) => inner === source.inner && origin.path === source.origin.path
    );
  }

  async #toCatalogue(tables: readonly LoadedTable[]): Promise<Catalogue> {
    const files = await Promise.all(
      [...this.#states.values()].map((state) => toLakeFile(state, this.#now))
    );
    const byPath = new Map(files.map((file) => [file.path, file]));
    const problems = [...this.#states.values()].flatMap(toFileProblems);
    const twins = findTwins(tables, byPath);
    return {
      files,
      tables: tables.map(({name, format, connector, key = [], rows, columns, parts}) => {
        const paths = new Set(parts.map(({file}) => file));
        const bytes = [...paths].reduce((sum, path) => sum + byPath.get(path)!.bytes, 0);
        return {
          name,
          format,
          connector,
          key,
          rows,
          columns: columns.length,
          files: paths.size,
          bytes
        };
      }),
      parts: tables.flatMap(({name, parts}) =>
        parts.map(({file, firstRow, rows}) => {
          const {sha256} = byPath.get(file)!;
          return {table: name, file, sha256, firstRow, rows};
        })
      ),
      columns: tables.flatMap(({name: table, columns}) =>
        columns.map(({name, type}, position) => ({table, name, type, position}))
      ),
      problems: [...this.#otherProblems(), ...problems, ...twins],
      rejects: [...this.#states.values()].flatMap(toFileRejects)
    };
  }

  async #commit(): Promise<void> {
    const {output, out} = this.#places;
    try {
      await this.#engine.run("CHECKPOINT new; DETACH new; DETACH DATABASE IF EXISTS old");
      output.commit();
    } catch (error) {
      throw new UnavailableError(`lake cannot be written: ${out} (${toEngineMessage(error)})`, {
        cause: error
      });
    }
  }
}
