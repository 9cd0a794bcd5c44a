import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-edge-list.ts";
import type {LbEdgeList} from "../../../components/lb-edge-list.ts";
import type {Workspace} from "../../../src/index.ts";
import {toEdgeKind} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, goTo, openRecords, watchAlerts} from "./records.ts";
import {toastText} from "./toast.ts";

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

async function open(workspace: Workspace, search = ""): Promise<LbEdgeList> {
  goTo(search);
  const page = await mount("lb-edge-list", {workspace}, "width: 1000px");
  await expect.poll(() => page.shadowRoot!.querySelector("lb-kind-list")).not.toBeNull();
  return page;
}

function rows(page: LbEdgeList): string[] {
  const table = page.shadowRoot!.querySelector("lb-edge-table");
  if (!table) return [];
  return parts(table, "tbody tr").map((row) =>
    Array.from(row.querySelectorAll("td"))
      .slice(1, 5)
      .map((cell) => cell.textContent.replace(/\s+/g, " ").trim())
      .join(" | ")
  );
}

function kinds(page: LbEdgeList): string[] {
  return parts(part(page, "lb-kind-list"), ".name").map((name) =>
    name.textContent.replace(/\s+/g, " ").trim()
  );
}

describe("lb-edge-list", () => {
  test("edges are listed with their kinds, filtered, ordered, opened as SQL, and removed with undo", async () => {
    const alerts = watchAlerts();
    const workspace = await openRecords();
    const {store} = workspace;
    await store.kinds.put(toEdgeKind({name: "stored_in", label: "stored in", inverse: "holds"}));
    await store.kinds.put(toEdgeKind({name: "evil", label: EVIL, symmetric: true}));
    const lamp = await add(store, ITEM, {label: EVIL});
    const other = await add(store, ITEM, {label: "Zebra"});
    const freezer = await add(store, FREEZER, {name: "Freezer one"});
    const fields = {amount: 2};
    await store.edges.add({kind: "stored_in", from: lamp.id, to: freezer.id, fields});
    await store.edges.add({kind: "evil", from: other.id, to: lamp.id});
    const page = await open(workspace);
    const [stored, evil] = [
      `${EVIL} Item | stored in | Freezer one Freezer | Amount: 2`,
      `Zebra Item | ${EVIL} | ${EVIL} Item |`
    ];
    await expect.poll(() => rows(page).map((row) => row.trim())).toEqual([evil, stored]);
    expect(kinds(page)).toEqual(["All kinds 2", `${EVIL} 1`, "stored in 1"]);
    await expectAccessible(page);
    const table = (): Element => part(page, "lb-edge-table");
    await userEvent.click(parts(table(), "th button")[0]!);
    await expect.poll(() => rows(page).map((row) => row.trim())).toEqual([stored, evil]);
    await userEvent.selectOptions(part<HTMLSelectElement>(page, "select"), "freezer");
    await expect.poll(() => rows(page)).toEqual([stored]);
    expect(location.search).toBe("?sort=from&type=freezer");
    const sql = new URL(part<HTMLAnchorElement>(page, "a.button").href).searchParams.get("sql");
    expect(sql).toContain("where 'freezer' in (f.type, t.type)");
    await userEvent.selectOptions(part<HTMLSelectElement>(page, "select"), "");
    await userEvent.fill(part(page, "input[type=search]"), "zebra");
    await expect.poll(() => rows(page)).toHaveLength(1);
    await userEvent.fill(part(page, "input[type=search]"), "");
    await expect.poll(() => rows(page)).toHaveLength(2);
    part(table(), "thead input").focus();
    await userEvent.keyboard(" ");
    await settle(page);
    await userEvent.click(part(page, "button.danger"));
    await expect.poll(() => page.shadowRoot!.textContent).toContain("There is no edge yet.");
    await expect.poll(toastText).toContain("removed Undo");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => rows(page)).toHaveLength(2);
    expect(alerts()).toBe(0);
  });

  test("a kind is made by keyboard, changed, refused while in use, removed and undone", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const page = await open(workspace);
    const list = part(page, "lb-kind-list");
    part(list, "header button").focus();
    await userEvent.keyboard("{Enter}");
    const editor = part(list, "lb-kind-editor");
    await settle(editor);
    await expectAccessible(editor);
    const [label, inverse] = parts<HTMLInputElement>(editor, "input[type=text]");
    label!.focus();
    await userEvent.keyboard("stored in");
    inverse!.focus();
    await userEvent.keyboard("holds");
    const sentence = (text: string): HTMLElement =>
      parts(editor, ".choice").find((one) => one.textContent.includes(text))!;
    const ends = parts(editor, ".choices");
    await userEvent.click(ends[0]!.querySelectorAll("input")[1]!);
    await userEvent.click(ends[1]!.querySelectorAll("input")[0]!);
    await userEvent.click(
      sentence("An item is stored in one freezer; a freezer holds any number of items.")
    );
    await userEvent.click(part(part(editor, "lb-type-fields"), "ol + button"));
    await settle(editor);
    await userEvent.keyboard("Since");
    await expectAccessible(editor);
    await userEvent.keyboard("{Control>}s{/Control}");
    await expect.poll(() => kinds(page)).toEqual(["All kinds 0", "stored in 0"]);
    expect(await store.kinds.get("stored_in")).toMatchObject({
      inverse: "holds",
      fromTypes: ["item"],
      toTypes: ["freezer"],
      cardinality: "many-to-one",
      schema: {properties: {since: {type: "string"}}}
    });

    const lamp = await add(store, ITEM, {label: "Lamp"});
    const freezer = await add(store, FREEZER, {name: "Freezer one"});
    const edge = await store.edges.add({kind: "stored_in", from: lamp.id, to: freezer.id});
    await userEvent.click(part(list, "[aria-label='Remove the kind stored in']"));
    await expect.poll(() => list.shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    expect(part(part(list, "lb-failure"), "pre").textContent).toContain("edge kind is in use");
    await store.edges.remove([edge.id]);
    await userEvent.click(part(list, "[aria-label='Remove the kind stored in']"));
    await expect.poll(() => kinds(page)).toEqual(["All kinds 0"]);
    await expect.poll(toastText).toContain("removed Undo");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => kinds(page)).toEqual(["All kinds 0", "stored in 0"]);
  });
});
