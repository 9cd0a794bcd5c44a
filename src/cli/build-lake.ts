import {parseArgs} from "node:util";
import {isAbortError} from "../lib/errors.ts";
import type {CompileReport, CompiledFile} from "../lake/compile-report.ts";
import {toSummary} from "../lake/compile-report.ts";
import {compileLake} from "../workspace/compile.ts";
import type {Command} from "./command.ts";

const DEFAULT_LAKE = ".lakebook/lake.duckdb";
const DEFAULT_RAW = "data/raw";

/** `build-lake`: compiles a folder of raw files. */
export const buildLakeCommand: Command = {
  name: "build-lake",
  summary: "compile a folder of raw files into a lake",
  usage: `
usage: lakebook build-lake [--raw DIR] [--out FILE] [--vectors FILE] [--force] [--json]

Compiles all files below a folder into one DuckDB file. Only files that have changed are read again; a file that
cannot be read is a problem, and never stops the others. Prints for each file its tables, rows, columns and problems.

  --raw DIR    the folder ($LAKEBOOK_RAW, or ${DEFAULT_RAW}, if left out)
  --out FILE   the lake (default: ${DEFAULT_LAKE})
  --vectors FILE  which tables are embedded, as JSON: {"model": "builtin", "tables": ["notes"]}; texts that have
               not changed keep their vectors ($LAKEBOOK_VECTORS; none if left out)
  --force      read every file, changed or not
  --json       the report as one JSON object`,

  async run(args) {
    const {values} = parseArgs({
      args: [...args],
      options: {
        raw: {type: "string", default: process.env.LAKEBOOK_RAW || DEFAULT_RAW},
        out: {type: "string", default: DEFAULT_LAKE},
        vectors: {type: "string"},
        force: {type: "boolean", default: false},
        json: {type: "boolean", default: false}
      }
    });
    const vectors = values.vectors ?? process.env.LAKEBOOK_VECTORS;
    const stop = new AbortController();
    const onSignal = (): void => stop.abort();
    process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
    try {
      const report = await compileLake({
        raw: values.raw,
        out: values.out,
        force: values.force,
        ...(vectors && {vectors}),
        signal: stop.signal,
        onProgress({step, name, index, total}) {
          process.stderr.write(`${step} ${index + 1}/${total} ${name}\n`);
        }
      });
      process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : toText(report));
      process.stderr.write(
        `${toSummary(report)}; ${report.read} read in ${Math.round(report.elapsedMs)} ms\n`
      );
      return 0;
    } catch (error) {
      if (!isAbortError(error)) throw error;
      process.stderr.write("build-lake: stopped; the lake is as it was\n");
      return 1;
    } finally {
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    }
  }
};

function toText({files, problems}: CompileReport): string {
  const paths = new Set(files.map(({path}) => path));
  const others = problems.filter(({file}) => !paths.has(file));
  const lines = [
    ...files.flatMap(toLines),
    ...others.flatMap(({file, what}) => [file, `  problem: ${what}`])
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function toLines({path, tables, problems}: CompiledFile): string[] {
  const count = (n: number, noun: string): string =>
    `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
  return [
    path,
    ...tables.map(
      ({name, rows, columns}) => `  ${name}: ${count(rows, "row")}, ${count(columns, "column")}`
    ),
    ...problems.map(({where, what}) => `  problem: ${where === "" ? "" : `${where}: `}${what}`)
  ];
}
