import {parquetReadObjects} from "hyparquet";
import {page, userEvent} from "vitest/browser";
import {beforeEach, expect, onTestFinished, test} from "vitest";
import type {LbConsole} from "../../../components/lb-console.ts";
import "../../../components/lb-console.ts";
import type {Workspace} from "../../../src/index.ts";
import {COMPILED, useWorkspace, withMembers} from "./lake.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {goTo} from "./records.ts";
import {toGenerated} from "./results.ts";

const lake = useWorkspace(COMPILED);
const unkept = useWorkspace(COMPILED, {isKept: false});

beforeEach(() => {
  goTo("");
  sessionStorage.clear();
});

const open = (workspace: Workspace = lake()): Promise<LbConsole> =>
  mount("lb-console", {workspace});

const ui = (element: Element) => page.elementLocator(element);

const text = (element: Element): string =>
  element.shadowRoot!.textContent.replace(/\s+/g, " ").trim();

const type = async (console: LbConsole, sql: string): Promise<void> => {
  console.load(sql);
  await settle(console);
};

const run = async (console: LbConsole, sql: string): Promise<void> => {
  await type(console, sql);
  await ui(console).getByRole("button", {name: "Run", exact: true}).click();
};

const status = (console: LbConsole): string =>
  part(console, "[role=status]").textContent.replace(/\s+/g, " ").trim();

const rows = (console: LbConsole): string[][] =>
  parts(part(console, "lb-grid"), ".body [role=row]").map((row) =>
    Array.from(row.querySelectorAll("[role=gridcell]"), (cell) => cell.textContent.trim())
  );

test("lb-console runs what is typed on Ctrl+Enter and shows rows, count and time", async () => {
  const console = await open();
  part(console, "lb-sql-editor").focus();
  await userEvent.keyboard("select 1 as one union all select 2 order by one");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => status(console)).toMatch(/^2 rows in [\d.]+ m?s$/);
  await settle(console);
  expect(rows(console)).toEqual([["1"], ["2"]]);
  await expectAccessible(console);
});

test("lb-console begins with a sentence and examples over tables that are there, each of which runs", async () => {
  const console = await open();
  await expect.poll(() => parts(console, ".empty button").length).toBeGreaterThan(1);
  await expectAccessible(console);
  const names = parts(console, ".empty button").map((button) => button.textContent.trim());
  for (const name of names) {
    goTo("");
    const each = await open();
    await ui(each).getByRole("button", {name, exact: true}).click();
    await expect.poll(() => status(each), {timeout: 5000}).toMatch(/rows? in/);
  }
});

test("lb-console says what is wrong and where, marks the place and goes there", async () => {
  const console = await open();
  await run(console, "select 1,\n  nope\nfrom range(3)");
  await expect.poll(() => parts(console, "lb-failure").length).toBe(1);
  await settle(console);
  expect(text(part(console, "lb-failure"))).toContain("nope");
  expect(part(part(console, "lb-sql-editor"), ".cm-lintRange-error").textContent).toBe("nope");
  await expectAccessible(console);
  await ui(console).getByRole("button", {name: "Go to line 2, column 3"}).click();
  await userEvent.keyboard("x");
  expect(part(console, "lb-sql-editor").value).toContain("  xnope");
  await settle(console);
  // what was edited is no longer what failed
  expect(parts(console, ".place")).toHaveLength(0);
  expect(parts(part(console, "lb-sql-editor"), ".cm-lintRange-error")).toHaveLength(0);
});

test("lb-console gives the place in its text where only the selection was run", async () => {
  const console = await open();
  await type(console, "select 1;\nselect nope");
  part(console, "lb-sql-editor").focus();
  await userEvent.keyboard(
    "{Control>}{End}{/Control}{Shift>}{Home}{/Shift}{Control>}{Enter}{/Control}"
  );
  await expect.poll(() => text(console), {timeout: 5000}).toContain("Go to line 2, column 8");
});

