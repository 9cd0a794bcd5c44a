import {page, userEvent} from "vitest/browser";
import {beforeEach, expect, test} from "vitest";
import type {LbLake} from "../../../components/lb-lake.ts";
import "../../../components/lb-lake.ts";
import type {Workspace} from "../../../src/index.ts";
import {readNamedTables, readPlainRowSql, toEndText, toRawRowSql} from "../../../src/index.ts";
import {toRowNamesSql} from "../../../src/workspace/imports/raw-rows.ts";
import {ENGINE} from "../lake/engine.ts";
import {SMALL_LAKE, useWorkspace, withMembers} from "./lake.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {goTo} from "./records.ts";

const lake = useWorkspace(ENGINE, {fill: SMALL_LAKE});
const empty = useWorkspace(ENGINE);

beforeEach(async () => {
  await page.viewport(1280, 900);
  goTo("");
  sessionStorage.clear();
});

const imported = useWorkspace(ENGINE);

const open = async (workspace: Workspace = lake(), style?: string): Promise<LbLake> => {
  const element = await mount("lb-lake", {workspace}, style ?? "width: 1200px");
  await expect.poll(() => parts(element, ".skeleton").length, {timeout: 10_000}).toBe(0);
  await settle(element);
  return element;
};

const ui = (element: Element) => page.elementLocator(element);

const text = (element: Element): string =>
  element.shadowRoot!.textContent.replace(/\s+/g, " ").trim();

const names = (element: Element): string[] =>
  parts(part(element, "lb-catalogue"), "tbody th").map((th) => th.textContent.trim());

test("lb-lake lists the tables with rows, files, format, size, SHA-256, when, and problems", async () => {
  const element = await open();
  expect(names(element)).toEqual(["expenses", "people", "rooms"]);
  const catalogue = part(element, "lb-catalogue");
  const row = parts(catalogue, "tbody tr").find((tr) => tr.textContent.includes("people"))!;
  const cells = Array.from(row.querySelectorAll("td"), (td) =>
    td.textContent.replace(/\s+/g, " ").trim()
  );
  expect(cells.slice(0, 5)).toEqual(["3,000", "2", "1", "csv", "12.3 kB"]);
  expect(cells[5]).toMatch(/^[0-9a-f]{8}$/);
  expect(cells[6]).toMatch(/^2024-03-01 \d\d:30$/);
  expect(cells[7]).toBe("⚠ 1");
  await expectAccessible(element);
});

test("lb-lake sorts its tables by a header, numbers from the largest, and finds them by name or file", async () => {
  const element = await open();
  const catalogue = part(element, "lb-catalogue");
  await ui(catalogue).getByRole("button", {name: "Rows"}).click();
  const rows = () =>
    parts(catalogue, "tbody tr").map((tr) =>
      Number(tr.querySelector("td")!.textContent.replace(/,/g, ""))
    );
  expect(rows()).toEqual(rows().toSorted((a, b) => b - a));
  await ui(catalogue).getByRole("searchbox").fill("expenses-2024");
  await settle(catalogue);
  expect(names(element)).toEqual(["expenses"]);
});

test("lb-lake shows files, problems and refused rows of the whole lake", async () => {
  const element = await open();
  const catalogue = part(element, "lb-catalogue");
  await ui(catalogue)
    .getByRole("tab", {name: /^Files/})
    .click();
  await settle(catalogue);
  expect(text(part(catalogue, "lb-grid"))).toContain("expenses-2023.csv");
  await ui(catalogue)
    .getByRole("tab", {name: /^Problems/})
    .click();
  await settle(catalogue);
  expect(text(part(catalogue, "lb-grid"))).toContain("broken.json");
  await ui(catalogue)
    .getByRole("tab", {name: /^Refused/})
    .click();
  await settle(catalogue);
  expect(text(part(catalogue, "lb-grid"))).toContain("12,Person 12,x");
  await expectAccessible(element);
});

test("lb-lake opens a table: profile, rows, files, problems; the address says which, and the way back works", async () => {
  const element = await open();
  await ui(element)
    .getByRole("navigation")
    .getByRole("link", {name: /^expenses/})
    .click();
  await settle(element);
  expect(new URL(location.href).searchParams.get("table")).toBe("expenses");
  const table = part(element, "lb-table");
  await expect
    .poll(() => parts(part(table, "lb-profile"), ".waiting").length, {timeout: 10_000})
    .toBe(0);
  expect(parts(part(table, "lb-profile"), "tbody tr").length).toBeGreaterThan(2);
  await expectAccessible(element);
  await ui(table).getByRole("tab", {name: /^Rows/}).click();
  await expect.poll(() => parts(table, "lb-grid").length, {timeout: 10_000}).toBe(1);
  await settle(part(table, "lb-grid"));
  expect(parts(part(table, "lb-grid"), "[role=rowheader]").length).toBeGreaterThan(1);
  await ui(table)
    .getByRole("tab", {name: /^Files/})
    .click();
  await settle(table);
  await settle(part(table, "lb-grid"));
  expect(parts(part(table, "lb-grid"), "[role=rowheader]")).toHaveLength(2);
  await ui(table)
    .getByRole("tab", {name: /^Problems/})
    .click();
  await settle(table);
  expect(text(table)).toContain("Its files were read as they stand.");
  history.back();
  await expect.poll(() => parts(element, "lb-catalogue").length).toBe(1);
});

