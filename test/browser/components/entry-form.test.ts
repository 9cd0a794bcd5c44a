import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import type {LbEntryForm} from "../../../components/lb-entry-form.ts";
import "../../../components/lb-entry-form.ts";
import type {LbField} from "../../../components/lb-field.ts";
import type {LbForm} from "../../../components/lb-form.ts";
import type {Fields, Store} from "../../../src/index.ts";
import {toEdgeKind, toEntryType} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {openRecords} from "./records.ts";

const THING = toEntryType({
  name: "thing",
  abstract: true,
  schema: {
    type: "object",
    required: ["name"],
    properties: {name: {type: "string"}, serial: {type: "string", "x-lakebook": {unique: true}}}
  }
});
const ROOM = toEntryType({name: "room", extends: "thing"});
const LAMP = toEntryType({
  name: "lamp",
  extends: "thing",
  schema: {
    type: "object",
    required: ["room"],
    properties: {
      room: {"x-lakebook": {kind: "reference", edge: {kind: "stands_in", direction: "out"}}},
      watts: {type: "number"},
      spot: {type: "object", "x-lakebook": {kind: "place"}},
      on: {type: "array", items: {type: "string", "x-lakebook": {kind: "span"}}},
      sets: {type: "array", items: {type: "object", properties: {colour: {type: "string"}}}}
    }
  }
});

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  localStorage.clear();
});

async function openStore(): Promise<Store> {
  const {store} = await openRecords({types: [THING, ROOM, LAMP]});
  const kind = {name: "stands_in", label: "stands in", inverse: "holds", toTypes: ["room"]};
  await store.kinds.put(toEdgeKind({...kind, cardinality: "many-to-one"}));
  return store;
}

async function formOf(element: LbEntryForm): Promise<LbForm> {
  await expect.poll(() => element.shadowRoot!.querySelector("lb-form")).not.toBeNull();
  const form = part<LbForm>(element, "lb-form");
  await settle(form);
  return form;
}

function field(form: LbForm, path: string): LbField {
  return parts<LbField>(form, "lb-field").find((one) => one.path === path)!;
}

function fill(form: LbForm, path: string, text: string): Promise<void> {
  return userEvent.fill(part(field(form, path), "#control"), text);
}

async function joined(store: Store, id: string): Promise<string[]> {
  const groups = await store.edges.of(id);
  return groups.flatMap(({edges}) => edges.map(({other}) => other.title));
}

