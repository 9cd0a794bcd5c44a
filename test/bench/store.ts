import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import type {Page} from "playwright";
import {chromium} from "playwright";
import {build} from "vite";
import {CHROMIUM_FLAGS, findChromium} from "../chromium.ts";
import {serve} from "../e2e/static-server.ts";
import type {BenchCase, BenchResult} from "./case.ts";
import type {storeBench as StoreBench} from "./store-page.ts";

declare const storeBench: typeof StoreBench;

const MANY = Number(process.env.LAKEBOOK_BENCH_ENTRIES ?? 100_000);
const FEW = 100;
const RUNS = 2;
/** What a search may take. */
const SEARCH_MS = 50;

/** The store in a browser with a profile on disk, against bare Dexie with the same rows and indexes. */
export const storeBenchCase: BenchCase = {
  name: "store",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    await bundlePage(folder);
    const server = await serve(folder);
    const visit: Visit = async (profile, work) => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium(),
        args: CHROMIUM_FLAGS
      });
      try {
        const page = await context.newPage();
        await page.goto(server.url);
        return await work(page);
      } finally {
        await context.close();
      }
    };
    try {
      const inProfile: InProfile = async (work) => {
        const profile = await mkdtemp(join(folder, "profile-"));
        return work((job) => visit(profile, job));
      };
      return [
        ...(await compareWrites(inProfile)),
        ...(await inProfile((visit) => visit(measureReads)))
      ];
    } finally {
      await server.close();
      await rm(folder, {recursive: true});
    }
  }
};

type Visit = <T>(profile: string, work: (page: Page) => Promise<T>) => Promise<T>;
/** A profile of its own for each job, so that the browser's count of bytes is of it alone; it can be visited again. */
type InProfile = <T>(
  work: (visit: <V>(job: (page: Page) => Promise<V>) => Promise<V>) => Promise<T>
) => Promise<T>;

async function compareWrites(inProfile: InProfile): Promise<BenchResult[]> {
  const ours: Added[] = [];
  const peer: Added[] = [];
  for (let run = 0; run < RUNS; ++run) {
    ours.push(await add(inProfile, "addOurs"));
    peer.push(await add(inProfile, "addPeer"));
  }
  const least = (added: readonly Added[], of: keyof Added): number =>
    Math.min(...added.map((one) => one[of]));
  const what = `${MANY.toLocaleString("en-US")} entries`;
  return [
    {
      what: `add ${what} with history, against bulkPut of the same rows with the same indexes`,
      ours: least(ours, "ms"),
      peer: least(peer, "ms"),
      unit: "ms",
      goal: 2
    },
    {
      what: `room for ${what} with history, against without`,
      ours: least(ours, "bytes"),
      peer: least(peer, "bytes"),
      unit: "bytes",
      goal: 1.5
    }
  ];
}

interface Added {
  readonly ms: number;
  readonly bytes: number;
}

function add(inProfile: InProfile, how: "addOurs" | "addPeer"): Promise<Added> {
  return inProfile(async (visit) => {
    const ms = await visit((page) =>
      page.evaluate(([how, count]) => storeBench[how]("bench", count), [how, MANY] as const)
    );
    // a browser that starts puts what it had only written down in its place: before, the count is of both
    const bytes = await visit((page) => page.evaluate(() => storeBench.usage("bench")));
    return {ms, bytes};
  });
}

async function measureReads(page: Page): Promise<BenchResult[]> {
  const {many, few, search, trash} = await page.evaluate(
    async ([count, few]) => {
      await storeBench.addOurs("many", count);
      await storeBench.addOurs("few", few);
      return {
        few: await storeBench.openList("few"),
        many: await storeBench.openList("many"),
        search: await storeBench.search("many"),
        trash: await storeBench.openTrash("many")
      };
    },
    [MANY, FEW] as const
  );
  const what = `among ${MANY.toLocaleString("en-US")}`;
  const bounded = (label: string, ours: number, peer: number): BenchResult => ({
    what: `${label} ${what}, against what it may take`,
    ours,
    peer,
    unit: "ms",
    goal: 1
  });
  return [
    {
      what: `store opened and first page of the list ${what} entries, against ${FEW}`,
      ours: many,
      peer: few,
      unit: "ms",
      goal: 1.5
    },
    bounded("search, middle", search.middle, SEARCH_MS),
    bounded("search, 95th percentile", search.high, SEARCH_MS),
    bounded("first search", search.first, 100 * SEARCH_MS),
    bounded("first page of a trash of all", trash.first, 100 * SEARCH_MS),
    bounded("next page of a trash of all", trash.next, 10 * SEARCH_MS)
  ];
}

async function bundlePage(folder: string): Promise<void> {
  await build({
    logLevel: "error",
    configFile: false,
    build: {
      outDir: folder,
      lib: {
        entry: resolve("test/bench/store-page.ts"),
        formats: ["es"],
        fileName: () => "store-page.js"
      }
    }
  });
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><script type="module" src="store-page.js"></script>`
  );
}