test("lb-console ticks while a query runs, and cancels it; the next one runs", async () => {
  const console = await open();
  await run(console, "select count(*) from range(20000000000)");
  await expect.poll(() => status(console)).toMatch(/^Running, \d+ ms/);
  await expect.poll(() => status(console), {timeout: 3000}).toMatch(/^Running, 1\.\d s/);
  await ui(console).getByRole("button", {name: "Cancel"}).click();
  await expect.poll(() => status(console), {timeout: 5000}).toMatch(/^Stopped after/);
  expect(parts(console, "lb-failure")).toHaveLength(0);
  await run(console, "select 7 as n");
  await expect.poll(() => status(console), {timeout: 5000}).toMatch(/^1 row in/);
});

test("lb-console shows the answer to the last question, whichever comes first", async () => {
  const answers = new Map<string, () => void>();
  const workspace = withMembers(lake(), {
    query: (sql) =>
      new Promise((resolve) =>
        answers.set(sql, () => resolve(toGenerated(1, {"q VARCHAR": () => sql})))
      )
  });
  const console = await open(workspace);
  console.load("first", {run: true});
  console.load("second", {run: true});
  answers.get("second")!();
  answers.get("first")!();
  await expect.poll(() => status(console)).toMatch(/^1 row/);
  await settle(console);
  expect(rows(console)).toEqual([["second"]]);
});

test("lb-console reads a million rows, says that there are more, and exports all of them", async () => {
  const seen: (number | undefined)[] = [];
  const console = await open(
    withMembers(lake(), {
      query(sql, options) {
        if (sql.includes("1000010")) seen.push(options?.maxRows);
        return lake().query(sql, options);
      }
    })
  );
  await run(console, "select range as n from range(1000010)");
  await expect
    .poll(() => text(console), {timeout: 20_000})
    .toContain("These are the first 1,000,000 rows");
  expect(seen).toEqual([1_000_000]);
  const bytes = await exported(console, "CSV");
  const lines = new TextDecoder().decode(bytes).trim().split("\n");
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([1_000_011, "n", "1000009"]);
});

/** Clicks an item of the export menu and gives the bytes of the file. */
const exported = async (console: LbConsole, format: string): Promise<ArrayBuffer> => {
  const files: Blob[] = [];
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => (files.push(file), createObjectURL(file));
  onTestFinished(() => void (URL.createObjectURL = createObjectURL));
  await ui(console).getByRole("button", {name: "Export"}).click();
  await ui(console)
    .getByRole("menuitem", {name: new RegExp(`^${format}`)})
    .click();
  await expect.poll(() => files.length, {timeout: 20_000}).toBe(1);
  URL.createObjectURL = createObjectURL;
  return files[0]!.arrayBuffer();
};

test("lb-console exports all rows as CSV, JSON and Parquet that read back", async () => {
  const console = await open();
  await run(console, "select range as n, 'x' || range as t, date '2024-02-29' as d from range(3)");
  await expect.poll(() => status(console)).toMatch(/^3 rows/);
  const day = "2024-02-29";
  expect(new TextDecoder().decode(await exported(console, "CSV"))).toBe(
    `n,t,d\n0,x0,${day}\n1,x1,${day}\n2,x2,${day}\n`
  );
  expect(JSON.parse(new TextDecoder().decode(await exported(console, "JSON")))).toEqual(
    [0, 1, 2].map((n) => ({n, t: `x${n}`, d: day}))
  );
  const read = await parquetReadObjects({file: await exported(console, "Parquet")});
  expect(read).toEqual([0n, 1n, 2n].map((n) => ({n, t: `x${n}`, d: new Date(day)})));
});

test("lb-console draws the result in its other tab", async () => {
  const console = await open();
  await run(console, "select 'a' as city, 3 as n union all select 'b', 4");
  await expect.poll(() => status(console)).toMatch(/^2 rows/);
  await ui(console).getByRole("tab", {name: "Chart"}).click();
  await settle(console);
  const chart = part(console, "lb-chart");
  await expect.poll(() => parts(chart, ".bars .point").length, {timeout: 15_000}).toBe(2);
  await userEvent.keyboard("{ArrowLeft}");
  await settle(console);
  expect(part(console, "lb-grid")).toBeDefined();
});

test("lb-console keeps its text over a reload", async () => {
  const first = await open();
  part(first, "lb-sql-editor").focus();
  await userEvent.keyboard("select 42");
  first.remove();
  const second = await open();
  expect(part(second, "lb-sql-editor").value).toBe("select 42");
});

