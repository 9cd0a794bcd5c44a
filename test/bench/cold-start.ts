import {execFileSync} from "node:child_process";
import {cp, mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import type {Browser} from "playwright";
import {bundlePackage, fillNpmCache} from "../../src/site/npm-cache.ts";
import {packageFolder} from "../../src/site/package-folder.ts";
import {compileLake} from "../../src/workspace/compile.ts";
import {serve} from "../e2e/static-server.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {serveWithLake} from "./range-lake.ts";

const RUNS = 5;
const ROWS = 200_000;
const SQL =
  "select category, count(*) as n, sum(amount) as total from sales group by category order by category";
/** The DuckDB that Framework 1.13 uses in its own pages. */
const PEER_ENGINE = "@duckdb/duckdb-wasm@1.29.0";

/** A cold browser from the address to the first answer: our site, and a page of Framework's own DuckDBClient, over one CSV. */
export const coldStart: BenchCase = {
  name: "cold-start",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    const raw = join(folder, "raw");
    await mkdir(raw);
    const csv = makeCsv();
    await writeFile(join(raw, "sales.csv"), csv);
    await compileLake({raw, out: join(folder, "lake.duckdb")});
    await buildPeer(join(folder, "peer"), csv);
    const ours = await serveWithLake(join(folder, "lake.duckdb"));
    const peer = await serve(join(folder, "peer", "dist"));
    try {
      const times = {ours: [] as number[], peer: [] as number[]};
      for (let run = 0; run < RUNS; ++run) {
        times.ours.push(await timeOurs(ours.browser, ours.server.url));
        times.peer.push(await timePeer(ours.browser, peer.url));
      }
      const what = `first answer over ${(csv.length / 1e6).toFixed(0)} MB of CSV`;
      return [{what, ours: median(times.ours), peer: median(times.peer), unit: "ms", goal: 1}];
    } finally {
      await ours.close();
      await peer.close();
      await rm(folder, {recursive: true});
    }
  }
};

async function timeOurs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${url}guide.html`, {waitUntil: "commit"});
  await page.waitForFunction(() => "lakebook" in globalThis);
  const rows = await page.evaluate(
    async (sql) => (await (await lakebook)!.query(sql)).numRows,
    SQL
  );
  const elapsed = performance.now() - start;
  if (rows !== 10) throw new Error(`our page gave ${rows} groups`);
  await context.close();
  return elapsed;
}

async function timePeer(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url, {waitUntil: "commit"});
  await page.locator("#answer", {hasText: "10 groups"}).waitFor();
  const elapsed = performance.now() - start;
  await context.close();
  return elapsed;
}

/** A Framework site of one page, with the engine that it would fetch installed from the registry instead. */
async function buildPeer(folder: string, csv: string): Promise<void> {
  const cache = join(folder, "src/.observablehq/cache/_npm");
  await mkdir(join(folder, "src"), {recursive: true});
  await writeFile(join(folder, "package.json"), JSON.stringify({type: "module", private: true}));
  await writeFile(join(folder, "src/sales.csv"), csv);
  await writeFile(
    join(folder, "observablehq.config.js"),
    `export default {root: "src", globalStylesheets: [], duckdb: {extensions: {json: null, parquet: null}}};`
  );
  await writeFile(
    join(folder, "src/index.md"),
    "```js\nconst db = DuckDBClient.of({sales: FileAttachment('sales.csv')});\n```\n\n" +
      `\`\`\`js\nconst rows = await db.query(${JSON.stringify(SQL)});\n\`\`\`\n\n` +
      "```js\ndisplay(html`<p id=answer>${rows.numRows} groups</p>`);\n```\n"
  );
  execFileSync("npm", ["install", "--no-save", "--ignore-scripts", PEER_ENGINE], {
    cwd: folder,
    stdio: ["ignore", 2, 2]
  });
  const engine = join(folder, "node_modules/@duckdb/duckdb-wasm/dist");
  const cached = join(cache, PEER_ENGINE);
  await fillNpmCache(cache);
  await bundlePackage(join(engine, "duckdb-browser.mjs"), cached);
  for (const file of ["eh.wasm", "browser-eh.worker.js", "mvp.wasm", "browser-mvp.worker.js"])
    await cp(join(engine, `duckdb-${file}`), join(cached, "dist", `duckdb-${file}`));
  const bin = resolve(packageFolder("@observablehq/framework"), "dist/bin/observable.js");
  execFileSync(process.execPath, [bin, "build"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1"}
  });
}

function makeCsv(): string {
  const lines = ["id,category,amount,note"];
  for (let i = 0; i < ROWS; ++i)
    lines.push(
      `${i},category ${i % 10},${((i * 7919) % 100_003) / 100},"note ${(i * 31) % 997}, of row ${i}"`
    );
  return `${lines.join("\n")}\n`;
}
