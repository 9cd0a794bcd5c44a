import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-author.ts";
import "../../../components/lb-history-page.ts";
import type {LbHistoryPage} from "../../../components/lb-history-page.ts";
import type {Workspace} from "../../../src/index.ts";
import {toEdgeKind} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, goTo, openRecords, watchAlerts} from "./records.ts";

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

async function open(workspace: Workspace, search = ""): Promise<LbHistoryPage> {
  goTo(search);
  return mount("lb-history-page", {workspace});
}

function list(page: LbHistoryPage): Element {
  return part(page, "lb-history-list");
}

/** The writes as they are listed, each with what can be done about it. */
function writes(page: LbHistoryPage): string[] {
  return parts(list(page), "li").map((item) => {
    const turn = item.querySelector("button.turn")?.textContent.trim() ?? "";
    const words = item.querySelector(".what")!.parentElement!.textContent;
    return `${words.replace(/\s+/g, " ").trim()} [${turn}]`;
  });
}

function textOf(element: Element): string {
  return (element.shadowRoot ?? element).textContent.replace(/\s+/g, " ").trim();
}

describe("lb-history-page", () => {
  test("every write is listed with who did it, opens to its changes, and is undone and redone", async () => {
    const alerts = watchAlerts();
    const workspace = await openRecords();
    const {store} = workspace;
    await store.settings.set("author", "Ada");
    const entry = await add(store, ITEM, {label: EVIL, price: 1});
    await store.entries.update(entry.id, {fields: {label: EVIL, price: 2}});
    const page = await open(workspace);
    await expect
      .poll(() => writes(page).slice(0, 2))
      .toEqual([`Edit "${EVIL}" [Undo]`, `Add "${EVIL}" [Undo]`]);
    expect(part(list(page), ".when").textContent).toContain("Ada");
    await userEvent.click(part(list(page), "[aria-expanded]"));
    await expect
      .poll(() => list(page).shadowRoot!.querySelector("lb-history-group"))
      .not.toBeNull();
    const group = part(list(page), "lb-history-group");
    await expect.poll(() => textOf(group)).toContain(`Item changed: ${EVIL}`);
    expect(textOf(group)).toContain("Price: 1 → 2");
    await expectAccessible(page);

    await userEvent.click(part(list(page), "button.turn"));
    await expect
      .poll(() => writes(page).slice(0, 2))
      .toEqual([`Undo: Edit "${EVIL}" [Redo]`, `Edit "${EVIL}" undone [Redo]`]);
    expect((await store.entries.get(entry.id))?.fields.price).toBe(1);
    await userEvent.click(parts(list(page), "button.turn")[1]!);
    await expect.poll(async () => (await store.entries.get(entry.id))?.fields.price).toBe(2);
    await expect
      .poll(() => writes(page).slice(0, 3))
      .toEqual([
        `Redo: Edit "${EVIL}" [Undo]`,
        `Undo: Edit "${EVIL}" done again []`,
        `Edit "${EVIL}" [Undo]`
      ]);
    expect(list(page).shadowRoot!.querySelector("img")).toBeNull();
    expect(alerts()).toBe(0);
  });

  test("the name in the settings stands beside what is done from then on", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    await add(store, ITEM, {label: "Before"});
    const author = await mount("lb-author", {store});
    await expectAccessible(author);
    await userEvent.fill(part(author, "input"), EVIL);
    await userEvent.tab();
    await expect.poll(() => textOf(author)).toContain(`The history says “${EVIL}” from now on.`);
    await add(store, ITEM, {label: "After"});
    const page = await open(workspace);
    await expect.poll(() => writes(page).length).toBeGreaterThan(1);
    const [after, before] = parts(list(page), ".when").map(({textContent}) => textContent);
    expect(after).toContain(EVIL);
    expect(before).not.toContain(EVIL);
  });

  test("what cannot be undone says beside it why not, and what to do first", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const entry = await add(store, ITEM, {label: "Lamp"});
    await store.entries.update(entry.id, {fields: {label: "Lantern"}});
    const page = await open(workspace);
    await expect.poll(() => writes(page).length).toBeGreaterThan(1);
    await userEvent.click(part(list(page), `[aria-label='Undo: Add "Lamp"']`));
    await expect.poll(() => list(page).shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    expect(textOf(part(list(page), "lb-failure"))).toContain("take the later changes back first");
    expect((await store.entries.get(entry.id))?.title).toBe("Lantern");
  });

  test("long lists of writes, and of changes in one write, have pages", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    for (let i = 0; i < 51; ++i) await add(store, ITEM, {label: `Lamp ${i}`});
    const drafts = Array.from({length: 21}, (_, i) => ({type: "item", fields: {label: `N${i}`}}));
    await store.entries.addAll(drafts);
    const page = await open(workspace);
    await expect.poll(() => writes(page).length).toBe(50);
    await userEvent.click(part(list(page), "[aria-expanded]"));
    const group = (): Element => part(list(page), "lb-history-group");
    await expect
      .poll(() => list(page).shadowRoot!.querySelector("lb-history-group"))
      .not.toBeNull();
    await expect.poll(() => parts(group(), "li").length).toBe(20);
    await userEvent.click(part(part(group(), "lb-pager"), "[aria-label='Next page']"));
    await expect.poll(() => parts(group(), "li").length).toBe(1);
    await userEvent.click(part(part(list(page), "lb-pager"), "[aria-label='Next page']"));
    await expect.poll(() => writes(page).at(0)).toContain("Lamp 1");
  });

  test("deleted entries are filtered by type and restored together with their edges, by keyboard", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    await store.kinds.put(toEdgeKind({name: "stored_in"}));
    const lamp = await add(store, ITEM, {label: EVIL});
    const freezer = await add(store, FREEZER, {name: "One"});
    await store.edges.add({kind: "stored_in", from: lamp.id, to: freezer.id});
    await store.entries.remove([lamp.id]);
    await store.entries.remove([freezer.id]);
    const page = await open(workspace, "?view=trash");
    const trash = (): Element => part(page, "lb-trash");
    const titles = (): string[] => parts(trash(), "td.title").map((cell) => cell.textContent);
    await expect.poll(titles).toEqual(["One", EVIL]);
    await expectAccessible(page);
    await userEvent.selectOptions(part<HTMLSelectElement>(trash(), "select"), "item");
    await expect.poll(titles).toEqual([EVIL]);
    await userEvent.selectOptions(part<HTMLSelectElement>(trash(), "select"), "");
    await expect.poll(titles).toHaveLength(2);
    part(trash(), "[aria-label='Select all on this page']").focus();
    await userEvent.keyboard(" ");
    part(trash(), "button.primary").focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOf(trash())).toContain("The trash is empty.");
    expect(await store.entries.count()).toBe(2);
    expect(await store.edges.count()).toBe(1);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(titles).toHaveLength(2);
    expect(await store.edges.count()).toBe(0);
    expect(trash().shadowRoot!.querySelector("img")).toBeNull();
  });
});
