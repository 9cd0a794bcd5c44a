import {userEvent} from "vitest/browser";
import {expect, test} from "vitest";
import type {LbTwins} from "../../../components/lb-twins.ts";
import "../../../components/lb-entry-form.ts";
import "../../../components/lb-twins.ts";
import type {Entry, TwinDraft, Workspace} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";
import {EVIL, FREEZER, add, openRecords, watchAlerts} from "./records.ts";

async function open(draft: TwinDraft, workspace: Workspace): Promise<LbTwins> {
  const twins = await mount("lb-twins", {workspace, draft, type: FREEZER, tags: ["new"]});
  twins.addEventListener("lb-twin-taken", (event) => event.preventDefault());
  return twins;
}

function titles(twins: LbTwins): string[] {
  return parts(twins, "strong").map(({textContent}) => textContent);
}

function button(root: Element, name: RegExp): HTMLElement {
  const found = parts(root, "button, a").find((one) =>
    name.test(one.getAttribute("aria-label") ?? one.textContent)
  );
  if (!found) throw new Error(`button not found: ${name}`);
  return found;
}

async function taken(twins: LbTwins, act: () => Promise<void>): Promise<Entry> {
  const entry = new Promise<Entry>((resolve) =>
    twins.addEventListener("lb-twin-taken", (event) => resolve(event.entry))
  );
  await act();
  return entry;
}

test("lb-twins shows what may be there already and why, as text, and is accessible", async () => {
  const alerts = watchAlerts();
  const workspace = await openRecords();
  await add(workspace.store, FREEZER, {name: EVIL, litres: 5});
  const twins = await open({type: "freezer", fields: {name: EVIL, litres: 7}}, workspace);
  await expect.poll(() => titles(twins)).toEqual([EVIL]);
  expect(part(twins, ".why").textContent.replace(/\s+/g, " ").trim()).toBe(
    "same titlebut litres: 5, not 7"
  );
  expect(part(twins, "[role=status]").textContent.trim()).toBe("1 likely the same");
  expect(button(twins, /^Open/).getAttribute("href")).toMatch(/entry\.html\?/);
  await expectAccessible(twins);
  expect(alerts()).toBe(0);
  twins.draft = {type: "freezer", fields: {name: "Lamp"}};
  await expect.poll(() => titles(twins)).toEqual([]);
});

test("a new draft merged into an entry fills it with what was chosen field by field; undo takes it back", async () => {
  const workspace = await openRecords();
  const {store} = workspace;
  const kept = await add(store, FREEZER, {name: "Minus 80", notes: "old"}, ["cold"]);
  const fields = {name: "minus 80", notes: "new", litres: 300};
  const twins = await open({type: "freezer", fields}, workspace);
  await expect.poll(() => titles(twins)).toEqual(["Minus 80"]);
  await userEvent.click(button(twins, /^Merge/));
  const dialog = part(twins, "lb-merge-dialog");
  await expect.poll(() => parts(dialog, "tbody th").length).toBe(3);
  await expectAccessible(dialog);
  await userEvent.click(button(dialog, /^Both$/));
  await userEvent.click(part(dialog, `[name="name"][aria-label*="kept"]`));
  const entry = await taken(twins, () => userEvent.click(button(dialog, /^Merge$/)));
  expect(entry).toMatchObject({
    id: kept.id,
    fields: {name: "Minus 80", notes: "old; new", litres: 300},
    tags: ["cold", "new"]
  });
  await store.history.undo((await store.history.recent())[0]!.group);
  expect(await store.entries.get(kept.id)).toMatchObject({fields: kept.fields, tags: ["cold"]});
});

test("an entry merged into another is gone, in one write, and its address leads to the other", async () => {
  const workspace = await openRecords();
  const {store} = workspace;
  const kept = await add(store, FREEZER, {name: "Minus 80"});
  const other = await add(store, FREEZER, {name: "Minus-80", litres: 9});
  const twins = await open({type: "freezer", fields: other.fields, id: other.id}, workspace);
  await expect.poll(() => titles(twins)).toEqual(["Minus 80"]);
  await userEvent.click(button(twins, /^Merge/));
  const dialog = part(twins, "lb-merge-dialog");
  await expect.poll(() => parts(dialog, "tbody th").length).toBe(2);
  const entry = await taken(twins, () => userEvent.click(button(dialog, /^Merge$/)));
  expect(entry.id).toBe(kept.id);
  expect(entry.fields.litres).toBe(9);
  expect(await store.entries.get(other.id)).toBeUndefined();
  expect((await store.entries.bySlug("freezer", other.slug))?.id).toBe(kept.id);
});

