import {userEvent} from "vitest/browser";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import "../../../components/lb-entries.ts";
import type {LbEntries} from "../../../components/lb-entries.ts";
import type {Workspace} from "../../../src/index.ts";
import type {Lake} from "../../../src/lake/lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {createMirror} from "../../../src/workspace/mirror/mirror.ts";
import {ENGINE} from "../lake/engine.ts";
import {expectAccessible, mount, settle} from "./mount.ts";
import {find, findAll} from "./find-all.ts";
import {goTo, openRecords} from "./records.ts";

const BOX = toEntryType({
  name: "box",
  label: "Box",
  plural: "Boxes",
  schema: {
    type: "object",
    properties: {
      name: {type: "string"},
      state: {type: "string", enum: ["new", "used", "broken"]},
      price: {type: "number", "x-lakebook": {kind: "money", currency: "EUR"}},
      bought: {type: "string", format: "date"}
    }
  }
});

let lake: Lake;
beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
});
afterAll(() => lake.close());
afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  delete document.documentElement.dataset["theme"];
});

/** Records with a real engine: 120 boxes of the states new and used, and one without a state. */
async function openBoxes(count = 120, types = [BOX]): Promise<Workspace> {
  const workspace = await openRecords({types});
  const {store} = workspace;
  await store.entries.addAll(
    Array.from({length: count}, (_, i) => ({
      type: "box",
      fields: {
        name: `Box ${String(i).padStart(3, "0")}`,
        ...(i > 0 && {state: i % 2 === 0 ? "new" : "used"}),
        price: i,
        bought: `2024-02-${String(1 + (i % 28)).padStart(2, "0")}`
      }
    }))
  );
  const mirror = createMirror(lake, store);
  const query: Workspace["query"] = async (sql, options) => {
    await mirror.sync(sql);
    return lake.query(sql, options);
  };
  return {...workspace, query} as unknown as Workspace;
}

async function open(workspace: Workspace, search: string): Promise<LbEntries> {
  goTo(search);
  return mount("lb-entries", {workspace}, "width: 1000px");
}

function count(page: LbEntries): string | undefined {
  return findAll(page, ".foot .place").at(-1)?.textContent.trim();
}

function titles(page: LbEntries): string[] {
  return findAll(page, ".body .cell.title a, .card > a").map((one) => one.textContent.trim());
}

async function toastText(): Promise<string> {
  await settle();
  return document.querySelector("lb-undo-toast")?.shadowRoot?.textContent ?? "";
}

function filter(...parts: readonly unknown[]): string {
  return `filter=${encodeURIComponent(JSON.stringify(parts))}`;
}

test("a long list shows its first page at once, and all of it once the engine is there", async () => {
  const page = await open(await openBoxes(), "?type=box");
  await expect.poll(() => titles(page)[0]).toBe("Box 119");
  await expect.poll(() => count(page)).toBe("120 entries");
  const scroller = find(page, ".scroller");
  scroller.scrollTop = scroller.scrollHeight;
  await expect.poll(() => titles(page).at(-1)).toBe("Box 000");
});

test("filters, groups with totals, and the table are accessible; a group folds", async () => {
  const page = await open(
    await openBoxes(),
    `?type=box&${filter("price", "at most", 9)}&group=state&total=sum+price`
  );
  await expect.poll(() => count(page)).toBe("10 entries");
  const heads = (): string[] =>
    findAll(page, ".line.group").map((line) => line.textContent.replace(/\s+/g, " ").trim());
  expect(heads()).toEqual(["▾ new 4 20", "▾ used 5 25", "▾ No value 1 0"]);
  expect(find(page, ".totals").textContent.trim()).toBe("45");
  await expectAccessible(page);
  document.documentElement.dataset["theme"] = "dark";
  await expectAccessible(page);
  findAll(page, ".line.group .title")[0]!.click();
  await expect.poll(() => heads()[0]).toBe("▸ new 4 20");
  await expect.poll(() => titles(page).length).toBe(6);
});

test("a value is edited in its cell by keyboard, as one write that Undo takes back", async () => {
  const workspace = await openBoxes(3);
  const page = await open(workspace, "?type=box&sort=title");
  await expect.poll(() => titles(page)).toEqual(["Box 000", "Box 001", "Box 002"]);
  find(page, ".scroller").focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{F2}");
  const field = (): HTMLElement[] => findAll(page, "lb-cell-editor lb-field, lb-field");
  await expect.poll(() => field().length).toBe(1);
  await settle();
  await expectAccessible(find(page, "lb-cell-editor"));
  await userEvent.keyboard("{Control>}a{/Control}7.5{Enter}");
  const price = async (): Promise<unknown> =>
    (await workspace.store.entries.page({sort: {by: "title"}})).entries[0]?.fields["price"];
  await expect.poll(price).toBe(7.5);
  await expect.poll(toastText).toContain("“Box 000” changed");
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.poll(price).toBe(0);
});

