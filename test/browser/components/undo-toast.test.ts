import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test, vi} from "vitest";
import type {LbUndoToast} from "../../../components/lb-undo-toast.ts";
import {offerUndo, provideUndo} from "../../../components/lb-undo-toast.ts";
import type {Store} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, add, openRecords} from "./records.ts";

afterEach(() => {
  vi.useRealTimers();
  document.querySelector("lb-undo-toast")?.remove();
});

function toast(): LbUndoToast {
  return document.querySelector("lb-undo-toast")!;
}

function text(): string {
  return toast().shadowRoot!.textContent.replace(/\s+/g, " ").trim();
}

async function removeOne(store: Store, name: string): Promise<void> {
  const {id} = await add(store, FREEZER, {name});
  const {group} = await store.entries.remove([id]);
  offerUndo({store, groups: [group], message: `“${name}” deleted`});
  await settle(toast());
}

describe("lb-undo-toast", () => {
  test("offerUndo(offer) says what was done and takes it back, one toast for a whole page", async () => {
    const {store} = await openRecords();
    await removeOne(store, "A");
    await removeOne(store, "B");
    expect(document.querySelectorAll("lb-undo-toast")).toHaveLength(1);
    expect(text()).toBe("“B” deleted Undo ×");
    await expectAccessible(toast());
    await userEvent.click(part(toast(), "button"));
    await expect.poll(text).toBe("Taken back: “B” deleted Redo ×");
    expect(await store.entries.count()).toBe(1);
  });

  test("Ctrl+Z takes back one change after another, Ctrl+Shift+Z does them again", async () => {
    const {store} = await openRecords();
    await removeOne(store, "A");
    await removeOne(store, "B");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => store.entries.count()).toBe(1);
    await expect.poll(text).toContain("Taken back: “B” deleted");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => store.entries.count()).toBe(2);
    await expect.poll(text).toContain("Taken back: “A” deleted");
    await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await expect.poll(() => store.entries.count()).toBe(1);
    await expect.poll(text).toBe("“A” deleted Undo ×");
  });

  test("while one types, Ctrl+Z is the text's own", async () => {
    const {store} = await openRecords();
    await removeOne(store, "A");
    const input = await mount("input");
    await userEvent.type(input, "abc");
    await userEvent.keyboard("{Control>}z{/Control}");
    await settle();
    expect(await store.entries.count()).toBe(0);
  });

  test("it stays at least ten seconds, and for as long as it has the focus", async () => {
    const {store} = await openRecords();
    const {id} = await add(store, FREEZER, {name: "A"});
    const {group} = await store.entries.remove([id]);
    vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
    offerUndo({store, groups: [group], message: "A deleted"});
    await toast().updateComplete;
    vi.advanceTimersByTime(10_000);
    await toast().updateComplete;
    expect(text()).toContain("A deleted");
    part(toast(), "button").focus();
    vi.advanceTimersByTime(60_000);
    await toast().updateComplete;
    expect(text()).toContain("A deleted");
    part(toast(), "button").blur();
    vi.advanceTimersByTime(2000);
    await toast().updateComplete;
    expect(text()).toBe("");
    await toast().undo();
    expect(await store.entries.count()).toBe(1);
  });

  test("what can no longer be taken back says why, and does not block what was done before it", async () => {
    const {store} = await openRecords();
    await removeOne(store, "A");
    const added = await store.entries.addAll([{type: "freezer", fields: {name: "B"}}]);
    offerUndo({store, groups: [added.group], message: "“B” added"});
    await store.entries.update(added.ids[0]!, {fields: {name: "C"}});
    await toast().undo();
    await settle(toast());
    expect(text()).toContain("changed since");
    expect(parts(toast(), "button")).toHaveLength(1);
    await toast().undo();
    expect(
      (await store.entries.page({sort: {by: "title"}})).entries.map(({title}) => title)
    ).toEqual(["A", "C"]);
  });

  test("where nothing was different there is nothing to undo", async () => {
    const {store} = await openRecords();
    offerUndo({store, groups: [null], message: `${EVIL} kept`});
    await settle(toast());
    expect(text()).toBe(`${EVIL} kept ×`);
    expect(toast().shadowRoot!.querySelector("img")).toBeNull();
  });

  test("after a reload Ctrl+Z takes back what history tells of, and Ctrl+Y does it again", async () => {
    const {store} = await openRecords();
    const {id} = await add(store, FREEZER, {name: EVIL});
    await store.entries.update(id, {fields: {name: "B"}});
    // a page that was just opened did nothing yet
    provideUndo(store);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(async () => (await store.entries.get(id))?.title).toBe(EVIL);
    await expect.poll(text).toMatch(/^Taken back: .* Redo ×$/);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => store.entries.count()).toBe(0);
    toast().remove();
    provideUndo(store);
    await userEvent.keyboard("{Control>}y{/Control}");
    await expect.poll(() => store.entries.count()).toBe(1);
    await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await expect.poll(async () => (await store.entries.get(id))?.title).toBe("B");
    await userEvent.keyboard("{Control>}y{/Control}");
    await expect.poll(text).toBe("There is nothing to redo. ×");
    expect(toast().shadowRoot!.querySelector("img")).toBeNull();
  });

  test("what another tab took back already is passed over", async () => {
    const {store} = await openRecords();
    await removeOne(store, "A");
    await removeOne(store, "B");
    const [last] = await store.history.recent({limit: 1});
    await store.history.undo(last!.group);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(text).toContain("Taken back: “A” deleted");
    expect(await store.entries.count()).toBe(2);
  });
});