test("lb-lake opens the table in the address, and says so where there is none of that name", async () => {
  goTo("?table=people");
  expect(part(part(await open(), "lb-table"), "h2").textContent).toBe("people");
  goTo("?table=%3Cimg%20src%3Dx%3E");
  const nowhere = await open();
  expect(text(part(nowhere, "lb-table"))).toContain("There is no table called <img src=x>.");
});

test("lb-lake gives the focus to the table whose link is gone", async () => {
  const element = await open();
  const catalogue = part(element, "lb-catalogue");
  catalogue.shadowRoot!.querySelector<HTMLElement>("tbody a")!.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => parts(element, "lb-table").length).toBe(1);
  await settle(element);
  expect(part(element, "lb-table").shadowRoot!.activeElement?.localName).toBe("h2");
});

test("lb-lake puts the rows of a frequent value into the console and runs it", async () => {
  goTo("?table=expenses");
  const element = await open();
  const profile = part(part(element, "lb-table"), "lb-profile");
  await expect.poll(() => parts(profile, "td button").length, {timeout: 10_000}).toBeGreaterThan(0);
  parts(profile, "td button").at(-1)!.click();
  const console = part(element, "lb-console");
  await expect
    .poll(() => part(console, ".toolbar [role=status]").textContent.trim(), {timeout: 5000})
    .toMatch(/rows? in/);
  expect(part(console, "lb-sql-editor").value).toMatch(/^select \* from expenses\nwhere/);
});

test("lb-lake without a file says what it is for, how to fill it, and runs an example", async () => {
  const element = await open(empty());
  expect(text(element)).toContain("into data/raw and run npm start");
  await expectAccessible(element);
  await ui(element).getByRole("button", {name: "Run an example"}).click();
  const console = part(element, "lb-console");
  await expect
    .poll(() => part(console, ".toolbar [role=status]").textContent.trim(), {timeout: 5000})
    .toMatch(/^3 rows in/);
});

test("lb-lake says what failed, and tries again; the rest of the page goes on", async () => {
  let isBroken = true;
  const workspace = withMembers(lake(), {
    catalogue: () =>
      isBroken ? Promise.reject(new Error("lake not reachable")) : lake().catalogue()
  });
  const element = await open(workspace);
  await expect.poll(() => parts(element, "lb-failure").length).toBe(1);
  expect(parts(element, "lb-console")).toHaveLength(1);
  isBroken = false;
  await ui(part(element, "lb-failure")).getByRole("button", {name: "Try again"}).click();
  await expect.poll(() => parts(element, "lb-catalogue").length).toBe(1);
});

test("lb-lake asks for a row of an imported table by what it says, and speaks of no search where only imports are", async () => {
  const workspace = imported();
  const story = "a story that goes on and on, far beyond what anybody reads in one line of a query";
  const csv = `what,bought,price,story,parts\nVice,2020-01-15,60.5,,1\nSaw,2020-01-15,25.1,${story},2\nSaw,2021-02-01,25.1,${story},2\n`;
  const session = await workspace.imports.open([{path: "tools.csv", blob: new Blob([csv])}]);
  await session.commit();
  const table = (await readNamedTables(workspace.store)).get("tools")!;
  const names = await workspace.query(toRowNamesSql(table));
  const row = (place: number): string =>
    toEndText({
      kind: "row",
      table: "raw.tools",
      sha256: names.value(place, 0) as string,
      row: Number(names.value(place, 1))
    });
  const toSql = async (place: number): Promise<string | null> => {
    goTo(`?${new URLSearchParams({table: "raw.tools", row: row(place)}).toString()}`);
    const element = await open(workspace);
    await expect.poll(() => new URL(location.href).searchParams.get("sql")).not.toBe(null);
    element.remove();
    return new URL(location.href).searchParams.get("sql");
  };
  expect(await toSql(0)).toBe('select * from raw."tools"\nwhere "what" = \'Vice\'');
  const sql = 'select * from raw."tools"\nwhere "what" = \'Saw\'\n  and "bought" = \'2021-02-01\'';
  expect(await toSql(2)).toBe(sql);
  expect((await workspace.query(sql)).numRows).toBe(1);
  const keyed = {...table, key: ["story", "bought"]};
  const end = {sha256: "0".repeat(64), row: 0};
  expect(await readPlainRowSql((one) => workspace.query(one), keyed, end)).toBe(
    toRawRowSql(keyed, end)
  );

  goTo("");
  const all = await open(workspace);
  await expect.poll(() => text(part(all, "lb-lake-raw"))).toContain("raw.tools");
  expect(text(all)).toContain("No file lies in data/raw.");
  expect(all.shadowRoot!.querySelector("lb-catalogue")).toBeNull();
});
