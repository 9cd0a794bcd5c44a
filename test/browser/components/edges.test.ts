import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-edges.ts";
import type {LbEdges} from "../../../components/lb-edges.ts";
import type {Entry, Store} from "../../../src/index.ts";
import {toEdgeKind, toEndText} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, openRecords, watchAlerts} from "./records.ts";
import {toastText} from "./toast.ts";

const STORED_IN = toEdgeKind({
  name: "stored_in",
  label: "stored in",
  inverse: "holds",
  fromTypes: ["item"],
  toTypes: ["freezer"]
});

const IN_GRID = toEdgeKind({
  ...STORED_IN,
  schema: {type: "object", properties: {position: {type: "string"}}},
  grid: {positionField: "position", rowsField: "rows", columnsField: "columns"}
});

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

async function openStoreWith(): Promise<{store: Store; lamp: Entry; one: Entry}> {
  const {store} = await openRecords();
  await store.kinds.put(STORED_IN);
  const lamp = await add(store, ITEM, {label: "Lamp"});
  const one = await add(store, FREEZER, {name: "Freezer one"});
  return {store, lamp, one};
}

async function open(store: Store, entry: Entry): Promise<LbEdges> {
  const edges = await mount("lb-edges", {store, entry});
  await expect.poll(() => edges.shadowRoot!.querySelector(".group, p")).not.toBeNull();
  return edges;
}

/** The groups as they read: "stored in: Freezer one". */
function groups(edges: LbEdges): string[] {
  return parts(edges, ".group").map((group) => {
    const titles = Array.from(group.querySelectorAll("a"), (link) => link.textContent);
    return `${group.querySelector("h3")!.textContent}: ${titles.join(", ")}`;
  });
}

function form(edges: LbEdges): Element {
  return part(edges, "lb-edge-form");
}

function picker(edges: LbEdges): Element {
  return part(form(edges), "lb-entry-picker");
}

function options(edges: LbEdges): string[] {
  return parts(picker(edges), "[role=option] .title").map((option) => option.textContent);
}

async function startAdding(edges: LbEdges): Promise<void> {
  await userEvent.click(part(edges, ".add"));
  await settle(edges);
}

/** The input of the first field of the form in an element. */
async function typeField(holder: Element, text: string): Promise<void> {
  const field = (): HTMLInputElement | null | undefined =>
    part(holder, "lb-form")
      .shadowRoot?.querySelector("lb-field")
      ?.shadowRoot?.querySelector("input");
  await expect.poll(field).toBeTruthy();
  await userEvent.fill(field()!, text);
}

function saveButton(holder: Element): HTMLElement {
  return part(part(holder, "lb-form"), "button.primary");
}

