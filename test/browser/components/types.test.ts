import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-types.ts";
import type {LbTypeEditor} from "../../../components/lb-type-editor.ts";
import type {LbTypePage} from "../../../components/lb-type-page.ts";
import type {LbTypes} from "../../../components/lb-types.ts";
import type {EntryType, Workspace} from "../../../src/index.ts";
import {QueryError, toEdgeKind, toEntryType} from "../../../src/index.ts";
import {EMPTY_CATALOGUE} from "../../../src/model/catalogue.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, goTo, openRecords, watchAlerts} from "./records.ts";
import {toResult} from "./results.ts";
import {toastText} from "./toast.ts";

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  delete document.documentElement.dataset.theme;
  sessionStorage.clear();
});

async function open(workspace: Workspace, search = "", style?: string): Promise<LbTypes> {
  goTo(search);
  const page = await mount("lb-types", {workspace}, style ?? "width: 1200px");
  await expect.poll(() => page.shadowRoot!.querySelector("h1")).not.toBeNull();
  return page;
}

function typePage(page: LbTypes): LbTypePage {
  return part<LbTypePage>(page, "lb-type-page");
}

function editorOf(page: LbTypes): LbTypeEditor {
  const host = page.shadowRoot!.querySelector("lb-type-page") ?? page;
  return part<LbTypeEditor>(host, "lb-type-editor");
}

function body(editor: LbTypeEditor): Element {
  return part(editor, "lb-type-body");
}

/** The editor's fields, by their lines. */
function lines(editor: LbTypeEditor): Element[] {
  return parts(part(body(editor), "lb-type-fields"), "lb-type-field");
}

function names(editor: LbTypeEditor): string[] {
  return lines(editor).map((line) => part<HTMLInputElement>(line, "input.name").value);
}

/** A control by its accessible name, wherever in the roots below it stands. */
function control<E extends HTMLElement>(root: Element, name: string): E {
  const found = maybeControl<E>(root, name);
  if (!found) throw new Error(`control not found: ${name}`);
  return found;
}

