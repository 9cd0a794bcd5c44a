import {mkdir, mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {compileLake} from "../../src/workspace/compile.ts";
import type {BenchCase} from "./case.ts";
import {serveWithLake} from "./range-lake.ts";

const ROWS = 3_000_000;
const IDS = [17, 1_234_567, 2_999_999];

/** Bytes of the lake that one look-up by id fetches, against the whole file: what a page without byte ranges would fetch. */
export const pointQuery: BenchCase = {
  name: "point-query",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    const file = join(folder, "lake.duckdb");
    await makeLake(join(folder, "raw"), file);
    const served = await serveWithLake(file);
    try {
      const page = await served.browser.newPage();
      await page.goto(`${served.server.url}guide.html`);
      const ask = (sql: string) =>
        page.evaluate(
          async (text) => (await (await lakebook)!.lake.query(text)).toArray().length,
          sql
        );
      await ask("select 1");
      const opened = served.lakeBytes();
      const bytes: number[] = [];
      for (const id of IDS) {
        const before = served.lakeBytes();
        const rows = await ask(`select * from lake.things where id = ${id}`);
        if (rows !== 1) throw new Error(`look-up of ${id} gave ${rows} rows`);
        bytes.push(served.lakeBytes() - before);
      }
      const {size} = await stat(file);
      return [
        {
          what: `attach and first look-up in ${(size / 1e6).toFixed(0)} MB`,
          ours: opened + bytes[0]!,
          peer: size,
          unit: "bytes",
          goal: 0.03
        },
        {
          what: "a further look-up",
          ours: Math.max(...bytes.slice(1)),
          peer: size,
          unit: "bytes",
          goal: 0.03
        }
      ];
    } finally {
      await served.close();
      await rm(folder, {recursive: true});
    }
  }
};

/** About 50 MB, as our compiler writes it: ids in order, texts and numbers that do not compress well. */
async function makeLake(raw: string, file: string): Promise<void> {
  await mkdir(raw);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT range AS id, (hash(range) % 1000000000000)::BIGINT AS code, (hash(range + 1) % 1000000)::INTEGER AS amount,
      'thing ' || (hash(range + 2) % 100000) AS name FROM range(${ROWS})) TO '${join(raw, "things.csv")}'`
  );
  connection.closeSync();
  instance.closeSync();
  await compileLake({raw, out: file});
}