describe("lb-edges", () => {
  test("lb-edges is accessible, empty, filled, and while one is added", async () => {
    const {store, lamp, one} = await openStoreWith();
    const edges = await open(store, lamp);
    await expectAccessible(edges);
    await store.edges.add({kind: "stored_in", from: lamp.id, to: one.id});
    await expect.poll(() => groups(edges)).toEqual(["stored in: Freezer one"]);
    await startAdding(edges);
    await expectAccessible(edges);
  });

  test("an edge is added by keyboard alone and reads the other way round at the other end", async () => {
    const {store, lamp, one} = await openStoreWith();
    const edges = await open(store, lamp);
    part(edges, ".add").focus();
    await userEvent.keyboard("{Enter}");
    await settle(edges);
    await userEvent.tab();
    await userEvent.keyboard("free");
    await expect.poll(() => options(edges)[0]).toBe("Freezer one");
    await userEvent.keyboard("{Enter}");
    await settle(edges);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => groups(edges)).toEqual(["stored in: Freezer one"]);
    expect(toastText()).toContain("Joined with “Freezer one” Undo");
    const other = await open(store, one);
    await expect.poll(() => groups(other)).toEqual(["holds: Lamp"]);
  });

  test("the list offers only entries that the kind may join, and never the entry itself", async () => {
    const {store, lamp} = await openStoreWith();
    await add(store, ITEM, {label: "Lantern"});
    const edges = await open(store, lamp);
    await startAdding(edges);
    await userEvent.click(part(picker(edges), "input"));
    await expect.poll(() => options(edges)).toEqual(["Freezer one"]);
  });

  test("a new kind is made on the way, with its inverse, and one undo takes back both", async () => {
    const {store, lamp, one} = await openStoreWith();
    const edges = await open(store, lamp);
    await startAdding(edges);
    await userEvent.selectOptions(part<HTMLElement>(form(edges), "select"), "New kind …");
    await settle(edges);
    const [label, inverse] = parts<HTMLInputElement>(form(edges), "label input");
    await userEvent.fill(label!, "was bought with");
    await userEvent.fill(inverse!, "paid for");
    await userEvent.fill(part(picker(edges), "input"), "freezer");
    await expect.poll(() => options(edges)[0]).toBe("Freezer one");
    await userEvent.click(parts(picker(edges), "[role=option]")[0]!);
    await settle(edges);
    await userEvent.click(part(form(edges), "button.primary"));
    await expect.poll(() => groups(edges)).toEqual(["was bought with: Freezer one"]);
    expect(await store.kinds.get("was_bought_with")).toMatchObject({inverse: "paid for"});
    expect((await store.edges.of(one.id))[0]!.label).toBe("paid for");
    await userEvent.click(part(document.querySelector("lb-undo-toast")!, "button"));
    await expect.poll(() => groups(edges)).toEqual([]);
    await expect.poll(() => store.kinds.get("was_bought_with")).toBeUndefined();
  });

  test("the other end is created in place, together with the edge or not at all", async () => {
    const {store, lamp} = await openStoreWith();
    const edges = await open(store, lamp);
    await startAdding(edges);
    await userEvent.fill(part(picker(edges), "input"), "Freezer nine");
    await expect.poll(() => options(edges)).toEqual(["Make “Freezer nine” a new freezer"]);
    await userEvent.keyboard("{Enter}");
    await settle(edges);
    expect(await store.entries.count()).toBe(2);
    await userEvent.click(part(form(edges), "button.primary"));
    await expect.poll(() => groups(edges)).toEqual(["stored in: Freezer nine"]);
    expect((await store.entries.bySlug("freezer", "freezer-nine"))?.fields).toEqual({
      name: "Freezer nine"
    });
    await userEvent.click(part(document.querySelector("lb-undo-toast")!, "button"));
    await expect.poll(() => store.entries.count()).toBe(2);
  });

  test("a text that was not picked adds nothing", async () => {
    const {store, lamp} = await openStoreWith();
    const edges = await open(store, lamp);
    await startAdding(edges);
    await userEvent.fill(part(picker(edges), "input"), "freezer");
    expect(part<HTMLButtonElement>(form(edges), "button.primary").disabled).toBe(true);
  });

  test("an edge is removed and comes back with Undo", async () => {
    const {store, lamp, one} = await openStoreWith();
    await store.edges.add({kind: "stored_in", from: lamp.id, to: one.id});
    const edges = await open(store, lamp);
    await userEvent.click(part(edges, "[aria-label='Remove: stored in Freezer one']"));
    await expect.poll(() => groups(edges)).toEqual([]);
    await expect.poll(toastText).toContain("“stored in Freezer one” removed Undo");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => groups(edges)).toEqual(["stored in: Freezer one"]);
  });

  test("labels and titles are text, never markup", async () => {
    const alerts = watchAlerts();
    const {store} = await openRecords();
    await store.kinds.put(toEdgeKind({name: "evil", label: EVIL}));
    const one = await add(store, ITEM, {label: "One"});
    const two = await add(store, ITEM, {label: EVIL});
    await store.edges.add({kind: "evil", from: one.id, to: two.id});
    const edges = await open(store, one);
    expect(groups(edges)).toEqual([`${EVIL}: ${EVIL}`]);
    await startAdding(edges);
    expect(edges.shadowRoot!.querySelector("img")).toBeNull();
    expect(alerts()).toBe(0);
  });

  test("an edge is edited and moved from either end, its own fields with it, and undone", async () => {
    const {store, lamp, one} = await openStoreWith();
    await store.kinds.put(IN_GRID);
    const two = await add(store, FREEZER, {name: "Freezer two"});
    await store.edges.add({kind: "stored_in", from: lamp.id, to: one.id, confidence: 0.9});
    const edges = await open(store, lamp);
    await expect.poll(() => part(edges, ".end").textContent).toContain("90 % sure");
    await userEvent.click(part(edges, "[aria-label='Edit: stored in Freezer one']"));
    const editor = (): Element => part(edges, "lb-edge-editor");
    await settle(edges);
    await expectAccessible(edges);
    await typeField(editor(), "B7");
    const pick = part(editor(), "lb-entry-picker");
    await userEvent.fill(part(pick, "input"), "two");
    await expect.poll(() => parts(pick, "[role=option]").length).toBeGreaterThan(0);
    await userEvent.click(parts(pick, "[role=option]")[0]!);
    await userEvent.click(saveButton(editor()));
    await expect.poll(() => groups(edges)).toEqual(["stored in: Freezer two"]);
    expect(part(edges, ".end").textContent).toContain("Position: B7");
    expect(toastText()).toContain("Moved from “Freezer one” to “Freezer two”");

    const there = await open(store, two);
    await expect.poll(() => groups(there)).toEqual(["holds: Lamp"]);
    await userEvent.click(part(there, "[aria-label='Edit: holds Lamp']"));
    await settle(there);
    await typeField(part(there, "lb-edge-editor"), "C1");
    await userEvent.click(saveButton(part(there, "lb-edge-editor")));
    await expect.poll(() => part(there, ".end").textContent).toContain("Position: C1");
    await expect.poll(toastText).toContain("changed Undo");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => part(there, ".end").textContent).toContain("Position: B7");
  });

  test("what the kind refuses is said at the form, and what was typed stays", async () => {
    const {store, lamp, one} = await openStoreWith();
    await store.kinds.put(IN_GRID);
    const other = await add(store, ITEM, {label: "Lantern"});
    await store.edges.add({
      kind: "stored_in",
      from: other.id,
      to: one.id,
      fields: {position: "B7"}
    });
    const edges = await open(store, lamp);
    await startAdding(edges);
    await userEvent.fill(part(picker(edges), "input"), "one");
    await expect.poll(() => options(edges)[0]).toBe("Freezer one");
    await userEvent.click(parts(picker(edges), "[role=option]")[0]!);
    await typeField(form(edges), "b7");
    await userEvent.click(saveButton(form(edges)));
    await expect.poll(() => form(edges).shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    const failure = part(form(edges), "lb-failure");
    expect(part(failure, "pre").textContent).toContain("position is taken");
    await typeField(form(edges), "B8");
    await userEvent.click(saveButton(form(edges)));
    await expect.poll(() => groups(edges)).toEqual(["stored in: Freezer one"]);
  });

  test("many edges of a kind have pages, and ends that are no entries are named", async () => {
    const {store, one} = await openStoreWith();
    const drafts = Array.from({length: 230}, (_, i) => ({
      type: "item",
      fields: {label: `Item ${String(i).padStart(3, "0")}`}
    }));
    const {ids} = await store.entries.addAll(drafts);
    await store.edges.addAll(ids.map((from) => ({kind: "stored_in", from, to: one.id})));
    await store.kinds.put(toEdgeKind({name: "seen_in", label: "seen in"}));
    const row = {kind: "row", table: "people", sha256: "a".repeat(64), row: 4} as const;
    await store.edges.add({kind: "seen_in", from: one.id, to: toEndText(row)});
    const edges = await open(store, one);
    await expect.poll(() => groups(edges)[1]).toBe("seen in: people, row 5");
    expect(groups(edges)[0]).toContain("holds · 230: ");
    expect(part(edges, ".group").querySelectorAll(".end")).toHaveLength(50);
    await userEvent.click(part(part(edges, "lb-pager"), "[aria-label='Last page']"));
    await expect.poll(() => groups(edges)[0]).toContain("Item 229");
    expect(part(edges, ".group").querySelectorAll(".end")).toHaveLength(30);
  });
});