function maybeControl<E extends HTMLElement>(root: Element, name: string): E | undefined {
  const all = [...(root.shadowRoot?.querySelectorAll<HTMLElement>("*") ?? [])];
  const own = all.find(
    (one) =>
      one.matches("button, input, select, textarea, a") &&
      (one.getAttribute("aria-label") ?? toLabelText(one)) === name
  );
  if (own) return own as E;
  for (const one of all) {
    const found = one.shadowRoot ? maybeControl<E>(one, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function toLabelText(one: HTMLElement): string {
  return toWords((one.closest("label") ?? one).childNodes, (node) => node instanceof Text);
}

function textOf(root: Element): string {
  return toWords(
    root.shadowRoot!.childNodes,
    (node) => !(node instanceof Comment || node instanceof HTMLStyleElement)
  );
}

function toWords(nodes: Iterable<Node>, isCounted: (node: Node) => boolean): string {
  const texts = [...nodes].filter(isCounted).map((node) => node.textContent);
  return texts.join(" ").replace(/\s+/g, " ").trim();
}

async function stored(workspace: Workspace, name: string): Promise<EntryType> {
  return (await workspace.store.types.get(name))!;
}

describe("lb-types", () => {
  test("lists types as a tree with entries and edges, is accessible, and opens one at its address", async () => {
    const box = toEntryType({
      name: "box",
      label: EVIL,
      extends: "item",
      schema: {type: "object", properties: {rows: {type: "integer"}}}
    });
    const alerts = watchAlerts();
    const workspace = await openRecords({types: [FREEZER, ITEM, box]});
    await workspace.store.kinds.put(
      toEdgeKind({name: "in", label: "stored in", inverse: "holds", toTypes: ["freezer"]})
    );
    await add(workspace.store, FREEZER, {name: "One"});
    const page = await open(workspace);
    const list = part(page, "lb-type-list");
    const rows = parts(list, "tbody tr").map((row) => row.textContent.replace(/\s+/g, " ").trim());
    expect(rows).toEqual([
      "Freezer 1 4 stored in, holds",
      "Item 0 2 stored in",
      `└ ${EVIL} extends item 0 1 stored in`
    ]);
    await expectAccessible(page);
    await userEvent.click(parts(list, "td.name a")[0]!);
    await expect
      .poll(() => names(editorOf(page)))
      .toEqual(["Name", "Volume in l", "Bought", "Notes"]);
    expect(location.search).toBe("?type=freezer");
    history.back();
    await expect.poll(() => page.shadowRoot!.querySelector("lb-type-list")).not.toBeNull();
    expect(alerts()).toBe(0);
  });

  test("the editor is accessible wide, and dark at 390 pixels with its tabs", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "One", litres: "many"});
    const page = await open(workspace, "?type=freezer");
    const editor = editorOf(page);
    await expect.poll(() => lines(editor).length).toBe(4);
    await userEvent.click(control(lines(editor)[1]!, "More of Volume in l"));
    await expect.poll(() => maybeControl(typePage(page), "Mend litres")).toBeDefined();
    await userEvent.click(control(typePage(page), "Mend litres"));
    await expectAccessible(page);
    document.documentElement.dataset.theme = "dark";
    page.style.width = "390px";
    await expect.poll(() => parts(editor, "[role=tab]").length).toBe(3);
    await expectAccessible(page);
    expect(page.scrollWidth).toBeLessThanOrEqual(390);
    for (const name of ["Preview", "JSON Schema"]) {
      await userEvent.click(control(editor, name));
      await settle(editor);
      await expectAccessible(page);
    }
  });

  test("a type is made by keyboard alone: fields of several kinds, moved with Alt and the arrows, previewed, saved, undone", async () => {
    const workspace = await openRecords({types: []});
    const page = await open(workspace);
    expect(textOf(page)).toContain("A type says what entries of one kind have in common");
    await expectAccessible(page);
    await userEvent.click(control(page, "New type"));
    const editor = editorOf(page);
    await userEvent.fill(control(editor, "One is called"), "Tool");
    await userEvent.click(control(editor, "Add a field"));
    await settle(editor);
    await userEvent.keyboard("Weight");
    await userEvent.selectOptions(control(editor, "Kind of Weight"), "Number");
    await userEvent.fill(control(editor, "Unit of Weight"), "kg");
    control(editor, "Name of field 3").focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await expect.poll(() => names(editor)).toEqual(["Name", "Weight", "Notes"]);
    await userEvent.click(control(editor, "Add a field"));
    await settle(editor);
    await userEvent.keyboard("State");
    await userEvent.selectOptions(control(editor, "Kind of State"), "Several of a list");
    await userEvent.fill(control(editor, "Choices of State, one a line"), "new\nused");
    const form = part(part(editor, "lb-type-preview"), "lb-form");
    await expect
      .poll(() => parts(form, "lb-field").map((field) => (field as {path?: string}).path))
      .toEqual(["name", "weight", "notes", "state"]);
    control(editor, "Name of field 4").focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => location.search).toBe("?type=tool");
    expect((await stored(workspace, "tool")).schema).toEqual({
      type: "object",
      properties: {
        name: {type: "string"},
        weight: {type: "number", "x-lakebook": {unit: "kg"}},
        notes: {type: "string", format: "multiline"},
        state: {type: "array", items: {enum: ["new", "used"]}, uniqueItems: true}
      },
      required: ["name"]
    });
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => workspace.store.types.list()).toEqual([]);
  });

  test("the schema as JSON and the fields stay in step; what is no schema is said with its line", async () => {
    const workspace = await openRecords();
    const page = await open(workspace, "?type=item");
    const editor = editorOf(page);
    await expect.poll(() => names(editor)).toEqual(["Label", "Price"]);
    await userEvent.click(control(editor, "JSON Schema"));
    await settle(editor);
    const json = part(editor, "lb-type-json");
    const area = part<HTMLTextAreaElement>(json, "textarea");
    expect(JSON.parse(area.value)).toEqual(ITEM.schema);
    await userEvent.fill(control(editor, "Name of field 1"), "Heading");
    await expect
      .poll(() => (JSON.parse(area.value) as EntryType["schema"]).properties.label?.title)
      .toBe("Heading");
    await userEvent.fill(
      area,
      '{"type": "object", "properties": {"price": {"type": "integer", "multipleOf": 5}}}'
    );
    await expect.poll(() => names(editor)).toEqual(["Price"]);
    await userEvent.fill(area, '{\n"type": "object",\n"properties": 3}');
    await expect
      .poll(() => part(json, "[role=alert]").textContent)
      .toContain("properties: must be");
    await userEvent.fill(area, '{\n"type": ');
    await expect.poll(() => part(json, "[role=alert]").textContent).toContain("line 2");
    expect(names(editor)).toEqual(["Price"]);
    await editor.save();
    expect((await stored(workspace, "item")).schema.properties).toEqual({
      price: {type: "integer", multipleOf: 5}
    });
  });

  test("a type that extends another shows what it inherits, and its title of several fields with an example", async () => {
    const workspace = await openRecords();
    const page = await open(workspace, "?type=item");
    const editor = editorOf(page);
    await expect.poll(() => names(editor).length).toBe(2);
    await userEvent.selectOptions(control(editor, "Extends"), "Freezer");
    await expect
      .poll(() => textOf(part(body(editor), "lb-type-inherited")))
      .toContain("Volume in l Whole number from Freezer");
    await userEvent.click(part(part(body(editor), "lb-type-head"), "summary"));
    await userEvent.fill(control(editor, "Or a title of several fields"), "{name}, {price}");
    await expect
      .poll(() => textOf(part(part(body(editor), "lb-type-head"), "lb-type-title")))
      .toContain("For example: ‹Name›, ‹Price›");
    await editor.save();
    expect(await stored(workspace, "item")).toMatchObject({
      extends: "freezer",
      titleTemplate: "{name}, {price}"
    });
  });

  test("a change that values do not fit says so first; then they are listed, mended in bulk, and undone", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    for (const notes of ["12", "7.5", "heavy"]) await add(store, FREEZER, {name: notes, notes});
    const page = await open(workspace, "?type=freezer");
    const editor = editorOf(page);
    await expect.poll(() => lines(editor).length).toBe(4);
    await userEvent.selectOptions(control(editor, "Kind of Notes"), "Number");
    await userEvent.click(control(editor, "Save type"));
    await expect
      .poll(() => textOf(editor.shadowRoot!.querySelector("lb-type-losses") ?? editor))
      .toContain("notes must be a number: 3 of 3 entries (“12”, “7.5”, “heavy”)");
    expect((await stored(workspace, "freezer")).version).toBe(1);
    await userEvent.click(control(editor, "Save, and mend them after"));
    await expect.poll(() => maybeControl(typePage(page), "Mend notes")).toBeDefined();
    await userEvent.click(control(typePage(page), "Mend notes"));
    await expect.poll(() => maybeControl(typePage(page), "Mend 2 entries")).toBeDefined();
    const fix = part(part(part(typePage(page), "lb-misfits"), "lb-misfit-field"), "lb-misfit-fix");
    expect(textOf(fix)).toContain("1 would still not fit");
    await userEvent.click(control(fix, "Mend 2 entries"));
    const notes = async (): Promise<unknown[]> =>
      (await store.entries.scan()).map(({fields}) => fields.notes);
    await expect.poll(notes).toEqual([12, 7.5, "heavy"]);
    await expect
      .poll(() => textOf(part(part(typePage(page), "lb-misfits"), "lb-misfit-field")))
      .toContain("in 1 entry (“heavy”)");
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(notes).toEqual(["12", "7.5", "heavy"]);
  });

  test("a field whose values get another name takes them along in the same write", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const {id} = await add(store, FREEZER, {name: "One", litres: 12});
    const page = await open(workspace, "?type=freezer");
    const editor = editorOf(page);
    await expect.poll(() => lines(editor).length).toBe(4);
    await userEvent.click(control(editor, "More of Volume in l"));
    await settle(editor);
    await userEvent.fill(
      control(editor, "Name that values of Volume in l are kept under"),
      "volume"
    );
    await userEvent.keyboard("{Tab}");
    await userEvent.click(control(editor, "Save type"));
    await expect
      .poll(() => textOf(editor.shadowRoot!.querySelector("lb-type-losses") ?? editor))
      .toContain("Move the values of 1 entry: litres → volume");
    await userEvent.click(control(part(editor, "lb-type-losses"), "Save"));
    await expect
      .poll(async () => (await store.entries.get(id))!.fields)
      .toEqual({
        name: "One",
        volume: 12
      });
    const [last] = await store.history.recent({limit: 1});
    expect(last).toMatchObject({what: "Change type Freezer", changed: 2});
  });

  test("what was typed survives a reload, and can be given up", async () => {
    const workspace = await openRecords();
    const former = await open(workspace, "?type=item");
    await expect.poll(() => names(editorOf(former))).toEqual(["Label", "Price"]);
    await userEvent.click(control(editorOf(former), "Add a field"));
    await settle(former);
    await userEvent.keyboard("Weight");
    former.remove();
    const page = await open(workspace, "?type=item");
    const editor = editorOf(page);
    await expect.poll(() => names(editor)).toEqual(["Label", "Price", "Weight"]);
    await userEvent.click(control(editor, "Add a field"));
    await expect.poll(() => names(editor)).toEqual(["Label", "Price", "Weight", ""]);
    await userEvent.click(control(editor, "Start over"));
    await expect.poll(() => names(editor)).toEqual(["Label", "Price"]);
    expect(sessionStorage.length).toBe(0);
  });

  test("what entries have and the type does not is found, and added by a button", async () => {
    const workspace = await openRecords();
    await add(workspace.store, ITEM, {label: "Lamp", colour: "red"});
    const page = await open(workspace, "?type=item");
    await userEvent.click(control(typePage(page), "Compare with entries"));
    await expect.poll(() => maybeControl(typePage(page), "Add as text")).toBeDefined();
    await userEvent.click(control(typePage(page), "Add as text"));
    await expect.poll(() => names(editorOf(page))).toEqual(["Label", "Price", "Colour"]);
  });

  test("a type with entries is not deleted, and says where they are; an unused one is, with Undo", async () => {
    const workspace = await openRecords();
    await add(workspace.store, FREEZER, {name: "One"});
    const page = await open(workspace, "?type=freezer");
    await userEvent.click(control(typePage(page), "Delete type"));
    const said = part(typePage(page), ".refused");
    expect(said.textContent.replace(/\s+/g, " ")).toContain("it has 1 entry. Delete them first.");
    expect(part<HTMLAnchorElement>(typePage(page), ".refused a").href).toContain("type=freezer");
    await userEvent.click(control(page, "‹ All types"));
    await userEvent.click(parts(part(page, "lb-type-list"), "td.name a")[1]!);
    await userEvent.click(control(typePage(page), "Delete type"));
    await expect.poll(async () => (await workspace.store.types.list()).length).toBe(1);
    await expect.poll(toastText).toContain("deleted Undo");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(async () => (await workspace.store.types.list()).length).toBe(2);
  });

  test("a type is learned from a table of the lake; an expression that SQL refuses says where", async () => {
    const table = {
      name: "tools",
      files: 1,
      rows: 2,
      columns: 2,
      bytes: 1,
      format: "csv",
      connector: null,
      key: []
    };
    const workspace = await openRecords({
      catalogue: {...EMPTY_CATALOGUE, tables: [table]},
      query: (sql) =>
        sql.includes("sample")
          ? Promise.resolve(toResult({"name VARCHAR": ["Saw", "Axe"], "price BIGINT": [12, 7]}))
          : Promise.reject(
              new QueryError("Binder error: no column nothing", {
                sql,
                offset: sql.indexOf("nothing")
              })
            )
    });
    const page = await open(workspace);
    await userEvent.click(control(page, "Make one of a table"));
    await expect.poll(() => maybeControl(page, "Make a type of it")).toBeDefined();
    await userEvent.click(control(page, "Make a type of it"));
    await expect.poll(() => names(editorOf(page))).toEqual(["Name", "Price"]);
    const editor = editorOf(page);
    await userEvent.selectOptions(control(editor, "Kind of Price"), "Computed by SQL");
    await settle(editor);
    await userEvent.fill(control(editor, "Expression of Price"), "1 +\n nothing");
    await expect.poll(() => maybeControl(editor, "Go to line 2, column 2")).toBeDefined();
    await userEvent.click(control(editor, "Go to line 2, column 2"));
    expect(control<HTMLTextAreaElement>(editor, "Expression of Price").selectionStart).toBe(5);
  });
});