test("what is not the same is hidden at once, can be shown again, and is remembered once the draft is saved", async () => {
  const workspace = await openRecords();
  const {store} = workspace;
  await add(store, FREEZER, {name: "Minus 80"});
  const fields = {name: "minus 80"};
  const twins = await open({type: "freezer", fields}, workspace);
  await expect.poll(() => titles(twins)).toEqual(["Minus 80"]);
  await userEvent.click(button(twins, /^Not the same/));
  await expect.poll(() => titles(twins)).toEqual([]);
  await userEvent.click(button(twins, /^\s*Show 1 again/));
  await expect.poll(() => titles(twins)).toEqual(["Minus 80"]);
  await userEvent.click(button(twins, /^Not the same/));
  const saved = await add(store, FREEZER, fields);
  await twins.keep(saved.id);
  const again = await open(
    {type: "freezer", fields: {...fields, litres: 1}, id: saved.id},
    workspace
  );
  const other = await open({type: "freezer", fields}, workspace);
  await expect.poll(() => titles(other).length).toBe(2);
  expect(titles(again)).toEqual([]);
  expect((await store.suggestions.page({status: "rejected"})).total).toBe(1);
});

test("a search for twins that fails is said, and tried again", async () => {
  const workspace = await openRecords();
  const {twins: real} = workspace;
  let isBroken = true;
  const find: typeof real.find = (...args) => {
    if (isBroken) throw new Error("storage is closed");
    return real.find(...args);
  };
  await add(workspace.store, FREEZER, {name: "Minus 80"});
  const broken = {
    ...workspace,
    store: workspace.store,
    twins: {...real, find}
  } as unknown as Workspace;
  const twins = await open({type: "freezer", fields: {name: "minus 80"}}, broken);
  await expect.poll(() => parts(twins, "lb-failure").length).toBe(1);
  isBroken = false;
  part(twins, "lb-failure").dispatchEvent(new Event("retry"));
  await expect.poll(() => titles(twins)).toEqual(["Minus 80"]);
});

test("the form of an entry warns below or beside what is typed, and moves nothing; its draft goes into the twin", async () => {
  const workspace = await openRecords();
  const {store} = workspace;
  const kept = await add(store, FREEZER, {name: "Minus eighty"});
  const form = await mount("lb-entry-form", {store, workspace, type: FREEZER});
  await expect.poll(() => parts(form, "lb-form").length).toBe(1);
  const twins = part(form, "lb-twins");
  twins.addEventListener("lb-twin-taken", (event) => event.preventDefault());
  const field = part(part(form, "lb-form"), "lb-field");
  const {top} = field.getBoundingClientRect();
  await userEvent.type(part(field, "input"), "minus eighti");
  await expect.poll(() => titles(twins)).toEqual(["Minus eighty"]);
  expect(field.getBoundingClientRect().top).toBe(top);
  expect(field.shadowRoot!.activeElement).toBe(part(field, "input"));
  await userEvent.click(button(twins, /^Merge/));
  const dialog = part(twins, "lb-merge-dialog");
  await expect.poll(() => parts(dialog, "tbody th").length).toBe(1);
  const entry = await taken(twins, () => userEvent.click(button(dialog, /^Merge$/)));
  expect(entry).toMatchObject({id: kept.id, title: "minus eighti"});
  expect(part(form, "lb-form").isDirty).toBe(false);
});

test("a text field offers what it had in other entries", async () => {
  const workspace = await openRecords();
  const {store} = workspace;
  await add(store, FREEZER, {name: "one", maker: "Acme"});
  const type = {
    ...FREEZER,
    schema: {...FREEZER.schema, properties: {...FREEZER.schema.properties, maker: {type: "string"}}}
  } as const;
  const form = await mount("lb-entry-form", {store, workspace, type});
  await expect.poll(() => parts(form, "lb-form").length).toBe(1);
  const fields = parts(part(form, "lb-form"), "lb-field");
  const maker = fields.find((field) => part(field, "label").textContent.includes("Maker"))!;
  await expect.poll(() => parts(maker, "datalist option").length).toBe(1);
  await userEvent.type(part(maker, "input"), "ac");
  await expect
    .poll(() => parts<HTMLOptionElement>(maker, "datalist option").map(({value}) => value))
    .toEqual(["Acme"]);
  await expectAccessible(form);
});
