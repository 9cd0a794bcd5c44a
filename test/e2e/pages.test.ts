import {readFileSync, readdirSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {StaticServer} from "./static-server.ts";
import {serve} from "./static-server.ts";
import {launch, visit} from "./visit.ts";

const PAGES = readdirSync("notebooks")
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(".md", ".html"));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = [
  {viewport: {width: 1440, height: 900}, colorScheme: "light"},
  {viewport: {width: 1440, height: 900}, colorScheme: "dark"},
  {viewport: {width: 390, height: 844}, colorScheme: "light"}
] as const;

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await launch();
  server = await serve("dist", {base: "/some/where/"});
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.concurrent.each(PAGES)("%s below a sub-path", (name) => {
  test.each(SCREENS)(
    "opens without an error, a request to another host or a barrier (%o)",
    async (screen) => {
      const {page, context, problems, settle} = await visit(browser, server.url + name, screen);
      await settle();
      expect(await page.title()).toContain("Lakebook");
      expect(await findBarriers(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      ).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
      await context.close();
    }
  );
});

/**
 * What axe finds: the rule, and the elements that break it. The groups inside of an Observable Plot chart carry labels
 * that ARIA forbids there; they are Plot's own and not looked into.
 */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const {violations} = await page.evaluate<AxeResults>(
    "axe.run({exclude: [['svg[class^=plot] g']]})"
  );
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target}) => `${id}: ${help}: ${target.join(" ")}`)
  );
}
