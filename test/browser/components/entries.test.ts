import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test, vi} from "vitest";
import "../../../components/lb-entries.ts";
import type {LbEntries} from "../../../components/lb-entries.ts";
import type {LbEntryTable} from "../../../components/lb-entry-table.ts";
import type {LbForm} from "../../../components/lb-form.ts";
import type {Workspace} from "../../../src/index.ts";
import {UnavailableError} from "../../../src/index.ts";
import {EMPTY_CATALOGUE} from "../../../src/model/catalogue.ts";
import {openAgain} from "../store/fresh-store.ts";
import {find, findAll, findFocused} from "./find-all.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, goTo, openRecords, watchAlerts} from "./records.ts";
import {toResult} from "./results.ts";
import {toastText} from "./toast.ts";

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  delete document.documentElement.dataset.theme;
  sessionStorage.clear();
  localStorage.clear();
});

async function open(workspace: Workspace, search = "", style?: string): Promise<LbEntries> {
  goTo(search);
  const page = await mount("lb-entries", {workspace}, style);
  await expect.poll(() => page.shadowRoot!.querySelector("h1")).not.toBeNull();
  return page;
}

function table(page: LbEntries): LbEntryTable {
  return find(page, "lb-entry-table");
}

function titles(page: LbEntries): string[] {
  return findAll(page, "td.title a, .cell.title a").map((link) => link.textContent.trim());
}

function button(root: Element, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(root, "button").find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent).trim() === name
  );
  if (!found) throw new Error(`button not found: ${name}`);
  return found;
}

function toast(): Element {
  return document.querySelector("lb-undo-toast")!;
}

async function fillLake(workspace: Workspace, count: number): Promise<void> {
  const drafts = Array.from({length: count}, (_, i) => ({
    type: "freezer",
    fields: {name: `Freezer ${String(i).padStart(6, "0")}`, litres: i % 500}
  }));
  await workspace.store.entries.addAll(drafts);
}

/** Ends the task that runs: what comes next is the next key that somebody presses. */
function endTask(): Promise<unknown> {
  const {port1, port2} = new MessageChannel();
  const ended = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage(null);
  return ended;
}

/** The form comes once its type and its draft are read. */
function waitForForm(dialog: Element): Promise<LbForm> {
  return vi.waitFor(() => part<LbForm>(part(dialog, "lb-entry-form"), "lb-form"));
}

