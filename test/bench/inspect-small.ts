import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Random} from "../../src/lib/random.ts";
import {inspectFiles} from "../../src/workspace/inspect.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";

const FILES = 300;
const ROWS = 40;
const RUNS = 3;
const DELIMITERS = [",", ";", "\t", "|"];
const TITLE = "Report of things\nmade for nobody\n\n";
/** A file in 3.3 milliseconds. */
const GOAL_MS = 1000;

/** Detection and reading of 300 small delimited files, as `inspect` does it: against one second. */
export const inspectSmall: BenchCase = {
  name: "inspect-small",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    try {
      const random = new Random("inspect-small");
      const paths = Array.from({length: FILES}, (_, i) => join(folder, `t${i}.csv`));
      for (const [i, path] of paths.entries()) await writeFile(path, makeCsv(random, i));
      const times: number[] = [];
      for (let run = 0; run < RUNS; ++run) {
        const start = performance.now();
        let tables = 0;
        for await (const inspection of inspectFiles(paths)) tables += inspection.tables.length;
        times.push(performance.now() - start);
        if (tables !== FILES) throw new Error(`${tables} tables of ${FILES}`);
      }
      return [
        {
          what: `${FILES} small files, one second`,
          ours: median(times),
          peer: GOAL_MS,
          unit: "ms",
          goal: 1
        }
      ];
    } finally {
      await rm(folder, {recursive: true});
    }
  }
};

/** Ever another delimiter, some with a title, decimal commas, dates that are not as ISO 8601 has them, and quotes. */
function makeCsv(random: Random, i: number): string {
  const delimiter = DELIMITERS[i % DELIMITERS.length]!;
  const mark = delimiter === ";" ? "," : ".";
  const lines = Array.from({length: ROWS}, (_, row) =>
    [
      row + 1,
      `${String(random.integer(1, 28)).padStart(2, "0")}.0${random.integer(1, 9)}.2024`,
      random.between(0, 1000).toFixed(2).replace(".", mark),
      `"a text, with ""quotes"" ${random.integer(0, 99)}"`,
      random.chance(0.2) ? "" : random.pick(["red", "green", "blue"])
    ].join(delimiter)
  );
  const header = ["id", "day", "amount", "text", "colour"].join(delimiter);
  return `${i % 3 === 0 ? TITLE : ""}${[header, ...lines].join("\n")}\n`;
}