describe("lb-entry-form", () => {
  test("what a type has from others comes first, and a reference made on the spot is saved in the same write", async () => {
    const store = await openStore();
    const element = await mount("lb-entry-form", {store, type: LAMP});
    const form = await formOf(element);
    expect(parts<LbField>(form, "lb-field").map(({path}) => path)).toEqual([
      "name",
      "serial",
      "room",
      "watts",
      "spot",
      "on",
      "sets"
    ]);
    await fill(form, "name", "Desk lamp");
    await form.save();
    await settle(form);
    expect(part(form, ".problems li").textContent.trim()).toBe("Room: is required");
    const picker = part(part(field(form, "room"), "lb-reference-input"), "lb-entry-picker");
    await userEvent.type(part(picker, "input"), "Attic");
    await expect.poll(() => parts(picker, "[data-create]").length).toBe(1);
    await userEvent.click(part(picker, "[data-create]"));
    await settle(form);
    await expectAccessible(element);
    const before = await store.history.count();
    await form.save();
    await expect.poll(() => store.entries.count()).toBe(2);
    const {entries} = await store.entries.page({type: "lamp"});
    expect(await joined(store, entries[0]!.id)).toEqual(["Attic"]);
    expect(await store.history.count()).toBe(before + 1);
    const toast = document.querySelector("lb-undo-toast")!;
    await settle(toast);
    await userEvent.click(part(toast, ".toast button"));
    await expect.poll(() => store.entries.count()).toBe(0);
  });

  test("another reference takes the place of the former edge, and an emptied one removes it", async () => {
    const store = await openStore();
    const [attic, cellar] = [
      await store.entries.add({type: "room", fields: {name: "Attic"}}),
      await store.entries.add({type: "room", fields: {name: "Cellar"}})
    ];
    const lamp = await store.entries.add({type: "lamp", fields: {name: "Lamp"}});
    await store.edges.add({kind: "stands_in", from: lamp.id, to: attic.id});
    const element = await mount("lb-entry-form", {store, type: LAMP, entry: lamp});
    const form = await formOf(element);
    const input = part(field(form, "room"), "lb-reference-input");
    await userEvent.click(part(input, "[aria-label='Remove Attic']"));
    await settle(input);
    const picker = part(input, "lb-entry-picker");
    await userEvent.type(part(picker, "input"), "Cell");
    await expect.poll(() => parts(picker, "[data-id]").length).toBe(1);
    await userEvent.click(part(picker, "[data-id]"));
    await form.save();
    await expect.poll(() => joined(store, lamp.id)).toEqual(["Cellar"]);
    expect(await joined(store, cellar.id)).toEqual(["Lamp"]);
  });

  test("a value that another entry has is said at its field, and the form stays open", async () => {
    const store = await openStore();
    await store.entries.add({type: "room", fields: {name: "Attic", serial: "S-1"}});
    const element = await mount("lb-entry-form", {store, type: ROOM});
    const form = await formOf(element);
    await fill(form, "name", "Cellar");
    await fill(form, "serial", "S-1");
    await form.save();
    await expect
      .poll(() => part(field(form, "serial"), "#problem").textContent.trim())
      .toBe("is that of “Attic” already");
    expect(form.shadowRoot!.activeElement).toBe(field(form, "serial"));
    await userEvent.keyboard("2");
    await form.save();
    await expect.poll(() => store.entries.count()).toBe(2);
  });

  test("changes of two tabs are merged; where both changed a field, of whatever kind, both versions are shown", async () => {
    const store = await openStore();
    const fields: Fields = {
      name: "Lamp",
      watts: 5,
      spot: {latitude: 1, longitude: 2},
      on: ["PT1H"],
      sets: [{colour: "red"}]
    };
    const entry = await store.entries.add({type: "room", fields: {name: "Attic"}});
    const lamp = await store.entries.add({type: "lamp", fields});
    await store.edges.add({kind: "stands_in", from: lamp.id, to: entry.id});
    const element = await mount("lb-entry-form", {store, type: LAMP, entry: lamp});
    const form = await formOf(element);
    const theirs = {
      ...fields,
      watts: 7,
      spot: {latitude: 3, longitude: 4},
      on: ["PT2H"],
      sets: [{colour: "blue"}]
    };
    await fill(form, "name", "Desk lamp");
    // the page that holds the form follows the entry: what is typed stays
    element.entry = await store.entries.update(lamp.id, {fields: theirs});
    await settle(element);
    expect(part<LbForm>(element, "lb-form")).toBe(form);
    await fill(form, "spot", "5, 6");
    const rows = part<LbField>(field(form, "on"), "lb-field");
    await userEvent.fill(part(rows, "#control"), "90 min");
    const cell = part<LbField>(field(form, "sets"), "lb-field");
    await userEvent.fill(part(cell, "#control"), "green");
    await form.save();
    await expect.poll(() => parts(element, ".conflict tbody tr").length).toBe(3);
    const shown = parts(element, ".conflict tbody tr").map((row) =>
      row.textContent.replace(/\s+/g, " ").trim()
    );
    expect(shown).toEqual([
      "Spot 5, 6 3, 4",
      "On 1 h 30 min 2 h",
      "Sets Colour: green Colour: blue"
    ]);
    await expectAccessible(element);
    await userEvent.click(
      parts(element, ".conflict button").find((one) => one.textContent.includes("mine"))!
    );
    await expect
      .poll(async () => (await store.entries.get(lamp.id))!.fields)
      .toEqual({
        name: "Desk lamp",
        watts: 7,
        spot: {latitude: 5, longitude: 6},
        on: ["PT1H30M"],
        sets: [{colour: "green"}]
      });
  });
});