test("many entries are changed at once after a look at what it makes of them, and back with Undo", async () => {
  const workspace = await openBoxes(60);
  const page = await open(workspace, `?type=box&${filter("state", "is", "used")}`);
  await expect.poll(() => count(page)).toBe("30 entries");
  find(page, ".head .key input").click();
  await expect.poll(() => findAll(page, "lb-selection-bar button").length).toBe(0);
  const button = (text: string): HTMLButtonElement | undefined =>
    findAll<HTMLButtonElement>(page, "button").find((one) => one.textContent.includes(text));
  await expect.poll(() => button("Change 30 entries …")).toBeDefined();
  button("Change 30 entries …")!.click();
  const dialog = find(page, "lb-bulk-edit");
  await expect.poll(() => find<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
  await userEvent.fill(find(dialog, "input[aria-label=Tag]"), "sold");
  await expect.poll(() => findAll(dialog, "td.new").length).toBe(20);
  await expectAccessible(dialog);
  findAll(dialog, "button.primary")[0]!.click();
  const tagged = async (): Promise<number> =>
    (await workspace.store.entries.page({tag: "sold"})).total;
  await expect.poll(tagged).toBe(30);
  await expect.poll(toastText).toContain("30 entries changed");
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.poll(tagged).toBe(0);
});

test("a card is moved to another lane by keyboard, which changes its value; cards and calendar show the same entries", async () => {
  const workspace = await openBoxes(4);
  const page = await open(workspace, "?type=box&layout=board&group=state&sort=title");
  await expect
    .poll(() =>
      findAll(page, "section[aria-label^=State]").map((one) => one.getAttribute("aria-label"))
    )
    .toEqual(["State: new", "State: used", "State: broken", "State: No value"]);
  await expectAccessible(page);
  find(page, "section[aria-label^=State] .card > a").focus();
  await userEvent.keyboard("{Alt>}{ArrowRight}{/Alt}");
  const entry = async (): Promise<unknown> =>
    (await workspace.store.entries.bySlug("box", "box-002"))?.fields["state"];
  await expect.poll(entry).toBe("used");
  const layout = find<HTMLSelectElement>(page, "select[aria-label=Layout]");
  await userEvent.selectOptions(layout, "Cards");
  await expect.poll(() => titles(page).length).toBe(4);
  await userEvent.selectOptions(layout, "Calendar");
  await expect.poll(() => findAll(page, "td[data-day]").length).toBeGreaterThan(27);
  expect(location.search).toContain("date=bought");
  const month = find<HTMLInputElement>(page, "input[type=month]");
  month.value = "2024-02";
  month.dispatchEvent(new Event("change"));
  await expect
    .poll(() => findAll(page, "td[data-day] li").map((one) => one.textContent.trim()))
    .toEqual(["Box 000", "Box 001", "Box 002", "Box 003"]);
  await expectAccessible(page);
});

test("a view is kept by name, opens by its address, and its SQL is shown", async () => {
  const workspace = await openBoxes(4);
  const page = await open(workspace, `?type=box&${filter("state", "is", "used")}`);
  await expect.poll(() => count(page)).toBe("2 entries");
  const saved = find(page, "lb-view-saved");
  find(saved, "button").click();
  await userEvent.fill(find(saved, "input[name=name]"), "Used ones");
  await expectAccessible(saved);
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => location.search).toMatch(/^\?type=box&view=[-\w]+$/);
  const [view] = await workspace.store.views.list("box");
  expect(view).toMatchObject({name: "Used ones", filters: [{column: "state", op: "is"}]});
  const again = await open(workspace, `?type=box&view=${view!.id}`);
  await expect.poll(() => count(again)).toBe("2 entries");
  findAll(again, "button")
    .find(({textContent}) => textContent.trim() === "SQL")!
    .click();
  await expect
    .poll(() => findAll(again, "lb-view-sql, pre").at(-1)?.textContent)
    .toContain(`FROM ws."box"\nWHERE "state" = 'used'`);
});

test("an old address that asks for what the type does not have says so, and leads back to the list", async () => {
  const page = await open(await openBoxes(2), `?type=box&${filter("gone", "is", 1)}`);
  await expect
    .poll(() => findAll(page, "pre").map((one) => one.textContent))
    .toContain("column of a filter not found: gone");
  findAll(page, "button")
    .find(({textContent}) => textContent.includes("Show all"))!
    .click();
  await expect.poll(() => titles(page).length).toBe(2);
});

test("without the engine the simple list works, and a view that needs it says what failed", async () => {
  const workspace = await openRecords({types: [BOX]});
  await workspace.store.entries.addAll(
    Array.from({length: 60}, (_, i) => ({type: "box", fields: {name: `Box ${i}`}}))
  );
  const page = await open(workspace, "?type=box");
  await expect.poll(() => findAll(page, ".place").at(-1)?.textContent).toBe("1–50 of 60 entries");
  expect(findAll(page, "lb-failure")).toEqual([]);
  const other = await open(workspace, `?type=box&${filter("name", "is not empty")}`);
  await expect
    .poll(() => findAll(other, "pre").map((one) => one.textContent))
    .toContain("no lake in this test");
});

test("a type that others extend shows their entries, each with a link to its own page", async () => {
  const tool = toEntryType({
    name: "tool",
    abstract: true,
    schema: {type: "object", properties: {name: {type: "string"}}}
  });
  const saw = toEntryType({
    name: "saw",
    extends: "tool",
    schema: {type: "object", properties: {teeth: {type: "integer"}}}
  });
  const workspace = await openBoxes(0, [tool, saw]);
  await workspace.store.entries.add({type: "saw", fields: {name: "Fine one", teeth: 40}});
  const page = await open(workspace, "?type=tool");
  await expect.poll(() => titles(page)).toEqual(["Fine one"]);
  const link = find<HTMLAnchorElement>(page, ".body .cell.title a");
  expect(link.getAttribute("href")).toBe("./entry.html?type=saw&slug=fine-one");
});
