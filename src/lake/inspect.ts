import {lstat, realpath} from "node:fs/promises";
import {basename} from "node:path";
import {toMessage} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Detect} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import {DiskSource} from "./disk-source.ts";
import {EngineLostError, isEngineLost} from "./engine-lost.ts";
import type {NativeEngine} from "./native-engine.ts";
import type {FileReading} from "./read-tables.ts";
import {FileReader} from "./read-file.ts";
import type {RawFile} from "./scan.ts";
import {toRawFile} from "./scan.ts";
import type {PlannedTable} from "./table-loader.ts";
import {TableLoader} from "./table-loader.ts";
import {planTables} from "./table-plan.ts";
import {tryFiles} from "./try-files.ts";

/** What the lake would make of a file. A file that it would refuse has problems and no tables. */
export interface Inspection {
  readonly file: string;
  readonly format: string | null;
  /** The connector that knows this kind of export. */
  readonly connector: string | null;
  /** Of text, where the format's reader tells it. */
  readonly encoding: string | null;
  /** Of delimited text. */
  readonly dialect: {
    readonly delimiter: string;
    readonly quote: string;
    readonly escape: string;
    readonly header: boolean;
    readonly skip: number;
  } | null;
  readonly tables: readonly InspectedTable[];
  readonly problems: readonly Omit<Problem, "file">[];
}

export interface InspectOptions {
  readonly detect: Detect;
  readonly signal?: AbortSignal | undefined;
}

/** A table that a file gives. */
export interface InspectedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Reads files one by one as `compileLake` does, and keeps nothing of them. */
export async function* inspectFiles(
  paths: readonly string[],
  {detect, signal}: InspectOptions
): AsyncGenerator<Inspection> {
  const inspect = async (engine: NativeEngine, path: string): Promise<Inspection> => {
    const file = await findFile(path);
    if (typeof file === "string") return toRefusal(path, file);
    return inspectFile(engine, {...file, path}, {detect, ...(signal && {signal})});
  };
  let next = 0;
  for await (const outcome of tryFiles(paths, inspect, signal)) {
    const path = paths[next++]!;
    yield outcome instanceof EngineLostError ? toRefusal(path, outcome.message) : outcome;
  }
}

/** Those of the files that break the engine, each with what it then says. */
export async function findBreakers(
  files: readonly RawFile[],
  options: InspectOptions
): Promise<ReadonlyMap<string, string>> {
  const breakers = new Map<string, string>();
  const inspect = (engine: NativeEngine, file: RawFile) => inspectFile(engine, file, options);
  for await (const outcome of tryFiles(files, inspect, options.signal))
    if (outcome instanceof EngineLostError) breakers.set(outcome.file, outcome.message);
  return breakers;
}

async function inspectFile(
  engine: NativeEngine,
  file: RawFile,
  {detect, signal}: InspectOptions
): Promise<Inspection> {
  const reader = new FileReader(engine, {detect});
  try {
    const reading = await reader.read(new DiskSource(file), {signal});
    return await inspectReading(engine, file.path, reading);
  } finally {
    await reader.close().catch((error: unknown) => {
      // an engine that is lost has nothing to give back
      if (!isEngineLost(error)) throw error;
    });
  }
}

async function inspectReading(
  engine: NativeEngine,
  path: string,
  reading: FileReading
): Promise<Inspection> {
  const problems = [...reading.problems];
  const loader = new TableLoader(engine, {
    schema: "memory.main",
    reread: () => Promise.resolve(undefined),
    onRefused: (_, what) => problems.push({file: path, where: "", what})
  });
  const plans = planTables(reading.sources.map((source) => ({file: path, source})));
  const tables: Inspection["tables"][number][] = [];
  for (const plan of plans) {
    const table = toKnownTable(plan) ?? (await loadTable(engine, loader, plan));
    if (!table) continue;
    tables.push(table);
    for (const {source} of plan.parts)
      problems.push(...((await source.review?.())?.problems ?? []));
  }
  const {encoding, dialect} = reading.details();
  return {
    file: path,
    format: reading.format,
    connector: reading.connector,
    encoding: typeof encoding === "string" ? encoding : null,
    dialect: (dialect ?? null) as Inspection["dialect"],
    tables,
    problems: problems.map(({where, what}) => ({where, what}))
  };
}

/** The table of a single source whose rows have been read already. */
function toKnownTable({name, key, parts}: PlannedTable): InspectedTable | undefined {
  const [part, ...others] = parts;
  const {rows, columns} = part!.source;
  if (rows === undefined || others.length > 0 || key) return undefined;
  return {name, rows, columns: columns.map(({name, type}) => ({name, type}))};
}

async function loadTable(
  engine: NativeEngine,
  loader: TableLoader,
  plan: PlannedTable
): Promise<InspectedTable | undefined> {
  const table = await loader.load(plan);
  if (!table) return undefined;
  await engine.run(`DROP TABLE memory.main.${quoteIdentifier(table.name)}`);
  return {name: table.name, rows: table.rows, columns: table.columns};
}

/** The file, or why there is none. */
export async function findFile(path: string): Promise<RawFile | string> {
  try {
    const absolute = await realpath(path);
    const stat = await lstat(absolute, {bigint: true});
    if (stat.isDirectory()) return "a folder: name files, or compile it with build-lake --raw";
    return stat.isFile() ? toRawFile(basename(path), absolute, stat) : "no regular file";
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? "file not found" : `file cannot be read: ${toMessage(error)}`;
  }
}

/** A file that is not read, and why. */
export function toRefusal(file: string, what: string): Inspection {
  return {
    file,
    format: null,
    connector: null,
    encoding: null,
    dialect: null,
    tables: [],
    problems: [{where: "", what}]
  };
}
