import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-keep-dialog.ts";
import type {KeptEvent, LbKeepDialog} from "../../../components/lb-keep-dialog.ts";
import type {Catalogue, Workspace} from "../../../src/index.ts";
import {QueryResult, toColumnReader} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, openRecords, watchAlerts} from "./records.ts";
import {toastText} from "./toast.ts";

const SHA = "ab".repeat(32);
const AT = new Date(0);

const CATALOGUE: Catalogue = {
  files: [
    {
      path: "lab/boxes.csv",
      format: "csv",
      connector: null,
      bytes: 1,
      sha256: SHA,
      modified: AT,
      compiled: AT,
      details: "{}"
    }
  ],
  tables: [],
  parts: [{table: "boxes", file: "lab/boxes.csv", sha256: SHA, firstRow: 0, rows: 100_000}],
  columns: [],
  problems: [],
  rejects: []
};

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  delete document.documentElement.dataset.theme;
});

/** `count` rows of the table `boxes`: code, name, litres, note. */
function boxes(count: number, title: (row: number) => string = (row) => `Box ${row}`): QueryResult {
  const rows = Array.from({length: count}, (_, i) => i);
  return new QueryResult({
    fields: [
      {name: "code", type: "VARCHAR"},
      {name: "name", type: "VARCHAR"},
      {name: "litres", type: "BIGINT"},
      {name: "note", type: "VARCHAR"}
    ],
    readers: [
      toColumnReader(rows.map((row) => `B-${row}`)),
      toColumnReader(rows.map(title)),
      toColumnReader(rows.map((row) => row % 7)),
      toColumnReader(rows.map((row) => (row % 2 === 0 ? null : "wet")))
    ],
    provenance: {table: "boxes", rowids: toColumnReader(rows)}
  });
}

async function open(
  workspace: Workspace,
  result: QueryResult,
  rows = Array.from({length: result.numRows}, (_, i) => i)
): Promise<LbKeepDialog> {
  const dialog = await mount("lb-keep-dialog", {workspace, result, rows});
  await dialog.open();
  await settle(dialog);
  return dialog;
}

function button(dialog: LbKeepDialog): HTMLButtonElement {
  return part(dialog, "button.primary");
}

function columns(dialog: LbKeepDialog): Element {
  return part(dialog, "lb-keep-columns");
}

