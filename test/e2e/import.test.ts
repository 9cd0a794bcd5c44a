import type {Page} from "playwright";
import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {visit} from "./visit.ts";

const site = useSite({base: "/in/"});

const open = (name: string, options?: Parameters<typeof visit>[2]) =>
  visit(site.browser, site.url + name, options);

const MARCH =
  "id;name;amount\n1;Lindqvist, Ada;10,50\n2;lindqvist, ada;20,00\n3;Moreau, Jan;30,25\n";
const APRIL = "id;name;amount\n2;Lindqvist, Ada;21,00\n3;Moreau, Jan;30,25\n4;Okafor, Ben;5,00\n";

/** Drops files on a page as the site.browser would hand them over. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.locator("lb-import-dialog").first().waitFor({state: "attached"});
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) transfer.items.add(new File([text], name));
    const event = {dataTransfer: transfer, bubbles: true, cancelable: true};
    document.body.dispatchEvent(new DragEvent("drop", event));
  }, files);
  await page.locator("lb-import-item").waitFor();
}

/** Imports a file into `raw.bank`, its rows told apart by `id`. */
async function importBank(page: Page, name: string, text: string): Promise<void> {
  await drop(page, {[name]: text});
  const target = page.getByLabel("Table", {exact: true});
  await target.fill("bank");
  await target.blur();
  const key = page.locator("lb-import-target details");
  await key.locator("summary").click();
  await key.getByRole("checkbox", {name: "id"}).check();
  await page.getByRole("button", {name: "Import 3 rows"}).click();
  await page.locator("lb-import-done").getByRole("link", {name: "raw.bank", exact: true}).waitFor();
}

async function ask(page: Page, sql: string): Promise<unknown[]> {
  return page.evaluate(async (sql) => {
    const workspace = await globalThis.lakebook!;
    const rows = (await workspace.query(sql)).toArray();
    return rows.map((row) => Object.values(row).map(String).join(" "));
  }, sql);
}

test("a file that is dropped on any page is read, cleaned, imported, asked, and taken back", async () => {
  const {page, context, problems, settle} = await open("index.html");
  await settle();
  await drop(page, {"march.csv": MARCH});
  const item = page.locator("lb-import-item");
  await item.getByText("semicolon · header in line 1 · 3 rows").waitFor();
  await item.getByRole("tab", {name: /^Steps/}).click();
  await page.getByLabel("Add a step").selectOption("split");
  await page.getByLabel("Column", {exact: true}).selectOption("name");
  await page.getByLabel("Into columns").fill("last");
  await page.keyboard.press("Enter");
  await page.getByLabel("Into columns").fill("first");
  await page.keyboard.press("Enter");
  await page.locator("lb-step-effect").getByText("Lindqvist").first().waitFor();
  await page.getByRole("button", {name: "Add step"}).click();
  await item.getByText("Split name at “, ” into last, first").waitFor();
  await page.getByLabel("Add a step").selectOption("cluster");
  await page.getByLabel("Column", {exact: true}).selectOption("last");
  await page.getByText("Lindqvist (1)").or(page.getByText("lindqvist (1)")).first().waitFor();
  await page.locator("lb-step-clusters").getByRole("checkbox").first().check();
  await page.getByRole("button", {name: "Add step"}).click();
  await page.getByRole("button", {name: "Import 3 rows"}).click();
  await page.locator("lb-import-done").getByText("3 new").first().waitFor();
  expect(await ask(page, "select count(distinct last), sum(amount) from raw.march")).toEqual([
    "2 60.75"
  ]);
  await page.getByRole("button", {name: "Undo"}).click();
  await page.getByText("Taken back: 3 rows went.").waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test("a later export adds what is new and changes what changed, stays after a reload, and is rolled back", async () => {
  const {page, context, problems, settle} = await open("import.html");
  await settle();
  await importBank(page, "march.csv", MARCH);
  await importBank(page, "april.csv", APRIL);
  await page.locator("lb-import-done").getByText("1 new, 1 changed, 1 the same").waitFor();
  await page.goto(`${site.url}lake.html?table=raw.bank`);
  await page.getByRole("heading", {name: "raw.bank"}).waitFor();
  expect(await ask(page, "select id, amount from raw.bank order by id")).toEqual([
    "1 10.5",
    "2 21",
    "3 30.25",
    "4 5"
  ]);
  await page.goto(`${site.url}batches.html`);
  const batches = page.locator("lb-batches-list tbody tr");
  await expect.poll(() => batches.count()).toBe(2);
  await batches.nth(1).getByRole("link").first().click();
  await page.getByRole("button", {name: "Roll back …"}).click();
  await page.getByText("1 row will go, 2 rows keep the value of a later batch.").waitFor();
  await page.getByRole("button", {name: "Roll back", exact: true}).click();
  await page.getByText("Rolled back: 1 row went").waitFor();
  expect(await ask(page, "select id from raw.bank order by id")).toEqual(["2", "3", "4"]);
  await page.getByRole("button", {name: "Undo"}).click();
  await page.getByText("Restored").waitFor();
  await page.getByRole("button", {name: "All batches"}).click();
  await page.getByRole("tab", {name: "Compare"}).click();
  await page.getByRole("button", {name: "Compare", exact: true}).click();
  await page.getByRole("button", {name: "changed 1"}).waitFor();
  await page.getByRole("button", {name: "added 1"}).waitFor();
  await page.getByRole("button", {name: "removed 1"}).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test("a guess that is changed on a phone shows its effect, and a file in place is asked where it lies", async () => {
  const {page, context, problems, settle} = await open("import.html", {
    viewport: {width: 390, height: 844}
  });
  await settle();
  await drop(page, {"march.csv": MARCH});
  const item = page.locator("lb-import-item");
  await page.getByLabel("Delimiter").selectOption("bar");
  await item.locator(".summary").getByText("1 column").waitFor();
  await page.getByLabel("Delimiter").selectOption("Guess");
  await item.locator(".summary").getByText("3 columns").waitFor();
  await page.getByRole("radio", {name: /Query in place/}).check();
  await page.getByRole("button", {name: "Query 1 table in place"}).click();
  await page
    .locator("lb-import-done")
    .getByRole("link", {name: "raw.march", exact: true})
    .waitFor();
  expect(await ask(page, "select count(*) from raw.march")).toEqual(["3"]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  ).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
  await context.close();
});
