import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {compileLake} from "../../src/workspace/compile.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {serveWithLake} from "./range-lake.ts";

const ENTRIES = 100_000;
const EDITS = 30;
/** How soon after an edit SQL is to see it. */
const GOAL_MS = 50;

/** From an edit of one of 100,000 entries that is written to the answer of a query which has it. */
export const mirrorBench: BenchCase = {
  name: "mirror",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    const file = join(folder, "lake.duckdb");
    await mkdir(join(folder, "raw"));
    await writeFile(join(folder, "raw", "things.csv"), "id,name\n1,a\n");
    await compileLake({raw: join(folder, "raw"), out: file});
    const served = await serveWithLake(file);
    try {
      const page = await served.browser.newPage();
      await page.goto(`${served.server.url}guide.html`);
      const times = await page.evaluate(
        async ({entries, edits}) => {
          const workspace = (await lakebook)!;
          const {store} = workspace;
          await store.types.put({
            name: "bench",
            label: "Bench",
            plural: "Benches",
            titleField: "title",
            keyField: null,
            version: 1,
            schema: {
              type: "object",
              properties: {
                title: {type: "string"},
                note: {type: "string"},
                year: {type: "integer"},
                price: {type: "number"}
              }
            }
          });
          for (let start = 0; start < entries; start += 10_000)
            await store.entries.addAll(
              Array.from({length: 10_000}, (_, i) => ({
                type: "bench",
                fields: {title: `Thing ${start + i}`, note: `note ${i}`, year: i, price: i / 7}
              }))
            );
          await workspace.query("select count(*) from ws.bench");
          const {entries: edited} = await store.entries.page({type: "bench", limit: edits});
          const times: number[] = [];
          for (const entry of edited) {
            await store.entries.update(entry.id, {fields: {...entry.fields, year: -1}});
            const start = performance.now();
            const result = await workspace.query(
              `select year from ws.bench where id = '${entry.id}'`
            );
            times.push(performance.now() - start);
            if (result.value(0, 0) !== -1) throw new Error("the query does not see the edit");
          }
          return times;
        },
        {entries: ENTRIES, edits: EDITS}
      );
      const what = `an edit among ${ENTRIES.toLocaleString("en")} entries is seen by SQL`;
      return [{what, ours: median(times), peer: GOAL_MS, unit: "ms", goal: 1}];
    } finally {
      await served.close();
      await rm(folder, {recursive: true});
    }
  }
};