test("lb-console loads and runs the query in the address, and writes there what was run", async () => {
  goTo("?sql=select%205%20as%20five");
  const console = await open();
  await expect.poll(() => status(console)).toMatch(/^1 row/);
  expect(part(console, "lb-sql-editor").value).toBe("select 5 as five");
  await run(console, "select 6");
  await expect.poll(() => new URL(location.href).searchParams.get("sql")).toBe("select 6");
  part(console, "lb-sql-editor").focus();
  await userEvent.keyboard(" -- more");
  expect(new URL(location.href).searchParams.get("sql")).toBeNull();
});

test("lb-console remembers queries: to search, load, star and forget", async () => {
  const console = await open();
  await lake().store.queries.clear();
  for (const sql of ["select 1 as one", "select 2 as two", "select nope"]) {
    await run(console, sql);
    await expect.poll(() => status(console)).toMatch(/^(1 row|Failed)/);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const recent = part(console, "lb-recent-queries");
  const texts = () => parts(recent, "li code").map((code) => code.textContent);
  await ui(console).getByRole("button", {name: "Recent"}).click();
  await expect.poll(texts).toEqual(["select nope", "select 2 as two", "select 1 as one"]);
  expect(text(recent)).toContain("nope");
  await expectAccessible(recent);
  await userEvent.keyboard("one");
  await expect.poll(texts).toEqual(["select 1 as one"]);
  await ui(recent).getByRole("button", {name: "Star"}).click();
  await ui(recent).getByRole("searchbox").fill("");
  await ui(recent).getByRole("checkbox", {name: "With a star"}).click();
  await expect.poll(texts).toEqual(["select 1 as one"]);
  await ui(recent)
    .getByRole("button", {name: /^select 1 as one/})
    .click();
  await expect.poll(() => part(console, "lb-sql-editor").value).toBe("select 1 as one");
  await ui(console).getByRole("button", {name: "Recent"}).click();
  await ui(recent).getByRole("checkbox", {name: "With a star"}).click();
  await expect.poll(() => texts().length).toBe(3);
  await ui(recent).getByRole("button", {name: "Forget this query"}).first().click();
  await expect.poll(() => texts().length).toBe(2);
});

test("lb-console offers to keep what is selected, or all where it is not too much", async () => {
  const console = await open();
  await run(console, "select range as n from range(12)");
  await expect.poll(() => status(console)).toMatch(/^12 rows/);
  const button = () => ui(console).getByRole("button", {name: /^Keep/});
  await expect.element(button()).toHaveTextContent("Keep all 12 rows as entries");
  const grid = part(console, "lb-grid");
  await ui(grid).getByRole("checkbox", {name: "Select row 3"}).click();
  await expect.element(button()).toHaveTextContent("Keep 1 row as entries");
  expect(part(console, "lb-keep-dialog").rows).toEqual([2]);
  await run(console, "select range as n from range(20000)");
  await expect.poll(() => status(console)).toMatch(/^20,000 rows/);
  await expect.element(button()).toBeDisabled();
  await expect
    .element(button())
    .toHaveAttribute("title", "Select rows by their numbers to keep them as entries");
});

test("lb-console works where nothing can be kept, and says so where queries would be", async () => {
  const console = await open(unkept());
  await run(console, "select 1 as one");
  await expect.poll(() => status(console)).toMatch(/^1 row/);
  await ui(console).getByRole("button", {name: "Recent"}).click();
  const recent = part(console, "lb-recent-queries");
  await expect.poll(() => parts(recent, "lb-failure").length).toBe(1);
  expect(text(part(recent, "lb-failure"))).toContain("storage is not available");
});

test("lb-console shows markup in columns and values as text", async () => {
  const console = await open();
  await run(console, `select '<img src=x>' as "<b>bold</b>"`);
  await expect.poll(() => status(console)).toMatch(/^1 row/);
  await settle(console);
  expect(rows(console)).toEqual([["<img src=x>"]]);
  expect(part(console, "lb-grid").shadowRoot!.querySelector("img, b")).toBeNull();
});
