import {expect, test} from "vitest";
import "../../../components/lb-box-grid.ts";
import "../../../components/lb-check-off.ts";
import "../../../components/lb-entry-list.ts";
import "../../../components/lb-labels.ts";
import "../../../components/lb-pack-gate.ts";
import "../../../components/lb-packs.ts";
import "../../../components/lb-plan-dates.ts";
import type {Pack, PackShelf, Workspace} from "../../../src/index.ts";
import {addPack} from "../../../src/workspace/packs/add-pack.ts";
import type {Packs} from "../../../src/workspace/packs/packs.ts";
import {createPacks} from "../../../src/workspace/packs/packs.ts";
import {readPacks} from "../workspace/pack-texts.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, openRecords, watchAlerts} from "./records.ts";
import {toGenerated, toResult} from "./results.ts";

/** A workspace with a store of its own, and these packs to add. */
async function openPacks(shelf: PackShelf): Promise<Workspace> {
  const workspace = await openRecords({types: []});
  const url = `data:application/json,${encodeURIComponent(JSON.stringify(shelf))}`;
  const packs: Packs = createPacks(workspace.store, url);
  return Object.assign(workspace, {packs});
}

const press = (element: Element, text: string): void => {
  const button = parts<HTMLButtonElement>(element, "button").find(
    (one) => one.textContent.trim() === text
  );
  if (!button) throw new Error(`button not found: ${text}`);
  button.click();
};

test("lb-packs adds a pack with its samples and removes them, and tells of packs that are broken", async () => {
  const problems = [{file: "data/packs/x/pack.json", where: "label", what: EVIL}];
  const [books] = readPacks("books") as [Pack];
  const workspace = await openPacks({packs: [{...books, description: EVIL}], problems});
  const alerts = watchAlerts();
  const page = await mount("lb-packs", {workspace});
  await expect.poll(() => parts(page, ".card").length).toBe(1);
  expect(page.shadowRoot!.textContent).toContain(EVIL);
  const actions = part(page, "lb-pack-actions");
  await settle(actions);
  press(actions, "Add with sample entries");
  await expect.poll(() => part(page, ".state").textContent).toContain("are samples");
  expect(part<HTMLAnchorElement>(page, ".card a").getAttribute("href")).toBe("./pack-books.html");
  await expectAccessible(page);
  press(actions, `Remove ${books.entries.length} sample entries`);
  await expect.poll(() => workspace.store.entries.count()).toBe(0);
  await expect.poll(() => part(page, ".state").textContent.trim()).toBe("added");
  expect(alerts()).toBe(0);
});

test("lb-packs says why a pack is refused, and nothing of it is there", async () => {
  const [books] = readPacks("books") as [Pack];
  const workspace = await openPacks({packs: [books], problems: []});
  const series = {type: "object", properties: {name: {type: "number"}}} as const;
  await workspace.store.types.put({
    ...books.types.find(({name}) => name === "series")!,
    schema: series
  });
  const page = await mount("lb-packs", {workspace});
  await expect.poll(() => parts(page, ".card").length).toBe(1);
  const actions = part(page, "lb-pack-actions");
  await settle(actions);
  press(actions, "Add");
  await expect
    .poll(() => actions.shadowRoot!.querySelector("lb-failure")?.shadowRoot?.textContent)
    .toContain("field means something else: name of type series is number");
  expect(await workspace.store.kinds.list()).toEqual([]);
});

test("lb-pack-gate hides its page until the pack is there", async () => {
  const workspace = await openPacks({packs: readPacks("books"), problems: []});
  const gate = await mount("lb-pack-gate", {workspace, name: "books"});
  await expect.poll(() => parts(gate, "lb-pack-actions").length).toBe(1);
  expect(document.documentElement.dataset.pack).toBe("missing");
  await expectAccessible(gate);
  await workspace.packs.add("books");
  await expect.poll(() => document.documentElement.dataset.pack).toBe("there");
  gate.remove();
  expect(document.documentElement.dataset.pack).toBeUndefined();
});

