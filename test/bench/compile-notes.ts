import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {compileLake} from "../../src/workspace/compile.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";

const NOTES = 2000;
const RUNS = 3;
/** DuckDB only reads the bytes: no titles, links, tags or hashes. */
const GOAL_READ = 15;
/** What a change of one note may take of what all take. */
const GOAL_CHANGE = 0.25;

/** A vault of notes into a lake: against DuckDB's reading of the same files, and one changed note against all. */
export const compileNotes: BenchCase = {
  name: "compile-notes",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    try {
      const raw = join(folder, "raw");
      await mkdir(raw);
      for (let i = 0; i < NOTES; ++i) await writeFile(join(raw, `${i}.md`), toNote(i));
      const times = {all: [] as number[], change: [] as number[], read: [] as number[]};
      for (let run = 0; run < RUNS; ++run) {
        const out = join(folder, `ours-${run}`);
        times.all.push(await timeCompile({raw, out}, NOTES));
        await writeFile(join(raw, "1000.md"), `${toNote(1000)}\nchange ${run}\n`);
        times.change.push(await timeCompile({raw, out}, 1));
        times.read.push(await timeRead(raw, join(folder, `duckdb-${run}`)));
      }
      const all = median(times.all);
      const what = `${NOTES.toLocaleString("en")} notes`;
      return [
        {
          what: `${what}, DuckDB's read_text`,
          ours: all,
          peer: median(times.read),
          unit: "ms",
          goal: GOAL_READ
        },
        {
          what: `one of ${what} changed, all anew`,
          ours: median(times.change),
          peer: all,
          unit: "ms",
          goal: GOAL_CHANGE
        }
      ];
    } finally {
      await rm(folder, {recursive: true});
    }
  }
};

function toNote(i: number): string {
  return `---\ntags: [a, b${i % 7}]\n---\n# Note ${i}\n\nAbout [[${(i * 7) % NOTES}]] and [[${(i * 13) % NOTES}|more]].\n`;
}

async function timeCompile(
  places: {readonly raw: string; readonly out: string},
  expected: number
): Promise<number> {
  const {read, elapsedMs} = await compileLake(places);
  if (read !== expected) throw new Error(`${read} notes were read, not ${expected}`);
  return elapsedMs;
}

async function timeRead(raw: string, file: string): Promise<number> {
  const start = performance.now();
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE notes AS SELECT * FROM read_text('${raw}/*.md')`);
  connection.closeSync();
  instance.closeSync();
  return performance.now() - start;
}
