import type {Engine} from "../../src/lake/engine.ts";
import {toMessage} from "../../src/lib/errors.ts";
import {quoteIdentifier} from "../../src/lib/sql.ts";
import {readFileTables} from "../../src/workspace/imports/read-file.ts";
import type {ContractFile} from "./files/contract-file.ts";

/** What an engine made of a file, in plain text: to be the same in every one. */
export interface Answer {
  readonly path: string;
  readonly format: string | null;
  readonly connector: string | null;
  readonly tables: readonly {
    readonly inner: string;
    readonly target: string | null;
    readonly columns: readonly string[];
    readonly rows: readonly string[];
    readonly problems: readonly string[];
    readonly rejects: readonly string[];
  }[];
  readonly problems: readonly string[];
  readonly rejects: readonly string[];
  /** What was thrown, which nothing may be. */
  readonly thrown: string | null;
}

const toLine = ({where, what}: {where: string; what: string}): string => `${where}: ${what}`;

/** Reads files one after the other. */
export async function readAll(engine: Engine, files: readonly ContractFile[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [i, file] of files.entries())
    answers.push(await readOne(engine, file, `contract ${i}`));
  return answers;
}

async function readOne(
  engine: Engine,
  {path, bytes}: ContractFile,
  schema: string
): Promise<Answer> {
  const place = `memory.${quoteIdentifier(schema)}`;
  await engine.run(`CREATE SCHEMA ${place}`);
  try {
    const blob = new Blob([new Uint8Array(bytes)]);
    const request = {path, blob, parse: {}, schema, sample: null, inner: null, isInPlace: false};
    const read = await readFileTables(engine, request);
    const tables: Answer["tables"][number][] = [];
    for (const {inner, target, columns, relation, problems, rejects} of read.tables) {
      const rows = await engine.rows(`SELECT COLUMNS(*)::VARCHAR FROM ${relation}`);
      tables.push({
        inner,
        target,
        columns: columns.map(({name, type}) => `${name} ${type}`),
        rows: rows.map((row) => JSON.stringify(Object.values(row))),
        problems: problems.map(toLine),
        rejects: rejects.map(toLine)
      });
    }
    return {
      path,
      format: read.format,
      connector: read.connector?.name ?? null,
      tables,
      problems: read.problems.map(toLine),
      rejects: read.rejects.map(toLine),
      thrown: null
    };
  } catch (error) {
    const none = {format: null, connector: null, tables: [], problems: [], rejects: []};
    return {path, ...none, thrown: toMessage(error)};
  } finally {
    await engine.run(`DROP SCHEMA ${place} CASCADE`);
  }
}
