import type {BrowserContext, Page} from "playwright";
import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {kill} from "./visit.ts";

/** Large enough that each step of an import takes a while. */
const ROWS = 40_000;

const site = useSite();

/** What is kept, as one tab sees it. */
interface Kept {
  readonly files: number;
  readonly batches: number;
  /** Rows of the table; null where there is none. */
  readonly rows: number | null;
  readonly names: number;
}

const BEFORE: Kept = {files: 0, batches: 0, rows: null, names: 0};
const AFTER: Kept = {files: 1, batches: 1, rows: ROWS, names: 1};

/** A tab with the workspace open on a page that asks nothing of it, in a profile that has something or nothing already. */
async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}guide.html`);
  await page.waitForFunction(() => globalThis.lakebook !== undefined);
  return page;
}

/** Begins an import and tells how far it is; the promise is of no use once the tab is dead. */
async function beginImport(page: Page, onStep: (step: string) => void): Promise<void> {
  await page.exposeFunction("reached", onStep);
  await page.evaluate(async (rows) => {
    const {imports} = await lakebook!;
    const reached = (step: string): unknown =>
      (globalThis as unknown as {reached: (step: string) => unknown}).reached(step);
    const parts = ["id,name,value\n"];
    for (let i = 0; i < rows; ++i) parts.push(`${i},person number ${i} of many more,${i / 8}\n`);
    const blob = new File(parts, "people.csv");
    void (async () => {
      const onProgress = ({step}: {step: string}) => void reached(step);
      const session = await imports.open([{path: "people.csv", blob}], {onProgress});
      reached("opened");
      const committing = session.commit({onProgress});
      reached("committing");
      await committing;
      reached("committed");
    })();
  }, ROWS);
}

async function readKept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const workspace = await lakebook!;
    const {imports} = workspace;
    await (await imports.open([])).close(); // clears away what nothing names
    const [files, batches, tables] = [
      await imports.files(),
      await imports.batches(),
      await imports.tables()
    ];
    const counted = tables.some(({name}) => name === "people")
      ? await workspace.query("select count(*) as n from raw.people")
      : undefined;
    const root = await navigator.storage.getDirectory();
    const lakebookFolder = await root.getDirectoryHandle("lakebook", {create: true});
    const folder = await lakebookFolder.getDirectoryHandle("files", {create: true});
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return {
      files: files.length,
      batches: batches.length,
      rows: counted ? (counted.value(0, 0) as number) : null,
      names: names.length
    };
  });
}

test.each([
  ["hash", 0],
  ["read", 0],
  ["committing", 0],
  ["copy", 0],
  ["copy", 60]
])("a tab that is killed at %j and %i ms leaves the state before or after", async (point, wait) => {
  const context = await site.browser.newContext();
  const page = await openTab(context);
  const reached = new Promise<void>((resolve) => {
    void beginImport(page, (step) => {
      if (step === point || step === "committed") resolve();
    });
  });
  await reached;
  await new Promise((resolve) => setTimeout(resolve, wait));
  await kill(page);
  const other = await openTab(context);
  const kept = await readKept(other);
  expect([BEFORE, AFTER]).toContainEqual(kept);
  await context.close();
});

test("an import that nobody kills comes to its end, and is there after the tab is gone", async () => {
  const context = await site.browser.newContext();
  const page = await openTab(context);
  await new Promise<void>((resolve) => {
    void beginImport(page, (step) => {
      if (step === "committed") resolve();
    });
  });
  await kill(page);
  expect(await readKept(await openTab(context))).toEqual(AFTER);
  await context.close();
});