describe("lb-entries", () => {
  test("lb-entries is accessible in light, dark and on a phone", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "One", litres: 12}, ["cold"]);
    await add(workspace.store, ITEM, {label: "Lamp"});
    const page = await open(workspace);
    await expect.poll(() => titles(page).length).toBe(2);
    await expectAccessible(page);
    document.documentElement.dataset.theme = "dark";
    page.style.width = "390px";
    await settle(page);
    await expectAccessible(page);
  });

  test("an empty workspace says what entries are for and offers one way to begin", async () => {
    const workspace = await openRecords({types: []});
    const page = await open(workspace);
    await expect.poll(() => page.shadowRoot!.querySelector("lb-entries-empty")).not.toBeNull();
    const empty = part(page, "lb-entries-empty");
    await expectAccessible(page);
    await userEvent.click(button(empty, "Add an entry"));
    const dialog = part(page, "lb-type-dialog");
    await expect.poll(() => part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
    await expectAccessible(dialog);
    const body = part(part(dialog, "lb-type-editor"), "lb-type-body");
    await userEvent.fill(part(part(body, "lb-type-head"), ".names input"), "Book");
    await userEvent.keyboard("{Enter}");
    const entryDialog = part(page, "lb-entry-dialog");
    await expect.poll(() => part<HTMLDialogElement>(entryDialog, "dialog").open).toBe(true);
    expect(part(entryDialog, "h2").textContent.trim()).toBe("New book");
    expect((await workspace.store.types.get("book"))?.plural).toBe("Books");
    await expectAccessible(entryDialog);
  });

  test("the example of an empty workspace is kept as one write, and Undo takes back all of it", async () => {
    const table = {
      name: "freezers",
      files: 1,
      rows: 2,
      columns: 2,
      bytes: 1,
      format: "csv",
      connector: null,
      key: []
    };
    const asked: string[] = [];
    const workspace = await openRecords({
      types: [],
      catalogue: {...EMPTY_CATALOGUE, tables: [table]},
      query: (sql) => {
        asked.push(sql);
        return Promise.resolve(
          toResult({"name VARCHAR": ["Walrus", "Ermine"], "litres BIGINT": [1, 2]})
        );
      }
    });
    const page = await open(workspace);
    const empty = part(page, "lb-entries-empty");
    await expect.poll(() => parts(empty, "button").length).toBe(2);
    await userEvent.click(button(empty, "Keep the freezers from the sample lake"));
    await expect.poll(() => titles(page).sort()).toEqual(["Ermine", "Walrus"]);
    expect(asked).toEqual(["select * from lake.freezers"]);
    await expect.poll(toastText).toContain("2 freezers kept as entries");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => page.shadowRoot!.querySelector("lb-entries-empty")).not.toBeNull();
  });

  test("a browser that keeps nothing is said to be so, and the page stands", async () => {
    const storeFailure = new UnavailableError("storage cannot be opened: allow site data");
    const page = await mount("lb-entries", {workspace: {storeFailure} as unknown as Workspace});
    expect(part(part(page, "lb-failure"), "pre").textContent).toBe(storeFailure.message);
    await expectAccessible(page);
  });

  test("a full disk is said in the form, and what was typed stays", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const addAll = (): Promise<never> => Promise.reject(new UnavailableError("storage full"));
    const full = {...workspace, store: {...store, entries: {...store.entries, addAll}}};
    const page = await open(full as unknown as Workspace, "?type=freezer");
    await userEvent.click(button(page, "New freezer"));
    const dialog = part(page, "lb-entry-dialog");
    await expect.poll(() => part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
    const form = await waitForForm(dialog);
    await settle();
    await userEvent.keyboard("Two{Control>}{Enter}{/Control}");
    await expect.poll(() => form.shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    expect(part(part(form, "lb-failure"), "pre").textContent).toBe("storage full");
    expect(form.isDirty).toBe(true);
    await expectAccessible(dialog);
  });

  test("the address says what is shown, and back goes back", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "One"});
    await add(workspace.store, ITEM, {label: "Lamp"});
    const page = await open(workspace, "?type=item");
    await expect.poll(() => titles(page)).toEqual(["Lamp"]);
    const links = parts<HTMLAnchorElement>(part(page, "lb-type-tabs"), "a");
    expect(links.map((link) => link.textContent.trim().replace(/\s+/g, " "))).toEqual([
      "All 2",
      "Freezers 1",
      "Items 1"
    ]);
    await userEvent.click(links[1]!);
    await expect.poll(() => titles(page)).toEqual(["One"]);
    expect(location.search).toBe("?type=freezer");
    history.back();
    await expect.poll(() => titles(page)).toEqual(["Lamp"]);
  });

  test("typing searches titles and text, and says when nothing fits", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "One", notes: "broken seal"});
    await add(workspace.store, FREEZER, {name: "Two"});
    const page = await open(workspace);
    await expect.poll(() => titles(page).length).toBe(2);
    const search = part<HTMLInputElement>(page, "input[type=search]");
    await userEvent.type(search, "seal");
    await expect.poll(() => titles(page)).toEqual(["One"]);
    expect(location.search).toBe("?q=seal");
    await userEvent.fill(search, "nothing");
    await expect
      .poll(() => findAll(page, ".none")[0]?.textContent)
      .toContain("No entry has “nothing” in it.");
  });

  test("a click on a column's head orders by it, a second one turns it around", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "B", litres: 2});
    await add(workspace.store, FREEZER, {name: "A", litres: 10});
    const page = await open(workspace, "?type=freezer");
    await expect.poll(() => titles(page).length).toBe(2);
    const head = (): HTMLElement[] => findAll(page, ".head .cell[data-column]");
    head()[2]!.click();
    await expect.poll(() => titles(page)).toEqual(["B", "A"]);
    expect(location.search).toBe("?type=freezer&sort=litres");
    head()[2]!.click();
    await expect.poll(() => titles(page)).toEqual(["A", "B"]);
    expect(head()[2]!.getAttribute("aria-sort")).toBe("descending");
    head()[1]!.click();
    await expect.poll(() => location.search).toBe("?type=freezer&sort=title");
  });

  test("an entry is added in a dialog that takes the first letter, and can be taken back with Ctrl+Z", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "One"});
    const page = await open(workspace, "?type=freezer");
    await expect.poll(() => titles(page).length).toBe(1);
    button(page, "New freezer").click();
    await endTask();
    expect(findFocused()?.matches("input#control")).toBe(true);
    await userEvent.keyboard("Two{Control>}{Enter}{/Control}");
    await expect.poll(() => titles(page)).toEqual(["Two", "One"]);
    await expect.poll(toastText).toContain("“Two” added");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => titles(page)).toEqual(["One"]);
    await expect.poll(toastText).toContain("Taken back: “Two” added Redo");
    await expectAccessible(toast());
  });

  test("Edit changes an entry where it stands; a change made elsewhere meanwhile is not lost", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {name: "One", litres: 1, notes: "a"});
    const page = await open(workspace);
    await expect.poll(() => titles(page).length).toBe(1);
    await userEvent.click(button(table(page), "Edit One"));
    const dialog = part(page, "lb-entry-dialog");
    await expect.poll(() => part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
    await settle();
    const other = await openAgain(workspace.store);
    await other.entries.update(entry.id, {fields: {name: "One", litres: 5, notes: "a"}});
    await userEvent.keyboard("{Control>}a{/Control}Uno{Control>}{Enter}{/Control}");
    await expect
      .poll(async () => (await workspace.store.entries.get(entry.id))?.fields)
      .toEqual({
        name: "Uno",
        litres: 5,
        notes: "a"
      });
  });

  test("two changes to the same field stand side by side, and nothing is written until one is chosen", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {name: "One"});
    const page = await open(workspace);
    await expect.poll(() => titles(page).length).toBe(1);
    await userEvent.click(button(table(page), "Edit One"));
    const dialog = part(page, "lb-entry-dialog");
    await expect.poll(() => part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
    await settle();
    await workspace.store.entries.update(entry.id, {fields: {name: "Theirs"}});
    await userEvent.keyboard("{Control>}a{/Control}Mine{Control>}{Enter}{/Control}");
    const form = part(dialog, "lb-entry-form");
    await expect.poll(() => form.shadowRoot!.querySelector(".conflict")).not.toBeNull();
    expect(part(form, ".conflict tbody").textContent.replace(/\s+/g, " ").trim()).toBe(
      "Name Mine Theirs"
    );
    expect((await workspace.store.entries.get(entry.id))?.title).toBe("Theirs");
    await expectAccessible(dialog);
    await userEvent.click(button(form, "Save mine"));
    await expect.poll(() => titles(page)).toEqual(["Mine"]);
  });

  test("selected entries are deleted together and come back with Undo", async () => {
    const workspace = await openRecords();
    for (const name of ["A", "B", "C"]) await add(workspace.store, FREEZER, {name});
    const page = await open(workspace, "?sort=title");
    await expect.poll(() => titles(page)).toEqual(["A", "B", "C"]);
    const boxes = parts(table(page), "tbody input");
    await userEvent.click(boxes[0]!);
    await userEvent.click(boxes[1]!);
    await expectAccessible(page);
    await userEvent.click(button(page, "Delete 2 entries"));
    await expect.poll(() => titles(page)).toEqual(["C"]);
    await expect.poll(toastText).toContain("2 entries deleted");
    await userEvent.click(button(toast(), "Undo"));
    await expect.poll(() => titles(page)).toEqual(["A", "B", "C"]);
  });

  test("the table is worked by keyboard alone: one row in the Tab order, arrows, Space, Delete", async () => {
    const workspace = await openRecords();
    for (const name of ["A", "B", "C"]) await add(workspace.store, FREEZER, {name});
    const page = await open(workspace, "?sort=title");
    await expect.poll(() => titles(page).length).toBe(3);
    const links = parts<HTMLAnchorElement>(table(page), "td.title a");
    links[0]!.focus();
    await settle();
    expect(links.map((link) => link.tabIndex)).toEqual([0, -1, -1]);
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(() => table(page).shadowRoot!.activeElement).toBe(links[1]);
    await userEvent.keyboard(" ");
    await expect
      .poll(() => findAll(page, "[role=status]").map((one) => one.textContent))
      .toContain("1 selected");
    await userEvent.keyboard("{ArrowDown} {Delete}");
    await expect.poll(() => titles(page)).toEqual(["A"]);
    await expect.poll(() => table(page).shadowRoot!.activeElement?.textContent).toBe("A");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => titles(page).length).toBe(3);
  });

  test("a change in another tab appears by itself", async () => {
    const workspace = await openRecords();
    const page = await open(workspace, "?type=freezer");
    const other = await openAgain(workspace.store);
    await add(other, FREEZER, {name: "From elsewhere"});
    await expect.poll(() => titles(page)).toEqual(["From elsewhere"]);
  });

  test("the text of an entry is never markup: title, field, tag and type", async () => {
    const alerts = watchAlerts();
    const workspace = await openRecords({types: [{...FREEZER, label: EVIL, plural: EVIL}]});
    await add(workspace.store, FREEZER, {name: EVIL, notes: EVIL}, [EVIL]);
    const page = await open(workspace, "?type=freezer");
    await expect.poll(() => titles(page)).toEqual([EVIL]);
    const cells = findAll(page, ".body .cell");
    expect(cells.filter(({textContent}) => textContent.trim() === EVIL).length).toBe(3);
    const dialog = part(page, "lb-entry-dialog");
    await userEvent.dblClick(cells[4]!);
    await settle();
    const editor = find(page, "lb-cell-editor");
    await userEvent.keyboard("{Escape}");
    goTo("");
    dispatchEvent(new PopStateEvent("popstate"));
    await expect.poll(() => findAll(page, ".edit button").length).toBe(1);
    await userEvent.click(findAll(page, ".edit button")[0]!);
    await expect.poll(() => part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
    const form = await waitForForm(dialog);
    for (const root of [page, table(page), editor, dialog, form, part(form, "lb-tag-input")])
      expect(root.shadowRoot!.querySelector("img")).toBeNull();
    expect(alerts()).toBe(0);
  });

  test("3,000 entries are paged", {timeout: 180_000}, async () => {
    const workspace = await openRecords();
    await fillLake(workspace, 3_000);
    const page = await open(workspace, "?type=freezer");
    await expect.poll(() => titles(page)[0], {timeout: 30_000}).toBe("Freezer 002999");
    const pager = find(page, "lb-pager");
    expect(part(pager, ".place").textContent).toBe("1–50 of 3,000 entries");
    await userEvent.click(button(pager, "Next page"));
    await expect.poll(() => part(pager, ".place").textContent).toBe("51–100 of 3,000 entries");
    await expect.poll(() => titles(page)[0]).toBe("Freezer 002949");
    await userEvent.click(button(pager, "Last page"));
    await expect.poll(() => titles(page)[0], {timeout: 30_000}).toBe("Freezer 000049");
  });
});
