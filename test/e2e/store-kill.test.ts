import type {BrowserContext, Page} from "playwright";
import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {kill} from "./visit.ts";

/** Enough that the write takes about a second. */
const ENTRIES = 20_000;

const site = useSite();

async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}settings.html`);
  await page.waitForFunction(() => globalThis.lakebook !== undefined);
  return page;
}

/** Begins to add entries; tells when the first of them are written. */
async function beginAdding(page: Page): Promise<void> {
  let hasBegun: () => void;
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  await page.exposeFunction("begun", () => hasBegun());
  await page.evaluate(async (count) => {
    const {store} = (await lakebook)!;
    const {begun} = globalThis as unknown as {begun: () => unknown};
    await store.types.put({
      name: "thing",
      label: "Thing",
      plural: "Things",
      schema: {type: "object", properties: {name: {type: "string"}}},
      titleField: "name",
      keyField: null,
      version: 1
    });
    const drafts = Array.from({length: count}, (_, i) => ({
      type: "thing",
      fields: {name: `Thing ${i}`}
    }));
    void store.entries.addAll(drafts, {onProgress: () => void begun()});
  }, ENTRIES);
  await begun;
}

test.each([0, 200, 800])(
  "a tab that is killed %i ms into a bulk add leaves all of the entries with their history, or none",
  async (wait) => {
    const context = await site.browser.newContext();
    const page = await openTab(context);
    await beginAdding(page);
    await new Promise((resolve) => setTimeout(resolve, wait));
    await kill(page);
    const kept = await (
      await openTab(context)
    ).evaluate(async () => {
      const {store} = (await lakebook)!;
      const {entries, total} = await store.entries.page({type: "thing", limit: 1});
      const histories = await Promise.all(
        entries.map(async ({id}) => (await store.history.of("entries", id)).length)
      );
      const writes = await store.history.recent();
      await store.entries.add({type: "thing", fields: {name: "Afterwards"}});
      return {total, histories, writes: writes.map(({added}) => added)};
    });
    expect([
      {total: 0, histories: [], writes: [1]},
      {total: ENTRIES, histories: [1], writes: [ENTRIES, 1]}
    ]).toContainEqual(kept);
    await context.close();
  }
);
