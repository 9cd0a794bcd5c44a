import {createWriteStream} from "node:fs";
import {mkdir, mkdtemp, readFile, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {DuckDBInstance} from "@duckdb/node-api";
import Papa from "papaparse";
import {Random} from "../../src/lib/random.ts";
import {compileLake} from "../../src/workspace/compile.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";

const ROWS = 900_000;
const RUNS = 5;
const WORDS = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike".split(
  " "
);
/** What DuckDB's own statement for the same work may take at most, and the share of papaparse's time. */
const GOAL_DUCKDB = 1.25;
const GOAL_PAPAPARSE = 0.25;

/** 100 MB of CSV into a lake: against a bare `CREATE TABLE AS` of native DuckDB, and against papaparse to typed objects. */
export const compileCsv: BenchCase = {
  name: "compile-csv",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    try {
      const raw = join(folder, "raw");
      const csv = join(raw, "things.csv");
      await mkdir(raw);
      await pipeline(Readable.from(makeCsv()), createWriteStream(csv));
      const times = {ours: [] as number[], duckdb: [] as number[], papaparse: [] as number[]};
      for (let run = 0; run < RUNS; ++run) {
        times.ours.push(await time(() => compileLake({raw, out: join(folder, `ours-${run}`)})));
        times.duckdb.push(await time(() => createTable(csv, join(folder, `duckdb-${run}`))));
        times.papaparse.push(await time(() => parse(csv)));
      }
      const ours = median(times.ours);
      const what = `${((await stat(csv)).size / 1e6).toFixed(0)} MB of CSV`;
      return [
        {
          what: `${what}, bare CREATE TABLE AS`,
          ours,
          peer: median(times.duckdb),
          unit: "ms",
          goal: GOAL_DUCKDB
        },
        {
          what: `${what}, papaparse to objects`,
          ours,
          peer: median(times.papaparse),
          unit: "ms",
          goal: GOAL_PAPAPARSE
        }
      ];
    } finally {
      await rm(folder, {recursive: true});
    }
  }
};

/** Numbers, dates, quoted titles with commas and quotes, text with accents, empty fields. */
function* makeCsv(): Generator<string> {
  const random = new Random("compile-csv");
  const word = (): string => random.pick(WORDS);
  yield "id,time,day,category,title,amount,count,latitude,longitude,flag,note\n";
  for (let id = 0; id < ROWS; ++id) {
    const time = new Date(1.6e12 + id * 60_000).toISOString();
    const title = random.chance(0.35)
      ? `"${word()}, ${word()} ""${word()}"""`
      : `${word()} ${word()}`;
    yield `${[
      id,
      time.slice(0, 19).replace("T", " "),
      time.slice(0, 10),
      word(),
      title,
      random.between(0, 1000).toFixed(2),
      random.integer(0, 1e6),
      random.between(-90, 90).toFixed(6),
      random.between(-180, 180).toFixed(6),
      random.chance(0.5),
      random.chance(0.3) ? "" : `né ${word()} ${word()}`
    ].join(",")}\n`;
  }
}

async function createTable(csv: string, file: string): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE things AS SELECT * FROM read_csv('${csv}')`);
  connection.closeSync();
  instance.closeSync();
}

/** All rows as objects in memory, as a program has them that goes on to work with them. */
async function parse(csv: string): Promise<void> {
  const text = await readFile(csv, "utf8");
  const {data} = Papa.parse(text, {header: true, dynamicTyping: true});
  if (data.length < ROWS) throw new Error(`papaparse gave ${data.length} rows`);
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
