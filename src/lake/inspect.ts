import {randomBytes} from "node:crypto";
import {mkdirSync, rmSync} from "node:fs";
import {lstat, realpath} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {toMessage} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Detect} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import {DiskSource} from "./disk-source.ts";
import {EngineLostError, isEngineLost} from "./engine-lost.ts";
import {NativeEngine} from "./native-engine.ts";
import type {FileReading} from "./read-tables.ts";
import {FileReader} from "./read-file.ts";
import type {RawFile} from "./scan.ts";
import {toRawFile} from "./scan.ts";
import type {PlannedTable} from "./table-loader.ts";
import {TableLoader} from "./table-loader.ts";
import {planTables} from "./table-plan.ts";

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

/** A table that a file gives. */
export interface InspectedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Reads files one by one as `compileLake` does, and keeps nothing of them. */
export async function* inspectFiles(
  paths: readonly string[],
  {detect, signal}: {detect: Detect; signal?: AbortSignal}
): AsyncGenerator<Inspection> {
  const work = join(tmpdir(), `lakebook-inspect-${randomBytes(8).toString("hex")}`);
  mkdirSync(work, {recursive: true});
  let engine = await NativeEngine.open({work});
  try {
    for (const path of paths) {
      signal?.throwIfAborted();
      const file = await findFile(path);
      if (typeof file === "string") {
        yield toRefusal(path, file);
        continue;
      }
      try {
        yield await inspectFile(engine, file, path, {detect, signal});
      } catch (error) {
        if (!(error instanceof EngineLostError)) throw error;
        engine.close();
        engine = await NativeEngine.open({work});
        yield toRefusal(path, error.message);
      }
    }
  } finally {
    engine.close();
    rmSync(work, {recursive: true, force: true});
  }
}

async function inspectFile(
  engine: NativeEngine,
  file: RawFile,
  path: string,
  {detect, signal}: {detect: Detect; signal?: AbortSignal}
): Promise<Inspection> {
  const reader = new FileReader(engine, {detect});
  try {
    const reading = await reader.read(new DiskSource(file), {signal});
    return await inspectReading(engine, path, reading);
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
async function findFile(path: string): Promise<RawFile | string> {
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
