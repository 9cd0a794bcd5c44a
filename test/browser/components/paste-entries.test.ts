import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-entry-dialog.ts";
import type {LbPasteEntries} from "../../../components/lb-paste-entries.ts";
import "../../../components/lb-paste-entries.ts";
import {toEntryType} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, openRecords, watchAlerts} from "./records.ts";

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
});

function paste(element: LbPasteEntries, text: string, html = ""): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  if (html !== "") clipboardData.setData("text/html", html);
  part(element, "textarea").dispatchEvent(new ClipboardEvent("paste", {clipboardData}));
}

function button(element: Element, text: string): HTMLButtonElement {
  const found = parts<HTMLButtonElement>(element, "button").find((one) =>
    one.textContent.trim().startsWith(text)
  );
  if (!found) throw new Error(`button not found: ${text}`);
  return found;
}

const rows = (element: Element): string[] =>
  parts(element, "tbody tr").map((row) => row.textContent.replace(/\s+/g, " ").trim());

describe("lb-paste-entries", () => {
  test("rows of a spreadsheet find their fields, problems are marked in their cells, the others are added and undone", async () => {
    const {store} = await openRecords();
    const element = await mount("lb-paste-entries", {store, type: FREEZER}, "width: 374px");
    await expectAccessible(element);
    paste(element, "Name\tVolume in l\tBought\nOne\t1,200\t29.2.2024\nTwo\tmany\t\n\t3\t\n");
    await expect.poll(() => rows(element).length).toBe(3);
    expect(rows(element)).toEqual([
      "1 One 1,200 29.2.2024",
      "2 Two manymust be a whole number",
      "3 is required 3"
    ]);
    expect(element.scrollWidth).toBeLessThanOrEqual(374);
    await expectAccessible(element);
    await userEvent.click(part(element, "label:nth-of-type(2) input"));
    await expect.poll(() => rows(element).length).toBe(2);
    await userEvent.click(button(element, "Add 1 freezer"));
    await expect.poll(() => store.entries.count()).toBe(1);
    const {entries} = await store.entries.page({type: "freezer"});
    expect(entries[0]!.fields).toEqual({name: "One", litres: 1200, bought: "2024-02-29"});
    const toast = document.querySelector("lb-undo-toast")!;
    await settle(toast);
    await userEvent.click(button(toast, "Undo"));
    await expect.poll(() => store.entries.count()).toBe(0);
  });

  test("a column can be given another field, and a table without names fills the fields in order", async () => {
    const {store} = await openRecords();
    const element = await mount("lb-paste-entries", {store, type: FREEZER});
    paste(element, "One\t5\nTwo\t6");
    await expect.poll(() => rows(element)).toEqual(["1 One 5", "2 Two 6"]);
    await userEvent.selectOptions(parts(element, "thead select")[1]!, "Notes");
    await settle(element);
    await userEvent.click(button(element, "Add 2 freezers"));
    await expect.poll(() => store.entries.count()).toBe(2);
    const {entries} = await store.entries.page({type: "freezer", sort: {by: "title"}});
    expect(entries[0]!.fields).toEqual({name: "One", notes: "5"});
  });

  test("with a key, what is pasted twice is there once", async () => {
    const book = toEntryType({
      name: "book",
      keyField: "isbn",
      schema: {type: "object", properties: {isbn: {type: "string"}, title: {type: "string"}}}
    });
    const {store} = await openRecords({types: [book]});
    for (const title of ["Emma", "Emma, again"]) {
      const element = await mount("lb-paste-entries", {store, type: book});
      paste(element, `isbn\ttitle\n1\t${title}`);
      await expect.poll(() => rows(element).length).toBe(1);
      await userEvent.click(button(element, "Add 1 book"));
      await expect
        .poll(async () => (await store.entries.page({type: "book"})).entries[0]?.fields.title)
        .toBe(title);
    }
    expect(await store.entries.count()).toBe(1);
  });

  test("10,000 rows are checked while the page goes on, and shown by page", async () => {
    const {store} = await openRecords();
    const element = await mount("lb-paste-entries", {store, type: FREEZER});
    const lines = Array.from({length: 10_000}, (_, i) => `Freezer ${i}\t${i}`);
    let frames = 0;
    const count = (): void => {
      ++frames;
      if (parts(element, "tbody tr").length === 0) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    paste(element, ["name\tlitres", ...lines].join("\n"));
    await expect.poll(() => rows(element).length).toBe(25);
    expect(frames).toBeGreaterThan(2);
    expect(button(element, "Add 10,000 freezers").disabled).toBe(false);
    expect(await store.entries.count()).toBe(0);
  });

  test("cells and headings are text, never markup", async () => {
    const alerts = watchAlerts();
    const {store} = await openRecords();
    const element = await mount("lb-paste-entries", {store, type: FREEZER});
    paste(element, `Name\t${EVIL}\n${EVIL}\t${EVIL}`);
    await expect.poll(() => rows(element).length).toBe(1);
    expect(element.shadowRoot!.querySelector("img")).toBeNull();
    expect(alerts()).toBe(0);
  });

  test("the dialog of a new entry takes a table in too", async () => {
    const {store} = await openRecords();
    const types = await store.types.list();
    const dialog = await mount("lb-entry-dialog", {store, types});
    await dialog.openNew(FREEZER);
    await userEvent.click(button(dialog, "Paste a table"));
    const element = part<LbPasteEntries>(dialog, "lb-paste-entries");
    await settle(element);
    expect(element.shadowRoot!.activeElement?.localName).toBe("textarea");
    await expectAccessible(dialog);
    paste(element, "name\nOne");
    await expect.poll(() => rows(element).length).toBe(1);
    await userEvent.click(button(element, "Add 1 freezer"));
    await expect.poll(() => part<HTMLDialogElement>(dialog, "dialog").open).toBe(false);
    expect(await store.entries.count()).toBe(1);
  });
});