describe("lb-keep-dialog", () => {
  test("lb-keep-dialog is accessible, in light and dark, for a new type and for one that is there", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE});
    const dialog = await open(workspace, boxes(12));
    await expectAccessible(dialog);
    await userEvent.selectOptions(part<HTMLElement>(dialog, "select"), "Freezer");
    document.documentElement.dataset.theme = "dark";
    await settle(dialog);
    await expectAccessible(dialog);
  });

  test("a new type is suggested by the table: names, fields, title, key, a preview of five", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE});
    const dialog = await open(workspace, boxes(12));
    const names = parts<HTMLInputElement>(dialog, ".names input").map(({value}) => value);
    expect(names).toEqual(["Box", "Boxes"]);
    const fields = part(columns(dialog), "table");
    const preview = part(dialog, "table");
    const rows = Array.from(fields.querySelectorAll("tbody tr"), (row) =>
      row.textContent.replace(/\s+/g, " ").trim()
    );
    expect(rows).toEqual([
      "code Text required B-0",
      "name Text required Box 0",
      "litres Whole number required 0",
      "note Text wet"
    ]);
    const [, title, key] = parts<HTMLSelectElement>(dialog, "select");
    expect(title!.selectedOptions[0]!.label).toBe("name");
    expect(key!.selectedOptions[0]!.label).toBe("code");
    expect(preview.querySelectorAll("tbody tr")).toHaveLength(5);
    expect(button(dialog).textContent.replace(/\s+/g, " ").trim()).toBe("Keep 12 rows as entries");
  });

  test("keeping makes entries that know their row, and keeping again makes none twice", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE});
    const {store} = workspace;
    const first = await open(workspace, boxes(12));
    const kept: KeptEvent[] = [];
    first.addEventListener("lb-kept", (event) => kept.push(event));
    await userEvent.click(button(first));
    await expect
      .poll(toastText)
      .toContain("12 rows kept as Boxes: 12 added, 0 changed, 0 unchanged");
    expect(kept[0]!.ids).toHaveLength(12);
    expect((await store.entries.get(kept[0]!.ids[3]!))!.source).toEqual({
      table: "boxes",
      file: "lab/boxes.csv",
      sha256: SHA,
      row: 3
    });
    const second = await open(workspace, boxes(13));
    expect(parts<HTMLSelectElement>(second, "select")[0]!.selectedOptions[0]!.label).toBe("Box");
    await userEvent.click(button(second));
    await expect.poll(toastText).toContain("1 added, 0 changed, 12 unchanged");
    expect(await store.entries.count()).toBe(13);
    const link = part<HTMLAnchorElement>(document.querySelector("lb-undo-toast")!, "a");
    expect(link.getAttribute("href")).toBe("./entries.html?type=box");
  });

  test("Undo takes back the entries and the type that was made for them", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE, types: []});
    const {store} = workspace;
    const dialog = await open(workspace, boxes(3));
    await userEvent.click(button(dialog));
    await expect.poll(() => store.entries.count()).toBe(3);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => store.entries.count()).toBe(0);
    expect(await store.types.list()).toEqual([]);
  });

  test("columns are left out and renamed, title and key are chosen", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE});
    const dialog = await open(workspace, boxes(2));
    await userEvent.click(parts(columns(dialog), "tbody input[type=checkbox]")[3]!);
    await userEvent.fill(part(columns(dialog), "[aria-label='Field of litres']"), "volume");
    const [, title, key] = parts<HTMLSelectElement>(dialog, "select");
    await userEvent.selectOptions(title!, "code");
    await userEvent.selectOptions(key!, "None: told apart by the place in the file");
    await userEvent.click(button(dialog));
    await expect.poll(() => workspace.store.entries.count()).toBe(2);
    const type = (await workspace.store.types.get("box"))!;
    expect(Object.keys(type.schema.properties)).toEqual(["code", "name", "volume"]);
    expect([type.titleField, type.keyField]).toEqual(["code", null]);
    expect((await workspace.store.entries.bySlug("box", "b-1"))!.fields).toEqual({
      code: "B-1",
      name: "Box 1",
      volume: 1
    });
  });

  test("into a type that is there, new fields are named and rows that do not fit are told by number", async () => {
    const strict = {
      ...FREEZER,
      schema: {
        ...FREEZER.schema,
        properties: {...FREEZER.schema.properties, litres: {type: "integer" as const, maximum: 2}}
      }
    };
    const workspace = await openRecords({catalogue: CATALOGUE, types: [strict]});
    const dialog = await open(workspace, boxes(7));
    await userEvent.selectOptions(part<HTMLElement>(dialog, "select"), "Freezer");
    await settle(dialog);
    expect(part(dialog, "p.muted").textContent.replace(/\s+/g, " ")).toContain(
      "Fields added to Freezer: code, note"
    );
    expect(part(dialog, ".warning").textContent).toContain(
      "4 rows do not fit the type (row 4: litres must be at most 2)"
    );
    await userEvent.click(button(dialog));
    await expect.poll(() => workspace.store.entries.count()).toBe(7);
  });

  test("what cannot be kept is said in the dialog, and nothing is written", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE, types: []});
    const dialog = await open(workspace, boxes(2));
    await userEvent.fill(part(columns(dialog), "[aria-label='Field of litres']"), "name");
    await userEvent.click(button(dialog));
    await expect.poll(() => dialog.shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    expect(part(part(dialog, "lb-failure"), "pre").textContent).toContain(
      "two columns would be one field: name"
    );
    expect(await workspace.store.types.list()).toEqual([]);
    await userEvent.fill(part(columns(dialog), "[aria-label='Field of litres']"), "litres");
    await userEvent.fill(parts(dialog, ".names input")[0]!, "");
    await userEvent.click(button(dialog));
    await expect
      .poll(() => part(part(dialog, "lb-failure"), "pre").textContent)
      .toContain("name is missing");
  });

  test("many rows show how far they are and can be stopped, which keeps nothing", async () => {
    const workspace = await openRecords({catalogue: CATALOGUE, types: []});
    const dialog = await open(workspace, boxes(60_000));
    await userEvent.click(button(dialog));
    await expect
      .poll(
        () => dialog.shadowRoot!.querySelector("lb-progress")?.shadowRoot?.querySelector("button"),
        {timeout: 10_000}
      )
      .toBeTruthy();
    await userEvent.click(part(part(dialog, "lb-progress"), "button"));
    await expect
      .poll(() => dialog.shadowRoot!.querySelector("lb-progress"), {timeout: 20_000})
      .toBeNull();
    expect(await workspace.store.entries.count()).toBe(0);
    expect(part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
  });

  test("names and values are text, never markup", async () => {
    const alerts = watchAlerts();
    const workspace = await openRecords({catalogue: CATALOGUE, types: [{...FREEZER, label: EVIL}]});
    const dialog = await open(
      workspace,
      boxes(3, () => EVIL)
    );
    for (const root of [dialog, columns(dialog)])
      expect(root.shadowRoot!.querySelector("img")).toBeNull();
    await userEvent.click(button(dialog));
    await expect.poll(() => workspace.store.entries.count()).toBe(3);
    expect(alerts()).toBe(0);
  });
});
