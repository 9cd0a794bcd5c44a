import type {Page} from "playwright";
import {beforeAll, expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import type {Visit} from "./visit.ts";
import {visit} from "./visit.ts";

/** The main job, from a raw file to a kept answer, in one browser profile; each step stands on the last. */
const site = useSite({base: "/a/b/"});
let tour: Visit;
let page: Page;

beforeAll(async () => {
  tour = await visit(site.browser, `${site.url}index.html`);
  page = tour.page;
});

const go = (path: string) => page.goto(site.url + path);
const rows = (sql: string) =>
  page.evaluate(async (text) => (await (await lakebook!).query(text)).toArray(), sql);

test("the overview leads from a number to what it counts", async () => {
  await page
    .getByRole("region", {name: "Lake"})
    .getByRole("link", {name: "freezers", exact: true})
    .click();
  await page.waitForURL(/lake\.html\?table=freezers/);
});

test("the lake page profiles a table and shows its first rows", async () => {
  await page.getByText("setpoint").first().waitFor();
  await page.getByRole("tab", {name: "Rows"}).click();
  await page.getByRole("gridcell", {name: "FRZ-03"}).first().waitFor();
});

test("the console runs SQL, says where it is wrong, and keeps what was run", async () => {
  await go(`lake.html?sql=${encodeURIComponent("select nme from lake.freezers")}`);
  await page.getByRole("alert").getByText(/nme/).waitFor();
  await page.getByRole("button", {name: "Go to line 1, column 8"}).waitFor();
  await go(
    `lake.html?sql=${encodeURIComponent("select freezer, name, site, setpoint_celsius from lake.freezers order by freezer")}`
  );
  await page.getByRole("grid").getByText("FRZ-01").first().waitFor();
  await page.getByRole("button", {name: /Recent/}).click();
  await page
    .getByRole("dialog", {name: "Recent queries"})
    .getByText("select nme from lake.freezers")
    .waitFor();
  await page.keyboard.press("Escape");
});

test("a chart of the result is drawn", async () => {
  await page.getByRole("tab", {name: "Chart"}).click();
  await page.locator("lb-chart .plotly").first().waitFor();
  await page.getByRole("tab", {name: "Result"}).click();
});

test("a result is saved as CSV, JSON, NDJSON and Parquet", async () => {
  for (const format of ["CSV", "JSON", "NDJSON", "Parquet"]) {
    await page.getByRole("button", {name: /Export/}).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", {name: new RegExp(`^${format}`)}).click()
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^freezers.*\\.${format.toLowerCase()}$`)
    );
  }
});

test("rows become entries, and no more of them the second time", async () => {
  await page.getByRole("button", {name: "Keep all 8 rows as entries"}).click();
  await page.getByRole("button", {name: "Keep 8 rows as entries", exact: true}).click();
  await page.getByText(/8 added/).waitFor();
  await go(
    `lake.html?sql=${encodeURIComponent("select freezer, name, site, setpoint_celsius from lake.freezers order by freezer")}`
  );
  await page.getByRole("button", {name: "Keep all 8 rows as entries"}).click();
  await page.getByRole("button", {name: "Keep 8 rows as entries", exact: true}).click();
  await page.getByText(/8 unchanged/).waitFor();
  expect(await rows("select count(*) as n from ws.freezer")).toEqual([{n: 8}]);
});

test("an entry is added in a form that its type generates", async () => {
  await go("entries.html?type=freezer");
  await page.getByRole("button", {name: "New freezer"}).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Freezer/).fill("FRZ-99");
  await dialog.getByLabel(/^Name/).fill("Ibex");
  await dialog.getByLabel(/^Site/).selectOption("ALD-1");
  await dialog.getByLabel(/^Setpoint/).fill("-80");
  await dialog.getByRole("button", {name: "Add freezer"}).click();
  await expect
    .poll(() => rows("select count(*) as n from ws.freezer where title = 'Ibex'"))
    .toEqual([{n: 1}]);
});

test("the entries page finds by text, and an entry shows where it came from", async () => {
  await go("entries.html?type=freezer");
  await page.getByRole("searchbox", {name: "Search entries"}).fill("musk");
  await page
    .getByText(/1 of 9|1 entry/)
    .first()
    .waitFor();
  await page.getByRole("link", {name: "Muskox"}).click();
  await page.waitForURL(/entry\.html/);
  const source = page.getByRole("region", {name: "Source"});
  await source.getByText("freezers.json").first().waitFor();
});

test("similar entries come from embeddings that are computed in a worker, with scores", async () => {
  const similar = page.getByRole("region", {name: "Similar entries"});
  await similar.getByRole("link", {name: "Narwhal"}).waitFor({timeout: 60_000});
  await expect.poll(() => similar.textContent()).toMatch(/0\.\d\d|1\.00/);
});

test("an edge shows its inverse at the other end", async () => {
  const edges = page.getByRole("region", {name: "Edges"});
  await edges.getByRole("button", {name: "Add an edge"}).click();
  await edges.getByLabel("From here").fill("replaced by");
  await edges.getByLabel("From there").fill("replaces");
  const picker = edges.getByRole("combobox", {name: "Other entry"});
  await picker.fill("narw");
  await edges.getByRole("option", {name: /Narwhal/}).click();
  await edges.getByRole("button", {name: "Add", exact: true}).click();
  const link = edges.getByRole("link", {name: "Narwhal"});
  await link.click();
  await page.getByRole("heading", {level: 1, name: "Narwhal"}).waitFor();
  await page.getByRole("region", {name: "Edges"}).getByText("replaces").waitFor();
  await page.getByRole("region", {name: "Edges"}).getByRole("link", {name: "Muskox"}).waitFor();
});

test("after a reload everything is still there, and SQL joins it with the lake", async () => {
  await page.reload();
  await page.getByRole("region", {name: "Edges"}).getByRole("link", {name: "Muskox"}).waitFor();
  expect(await rows("select count(*) as n from ws.entries")).toEqual([{n: 9}]);
  expect(await rows("select kind, from_title, to_title from ws.edges")).toEqual([
    {kind: "replaced_by", from_title: "Muskox", to_title: "Narwhal"}
  ]);
  const joined = await rows(
    "select count(*) as n from ws.freezer f join lake.containers c on c.freezer = f.freezer where f.title = 'Muskox'"
  );
  expect(joined[0]!.n).toBeGreaterThan(0);
});

test("what is deleted comes back with undo", async () => {
  await go("entries.html?type=freezer");
  await page.getByRole("checkbox", {name: "Select Ibex"}).check();
  await page.getByRole("button", {name: /^Delete/}).click();
  await expect.poll(() => rows("select count(*) as n from ws.freezer")).toEqual([{n: 8}]);
  await page.getByRole("button", {name: /^Undo/}).first().click();
  await expect.poll(() => rows("select count(*) as n from ws.freezer")).toEqual([{n: 9}]);
});

test("the overview counts what was kept", async () => {
  await go("index.html");
  const kept = page.getByRole("region", {name: "Kept"});
  await kept.getByRole("link", {name: "Freezers"}).waitFor();
  await expect.poll(() => kept.textContent()).toMatch(/entries\s*9/);
});

test("nothing on the way was an error or a request to another host", () => {
  expect(tour.problems).toEqual([]);
});
