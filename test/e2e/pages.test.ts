import {readFileSync, readdirSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Page} from "playwright";
import {describe, test} from "vitest";
import {useSite} from "./use-site.ts";
import {visit} from "./visit.ts";

const PAGES = readdirSync("notebooks")
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(".md", ".html"));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDE = {width: 1440, height: 900};
const NARROW = {width: 390, height: 844};
/** Each width is looked at wholly; then, in the other colours, by the rules that heed colours. */
const SCREENS = [
  {viewport: WIDE, colorScheme: "light", rules: "all"},
  {viewport: WIDE, colorScheme: "dark", rules: "colours"},
  {viewport: NARROW, colorScheme: "dark", rules: "all"},
  {viewport: NARROW, colorScheme: "light", rules: "colours"}
] as const;
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

const site = useSite({base: "/some/where/"});

describe.concurrent.each(PAGES)("%s below a sub-path", (name) => {
  test("opens without an error, a request to another host or a barrier, wide and narrow, light and dark", async ({
    expect
  }) => {
    const {page, context, problems, settle} = await visit(site.browser, site.url + name);
    await settle();
    expect(await page.title()).toContain("Lakebook");
    for (const {viewport, colorScheme, rules} of SCREENS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({colorScheme});
      await settle();
      const surplus = () =>
        page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
      await expect.poll(surplus, {message: `${name} overflows at ${viewport.width}`}).toBe(0);
      expect({viewport, colorScheme, barriers: await findBarriers(page, rules)}).toEqual({
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
async function findBarriers(page: Page, rules: "all" | "colours"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const options = {
    resultTypes: ["violations"],
    ...(rules === "colours" && {runOnly: COLOUR_RULES})
  };
  const {violations} = await page.evaluate<AxeResults>(
    `axe.run({exclude: [['svg[class^=plot] g']]}, ${JSON.stringify(options)})`
  );
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target}) => `${id}: ${help}: ${target.join(" ")}`)
  );
}
