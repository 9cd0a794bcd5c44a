import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {onTestFinished} from "vitest";
import type {CompileReport} from "../../src/lake/compile-report.ts";
import type {CompileOptions} from "../../src/lake/compile-options.ts";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import type {Row} from "../../src/model/query-result.ts";
import {compileLake} from "../../src/workspace/compile.ts";

type Content = string | Uint8Array;

/** A folder of raw files, gone when the test ends, and the lake that is compiled of it. */
export class RawFolder {
  readonly raw: string;
  readonly out: string;

  constructor(files: Readonly<Record<string, Content>> = {}) {
    const folder = mkdtempSync(join(tmpdir(), "lakebook-test-"));
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
    this.raw = join(folder, "raw");
    this.out = join(folder, "out", "lake.duckdb");
    mkdirSync(this.raw);
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** Writes a file; a file that was written before has a new time stamp then. */
  write(path: string, content: Content): void {
    const file = join(this.raw, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, content);
  }

  remove(path: string): void {
    rmSync(join(this.raw, path), {recursive: true});
  }

  compile(options: Partial<CompileOptions> = {}): Promise<CompileReport> {
    return compileLake({raw: this.raw, out: this.out, ...options});
  }

  /** The rows of a query on the compiled lake. */
  async rows(sql: string): Promise<Row[]> {
    const lake = await openNativeLake({file: this.out});
    try {
      return (await lake.query(sql)).toArray();
    } finally {
      await lake.close();
    }
  }
}

/** The names of the report's tables, in order. */
export function namesOf({tables}: CompileReport): string[] {
  return tables.map(({name}) => name).sort();
}

/** The paths of the files that were read. */
export function readOf({files}: CompileReport): string[] {
  return files.filter(({wasRead}) => wasRead).map(({path}) => path);
}
