import {randomBytes} from "node:crypto";
import {mkdirSync, rmSync} from "node:fs";
import {lstat, realpath} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import type {Column} from "../model/column.ts";
import type {Detect} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import {EngineLostError} from "./engine-lost.ts";
import {NativeEngine} from "./native-engine.ts";
import type {FileReading} from "./read-file.ts";
import {FileReader} from "./read-file.ts";
import type {RawFile} from "./scan.ts";
import {toRawFile} from "./scan.ts";
import {TableLoader} from "./table-loader.ts";
import {nameTables} from "./table-names.ts";

/** What the lake would make of a file. A file that it would refuse has problems and no tables. */
export interface Inspection {
  readonly file: string;
  readonly format: string | null;
  /** The connector that knows this kind of export; none does yet. */
  readonly connector: null;
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
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly columns: readonly Column[];
  }[];
  readonly problems: readonly Omit<Problem, "file">[];
}

/** Reads files one by one as `compileLake` does, and keeps nothing of them. */
export async function* inspectFiles(
  paths: readonly string[],
  {detect, signal}: {detect: Detect; signal?: AbortSignal}
): AsyncGenerator<Inspection> {
  const work = join(tmpdir(), `lakebook-inspect-${randomBytes(8).toString("hex")}`);
  mkdirSync(work, {recursive: true});
  try {
    for (const path of paths) {
      signal?.throwIfAborted();
      yield await inspectFile(path, work, {detect, signal});
    }
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

async function inspectFile(
  path: string,
  work: string,
  {detect, signal}: {detect: Detect; signal?: AbortSignal}
): Promise<Inspection> {
  const file = await findFile(path);
  if (typeof file === "string") return refuse(path, file);
  const engine = await NativeEngine.open({spill: work});
  try {
    await engine.run("ATTACH ':memory:' AS new");
    const reading = await new FileReader(engine, {detect, work}).read(file, signal);
    return await inspectReading(engine, path, reading);
  } catch (error) {
    if (!(error instanceof EngineLostError)) throw error;
    return refuse(path, error.message);
  } finally {
    engine.close();
  }
}

async function inspectReading(
  engine: NativeEngine,
  path: string,
  reading: FileReading
): Promise<Inspection> {
  const format = reading.format ?? "";
  const problems = [...reading.problems];
  const loader = new TableLoader(engine, {
    reread: () => Promise.resolve(undefined),
    onRefused: (_, what) => problems.push({file: path, where: "", what})
  });
  const paths = [basename(path)];
  const names = nameTables(reading.sources.map(({inner}) => ({paths, inner, format})));
  const tables: Inspection["tables"][number][] = [];
  for (const [i, source] of reading.sources.entries()) {
    const table = await loader.load({name: names[i]!, format, parts: [{file: path, source}]});
    if (!table) continue;
    tables.push({name: table.name, rows: table.rows, columns: table.columns});
    problems.push(...((await source.review?.()) ?? []));
  }
  const {encoding, dialect} = reading.details();
  await reading.fingerprint.catch(() => undefined);
  return {
    file: path,
    format: reading.format,
    connector: null,
    encoding: typeof encoding === "string" ? encoding : null,
    dialect: (dialect ?? null) as Inspection["dialect"],
    tables,
    problems: problems.map(({where, what}) => ({where, what}))
  };
}

/** The file, or why there is none. */
async function findFile(path: string): Promise<RawFile | string> {
  try {
    const absolute = await realpath(path);
    const stat = await lstat(absolute, {bigint: true});
    if (stat.isDirectory()) return "a folder: name files, or compile it with build-lake --raw";
    return stat.isFile() ? toRawFile(path, absolute, stat) : "no regular file";
  } catch {
    return "file not found";
  }
}

function refuse(file: string, what: string): Inspection {
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