test("lb-box-grid moves by keyboard, shows what the store refuses, and two things in one position", async () => {
  const workspace = await openPacks({packs: [], problems: []});
  const {store} = workspace;
  await addPack(store, readPacks("lab"), {samples: true});
  const grid = await mount("lb-box-grid", {workspace, kind: "stored_in"});
  const cell = (text: string): HTMLButtonElement | undefined =>
    parts<HTMLButtonElement>(grid, ".cell").find((one) => one.getAttribute("aria-label") === text);
  await expect.poll(() => parts(grid, ".cell").length).toBe(12);
  const type = async (key: string): Promise<void> => {
    const active = part<HTMLButtonElement>(grid, "td [tabindex='0']");
    active.focus();
    active.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, composed: true}));
    await settle(grid);
  };
  cell("A1: Buffy coat, donor 1")!.click();
  await settle(grid);
  await type("ArrowRight");
  expect(part(grid, "td [tabindex='0']").getAttribute("aria-label")).toBe(
    "A2: Buffy coat, donor 2"
  );
  part<HTMLButtonElement>(grid, "td [tabindex='0']").click();
  await expect
    .poll(() => grid.shadowRoot!.querySelector("lb-failure")?.shadowRoot?.textContent)
    .toMatch(/A2/);
  await type("ArrowDown");
  part<HTMLButtonElement>(grid, "td [tabindex='0']").click();
  await expect.poll(() => cell("B2: Buffy coat, donor 1")).toBeDefined();
  await expectAccessible(grid);
  // what older data has twice in one position is shown as such
  const kind = (await store.kinds.get("stored_in"))!;
  const {grid: positions, ...plain} = kind;
  await store.kinds.put(plain);
  const other = (await store.entries.bySlug("sample", "buffy-coat-donor-3"))!;
  const [held] = (await store.edges.of(other.id))[0]!.edges;
  await store.edges.update(held!.edge.id, {fields: {position: "B2"}});
  await store.kinds.put({...plain, ...(positions && {grid: positions})});
  await expect.poll(() => parts(grid, ".cell.double").length).toBe(1);
});

test("lb-labels makes a code for each chosen entry, whatever its title, on the sheet that is chosen", async () => {
  const workspace = await openRecords();
  const alerts = watchAlerts();
  const titles = [EVIL, "Muskox", "Narwhal"];
  for (const name of titles) await workspace.store.entries.add({type: "freezer", fields: {name}});
  const labels = await mount("lb-labels", {workspace, types: ["freezer"]});
  await expect.poll(() => parts(labels, ".lb-label").length).toBe(3);
  expect(part(labels, ".preview").textContent).toContain(EVIL);
  expect(
    parts(labels, ".lb-label svg path").every((one) => one.getAttribute("d")!.length > 500)
  ).toBe(true);
  parts<HTMLInputElement>(labels, ".list input")[0]!.click();
  await expect.poll(() => parts(labels, ".lb-label").length).toBe(2);
  const used = part<HTMLInputElement>(labels, "input[min='0']");
  used.value = "4";
  used.dispatchEvent(new Event("change"));
  await expect.poll(() => parts(labels, ".lb-sheet > *").length).toBe(6);
  await expectAccessible(labels);
  expect(alerts()).toBe(0);
});

test("lb-check-off marks what is seen, by its button or by what a scanner types", async () => {
  const workspace = await openRecords();
  const {store} = workspace;
  const [one, two] = await Promise.all(
    ["Wok", "Tent"].map((name) => store.entries.add({type: "freezer", fields: {name}}))
  );
  const both = [one!, two!];
  const result = toResult({
    id: both.map(({id}) => id),
    type: ["freezer", "freezer"],
    slug: both.map(({slug}) => slug),
    title: both.map(({title}) => title),
    place: ["Attic", "Attic"],
    "last_seen DATE": [null, null]
  });
  const list = await mount("lb-check-off", {workspace, result});
  parts<HTMLButtonElement>(list, "li button")[0]!.click();
  const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
  await expect
    .poll(async () => (await store.entries.get(one!.id))!.fields)
    .toMatchObject({last_seen: today});
  const field = part<HTMLInputElement>(list, "input[type=text]");
  field.value = "https://lab.example/entry.html?type=freezer&slug=tent";
  field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
  await expect
    .poll(async () => (await store.entries.get(two!.id))!.fields)
    .toMatchObject({last_seen: today});
  await expectAccessible(list);
});

test("lb-entry-list links, indents and pages; lb-plan-dates lists the days of plans and tells of rules that are none", async () => {
  const result = toGenerated(60, {
    type: () => "freezer",
    slug: (row) => `f-${row}`,
    title: (row) => (row === 0 ? EVIL : `Freezer ${row}`),
    "depth INTEGER": (row) => row % 3,
    "value_usd DOUBLE": (row) => row / 2
  });
  const list = await mount("lb-entry-list", {result, noun: "freezers"});
  expect(parts(list, "tbody tr").length).toBe(50);
  expect(part(list, "tbody th").textContent.trim()).toBe(EVIL);
  expect(parts(list, "thead th").map((one) => one.textContent)).toEqual(["Title", "Value (USD)"]);
  await expectAccessible(list);
  const start = new Date("2025-01-21");
  const dates = await mount("lb-plan-dates", {
    today: "2026-11-21",
    result: toResult({
      type: ["plan", "plan"],
      slug: ["run", "odd"],
      title: ["Run", "Odd"],
      "start DATE": [start, start],
      recurrence: ["FREQ=WEEKLY;BYDAY=TU", "on Tuesdays"]
    })
  });
  expect(parts(dates, "tbody td:first-child").map((one) => one.textContent)).toEqual([
    "Tue, 2026-11-24",
    "Tue, 2026-12-01"
  ]);
  expect(part(dates, "[role=alert]").textContent).toContain(
    'Odd: rule cannot be read: "on Tuesdays"'
  );
  await expectAccessible(dates);
});
