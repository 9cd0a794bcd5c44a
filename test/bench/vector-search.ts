import type {DuckDBConnection} from "@duckdb/node-api";
import {ARRAY, DuckDBDataChunk, DuckDBInstance, FLOAT, INTEGER, arrayValue} from "@duckdb/node-api";
import {VectorScan} from "../../src/lib/vectors/vector-scan.ts";
import {findExactly, toRecall} from "../lib/vectors/exact-neighbours.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {DIMENSIONS, makeVectorSet} from "./vector-set.ts";

const ROWS = 100_000;
const TOP = 10;
const QUERIES = 15;
/** What DuckDB takes at once. */
const CHUNK_ROWS = 2048;

/** The ten nearest of 100,000 vectors against a loop in JavaScript and against DuckDB's scan of an array column. */
export const vectorSearchBench: BenchCase = {
  name: "vector-search",
  async run() {
    const vectors = makeVectorSet(ROWS, 1);
    const scan = new VectorScan(DIMENSIONS);
    scan.add(vectors);
    const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
    const connection = await instance.connect();
    await fillTable(connection, vectors);
    const times = {ours: [] as number[], loop: [] as number[], duckdb: [] as number[]};
    let missed = 0;
    for (let i = 0; i < QUERIES; ++i) {
      const row = i * 6007;
      const query = vectors.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
      let start = performance.now();
      const found = scan.nearest(query, {top: TOP});
      times.ours.push(performance.now() - start);
      start = performance.now();
      searchPlainly(query, vectors);
      times.loop.push(performance.now() - start);
      start = performance.now();
      await connection.runAndReadAll(
        `SELECT id FROM texts ORDER BY array_cosine_similarity(vector, (SELECT vector FROM texts WHERE id = ${row})) DESC LIMIT ${TOP}`
      );
      times.duckdb.push(performance.now() - start);
      const rows = found.map((neighbour) => neighbour.row);
      missed += 1 - toRecall(rows, findExactly(query, vectors, TOP));
    }
    connection.closeSync();
    instance.closeSync();
    const what = `the ${TOP} nearest of ${ROWS.toLocaleString("en-US")} × ${DIMENSIONS}`;
    const ours = median(times.ours);
    return [
      {
        what: `${what}, against array_cosine_similarity`,
        ours,
        peer: median(times.duckdb),
        unit: "ms",
        goal: 1 / 8
      },
      {
        what: `${what}, against a plain loop`,
        ours,
        peer: median(times.loop),
        unit: "ms",
        goal: 1 / 5
      },
      {
        what: "neighbours missed of 1,000",
        ours: (missed / QUERIES) * 1000,
        peer: 1000,
        unit: "",
        goal: 0.01
      }
    ];
  }
};

/** Chunk by chunk: row by row it is 38 million calls into native code. */
async function fillTable(connection: DuckDBConnection, vectors: Float32Array): Promise<void> {
  await connection.run(`CREATE TABLE texts (id INTEGER, vector FLOAT[${DIMENSIONS}])`);
  const appender = await connection.createAppender("texts");
  for (let start = 0; start < ROWS; start += CHUNK_ROWS) {
    const rows = Array.from({length: Math.min(CHUNK_ROWS, ROWS - start)}, (_, i) => start + i);
    const chunk = DuckDBDataChunk.create([INTEGER, ARRAY(FLOAT, DIMENSIONS)], rows.length);
    chunk.setColumnValues(0, rows);
    chunk.setColumnValues(
      1,
      rows.map((row) => arrayValue([...vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)]))
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function searchPlainly(query: Float32Array, vectors: Float32Array): number[] {
  const scores = new Float64Array(ROWS);
  for (let row = 0; row < ROWS; ++row) {
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; ++i) sum += query[i]! * vectors[row * DIMENSIONS + i]!;
    scores[row] = sum;
  }
  const best: number[] = [];
  for (let row = 0; row < ROWS; ++row) {
    if (best.length === TOP && scores[row]! <= scores[best[TOP - 1]!]!) continue;
    best.push(row);
    best.sort((a, b) => scores[b]! - scores[a]!);
    best.length = Math.min(TOP, best.length);
  }
  return best;
}
