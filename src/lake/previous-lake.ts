import {existsSync} from "node:fs";
import {groupBy} from "../lib/group-by.ts";
import {quoteText} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {LakeReject} from "../model/catalogue.ts";
import type {Problem} from "../model/problem.ts";
import type {Row} from "../model/query-result.ts";
import type {CachedRows} from "./cached-source.ts";
import type {Engine} from "./engine.ts";
import type {SourceColumn} from "./source.ts";

/** Counts up when the compiler would make other tables of the same files. */
export const COMPILER_VERSION = 5;

/** A file as the previous lake knew it. */
export interface KnownFile {
  readonly path: string;
  readonly format: string | null;
  readonly connector: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly stamp: string;
  readonly compiled: Date;
  readonly details: string;
  readonly problems: readonly Problem[];
  readonly rejects: readonly LakeReject[];
  /** Its rows, by table; a file that gave none has none. */
  readonly cached: readonly CachedRows[];
}

/** The lake that an earlier compilation wrote; it stays attached as `old`. */
export interface PreviousLake {
  readonly files: ReadonlyMap<string, KnownFile>;
  /** What was wrong in the folder, beside its files. */
  readonly problems: readonly Problem[];
}

/** Attaches the previous lake; undefined where there is none that this compiler wrote with these settings. */
export async function openPrevious(
  engine: Engine,
  out: string,
  settings: string
): Promise<PreviousLake | undefined> {
  if (!existsSync(out)) return undefined;
  try {
    await engine.run(`ATTACH ${quoteText(out)} AS old (READ_ONLY)`);
    const [info] = await engine.rows("SELECT version, settings FROM old.compiler.info");
    if (info?.version === COMPILER_VERSION && info.settings === settings)
      return await readPrevious(engine);
  } catch {
    // no database, or none of ours: it is as if there were none, and it is written over
  }
  await engine.run("DETACH DATABASE IF EXISTS old");
  return undefined;
}

async function readPrevious(engine: Engine): Promise<PreviousLake> {
  const files = await engine.rows(
    "SELECT f.*, s.stamp FROM old.main.files f JOIN old.compiler.stamps s USING (path)"
  );
  const sources = await engine.rows("FROM old.compiler.sources ORDER BY ALL");
  const columns = await engine.rows('FROM old.main.columns ORDER BY "table", position');
  const problems = (await engine.rows("FROM old.main.problems")).map(toProblem);
  const stored = groupBy(columns, (row) => row.table as string);
  const bySource = groupBy(sources, (row) => row.file as string);
  const byFile = groupBy(problems, ({file}) => file);
  const rejects = (await engine.rows("FROM old.main.rejects")) as unknown as LakeReject[];
  const rejectsOf = groupBy(rejects, ({file}) => file);
  const known = files.map((file): [string, KnownFile] => {
    const path = file.path as string;
    return [
      path,
      {
        path,
        format: file.format as string | null,
        connector: file.connector as string | null,
        bytes: file.bytes as number,
        sha256: file.sha256 as string,
        stamp: file.stamp as string,
        compiled: file.compiled as Date,
        details: file.details as string,
        problems: byFile.get(path) ?? [],
        rejects: rejectsOf.get(path) ?? [],
        cached: (bySource.get(path) ?? []).map((source) => toCachedRows(source, stored))
      }
    ];
  });
  const paths = new Set(known.map(([path]) => path));
  return {files: new Map(known), problems: problems.filter(({file}) => !paths.has(file))};
}

function toCachedRows(source: Row, stored: ReadonlyMap<string, Row[]>): CachedRows {
  const table = source.table as string;
  return {
    file: source.file as string,
    origin: {
      path: source.path as string,
      format: source.format as string,
      connector: source.connector as string | null
    },
    inner: source.inner as string,
    target: (source.target as string | null) ?? undefined,
    key: (source.key as string[] | null) ?? undefined,
    columns: JSON.parse(source.columns as string) as SourceColumn[],
    table,
    stored: (stored.get(table) ?? []).map((column): Column => ({
      name: column.name as string,
      type: column.type as string
    })),
    first: source.first_row as number,
    rows: source.rows as number,
    given: source.given as number
  };
}

function toProblem(row: Row): Problem {
  return {file: row.file as string, where: row.where as string, what: row.what as string};
}
