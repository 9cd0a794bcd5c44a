import {userEvent} from "vitest/browser";
import {afterEach, expect, test} from "vitest";
import {findRows} from "../../../components/find-rows.ts";
import "../../../components/lb-edges.ts";
import {toEnd} from "../../../src/index.ts";
import {ENGINE} from "../lake/engine.ts";
import {SMALL_LAKE, useWorkspace} from "./lake.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {ITEM, add} from "./records.ts";

const open = useWorkspace(ENGINE, {fill: SMALL_LAKE});

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

test("findRows(workspace, {table, text}) finds rows by a text in any column, with addresses that last", async () => {
  const rows = await findRows(open(), {table: "people", text: "person 12"});
  expect(rows.map(({title, values}) => `${title}: ${values}`)).toEqual([
    "people, row 13: 12 · Person 12"
  ]);
  expect(toEnd(rows[0]!.end)).toMatchObject({kind: "row", table: "people", row: 12});
  expect(await findRows(open(), {table: "people", text: "100%_'"})).toEqual([]);
});

test("an entry is joined to a row of the lake, whose values stand at the edge", async () => {
  const workspace = open();
  const {store} = workspace;
  await store.types.put(ITEM);
  const entry = await add(store, ITEM, {label: "Lamp"});
  await store.kinds.put({
    name: "owned_by",
    label: "owned by",
    inverse: "owns",
    symmetric: false,
    fromTypes: ["item"],
    toTypes: ["row"]
  });
  const edges = await mount("lb-edges", {store, entry, workspace});
  await expect.poll(() => edges.shadowRoot!.querySelector("p")).not.toBeNull();
  await userEvent.click(part(edges, ".add"));
  await settle(edges);
  const form = part(edges, "lb-edge-form");
  await userEvent.click(part(form, "summary"));
  await expect.poll(() => form.shadowRoot!.querySelector("lb-row-picker")).not.toBeNull();
  const picker = part(form, "lb-row-picker");
  await expect.poll(() => parts(picker, "option").length).toBe(3);
  await userEvent.selectOptions(part<HTMLSelectElement>(picker, "select"), "people");
  await userEvent.type(part(picker, "input"), "Person 12{Enter}");
  await expect.poll(() => parts(picker, "li button").length).toBe(1);
  await expectAccessible(edges);
  await userEvent.click(part(picker, "li button"));
  await settle(edges);
  await userEvent.click(part(form, "button.primary"));
  await expect.poll(() => edges.shadowRoot!.querySelector("lb-row-values")).not.toBeNull();
  await expect
    .poll(() => part(edges, "lb-row-values").shadowRoot!.textContent)
    .toContain("id: 12 · name: Person 12");
  expect(await store.edges.count()).toBe(1);
});
