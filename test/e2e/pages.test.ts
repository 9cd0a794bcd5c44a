import {readFileSync, readdirSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright";
import {afterAll, beforeAll, describe, test} from "vitest";
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
  {viewport: {width: 390, height: 844}, colorScheme: "dark"},
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
  test("opens without an error, a request to another host or a barrier, wide and narrow, light and dark", async ({
    expect
  }) => {
    const {page, context, problems, settle} = await visit(browser, server.url + name);
    await settle();
    expect(await page.title()).toContain("Lakebook");
    for (const {viewport, colorScheme} of SCREENS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({colorScheme});
      await settle();
      const surplus = () =>
        page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
      await expect.poll(surplus, {message: `${name} overflows at ${viewport.width}`}).toBe(0);
      expect({viewport, colorScheme, barriers: await findBarriers(page)}).toEqual({
        viewport,
        colorScheme,
        barriers: []
      });
    }
    expect(problems).toEqual([]);
    await context.close();
  });
});

/**
 * What axe finds: the rule, and the elements that break it. The groups inside of an Observable Plot chart carry labels
 * that ARIA forbids there; they are Plot's own and not looked into.
 */
async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const {violations} = await page.evaluate<AxeResults>(
    "axe.run({exclude: [['svg[class^=plot] g']]}, {resultTypes: ['violations']})"
  );
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target}) => `${id}: ${help}: ${target.join(" ")}`)
  );
}
