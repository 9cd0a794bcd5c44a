import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-review.ts";
import type {LbReview} from "../../../components/lb-review.ts";
import type {Entry, Suggestion, Workspace} from "../../../src/index.ts";
import {toEdgeKind} from "../../../src/index.ts";
import {createEdgeProposer} from "../../../src/workspace/suggest/suggest-edges.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, openRecords, watchAlerts} from "./records.ts";

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

type Draft = Parameters<Workspace["store"]["suggestions"]["propose"]>[0][number];

function edgeDraft(from: Entry, to: Entry, score: number, kind = "related_to"): Draft {
  return {
    kind: "edge",
    ends: [from.id, to.id],
    proposal: {do: "edge", kind, from: from.id, to: to.id},
    score,
    evidence: [{what: `because of ${EVIL}`, weight: score}],
    method: "by hand"
  };
}

async function openWith(propose: (lamps: Entry[], freezer: Entry) => Draft[]): Promise<{
  workspace: Workspace;
  page: LbReview;
}> {
  const workspace = await openRecords();
  const {store} = workspace;
  Object.assign(workspace, {proposers: [createEdgeProposer(store)]});
  const freezer = await add(store, FREEZER, {name: "Freezer one"});
  const lamps: Entry[] = [];
  for (const label of ["Lamp", EVIL, "Lantern"]) lamps.push(await add(store, ITEM, {label}));
  await store.suggestions.propose(propose(lamps, freezer));
  const page = await mount("lb-review", {workspace});
  await expect.poll(() => page.shadowRoot!.querySelector("[role=tablist]")).not.toBeNull();
  return {workspace, page};
}

function items(page: LbReview): Element[] {
  const list = page.shadowRoot!.querySelector("lb-review-list");
  return list ? parts(list, "li") : [];
}

/** Each suggestion as it reads: its heading. */
function heads(page: LbReview): string[] {
  return items(page).map((item) => {
    const {shadowRoot} = item.querySelector("lb-suggestion")!;
    return shadowRoot!.querySelector("h2")!.textContent.replace(/\s+/g, " ").trim();
  });
}

async function statuses(workspace: Workspace): Promise<Record<string, number>> {
  return Object.fromEntries(await workspace.store.suggestions.countByStatus());
}

describe("lb-review", () => {
  test("suggestions are decided by keys alone, the surest first, and each decision is undone", async () => {
    const alerts = watchAlerts();
    const {workspace, page} = await openWith((lamps, freezer) =>
      lamps.map((lamp, i) => edgeDraft(lamp, freezer, 0.9 - i / 10))
    );
    const {store} = workspace;
    await expect
      .poll(() => heads(page))
      .toEqual(
        ["Lamp", EVIL, "Lantern"].map((t) => `${t} Item → related to → Freezer one Freezer`)
      );
    await expectAccessible(page);
    (items(page)[0] as HTMLElement).focus();
    await userEvent.keyboard("y");
    await expect.poll(() => heads(page)).toHaveLength(2);
    expect(await store.edges.count()).toBe(1);
    expect((await store.edges.scan())[0]).toMatchObject({kind: "related_to", confidence: 0.9});
    await userEvent.keyboard("j");
    await userEvent.keyboard("n");
    await expect.poll(() => heads(page)).toHaveLength(1);
    await userEvent.keyboard("l");
    await expect.poll(() => statuses(workspace)).toEqual({accepted: 1, rejected: 1, later: 1});
    for (let i = 0; i < 3; ++i) {
      await userEvent.keyboard("{Control>}z{/Control}");
      await expect.poll(async () => (await statuses(workspace)).open).toBe(i + 1);
    }
    expect(await store.edges.count()).toBe(0);
    expect(await store.kinds.get("related_to")).toBeUndefined();
    expect(alerts()).toBe(0);
  });

  test("what was decided is listed and opened again", async () => {
    const {workspace, page} = await openWith(([lamp], freezer) => [edgeDraft(lamp!, freezer, 0.9)]);
    await expect.poll(() => items(page).length).toBe(1);
    await userEvent.click(items(page)[0]!.querySelector("[aria-keyshortcuts=n]")!);
    await expect.poll(() => page.shadowRoot!.textContent).toContain("There is nothing to review.");
    await userEvent.click(part(page, "#tab-rejected"));
    await expect.poll(() => items(page).length).toBe(1);
    await userEvent.click(items(page)[0]!.querySelector("button")!);
    await expect.poll(() => statuses(workspace)).toEqual({open: 1});
  });

  test("many are accepted at once after a look at some; what cannot be stays open and says why", async () => {
    const {workspace, page} = await openWith((lamps, freezer) =>
      lamps.map((lamp, i) => edgeDraft(lamp, freezer, 0.95 - i / 100, "stored_in"))
    );
    const {store} = workspace;
    await store.kinds.put(toEdgeKind({name: "stored_in", cardinality: "one-to-many"}));
    await expect.poll(() => items(page).length).toBe(3);
    const bulk = part(page, "lb-review-bulk");
    await userEvent.click(part(bulk, "button"));
    await expect.poll(() => parts(bulk, ".plan lb-suggestion").length).toBe(3);
    await expectAccessible(bulk);
    await userEvent.click(part(bulk, ".plan button.primary"));
    await expect.poll(() => bulk.shadowRoot!.textContent).toContain("2 could not be accepted");
    expect(bulk.shadowRoot!.textContent).toContain("edge excludes another");
    expect(await store.edges.count()).toBe(1);
    expect(await statuses(workspace)).toEqual({accepted: 1, open: 2});
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => statuses(workspace)).toEqual({open: 3});
  });

  test("a duplicate shows what differs, and is merged into the one that is chosen", async () => {
    const {workspace, page} = await openWith((lamps) => [
      {
        kind: "duplicate",
        ends: [lamps[0]!.id, lamps[2]!.id],
        proposal: {do: "merge"},
        score: 0.8,
        evidence: [],
        method: "edit distance"
      }
    ]);
    await expect.poll(() => items(page).length).toBe(1);
    const suggestion = items(page)[0]!.querySelector("lb-suggestion")!;
    expect(
      part(suggestion, "[aria-label='What differs']").textContent.replace(/\s+/g, " ")
    ).toContain("Label: Lamp → Lantern");
    await expectAccessible(page);
    const merge = [...items(page)[0]!.querySelectorAll("button")].find((button) =>
      button.textContent.includes("Lantern")
    )!;
    await userEvent.click(merge);
    await expect.poll(() => workspace.store.entries.count()).toBe(3);
    const {entries} = await workspace.store.entries.page({sort: {by: "title"}, type: "item"});
    expect(entries.map(({title}) => title)).toEqual([EVIL, "Lantern"]);

    await workspace.store.history.undo((await workspace.store.history.recent())[0]!.group);
    await expect.poll(() => items(page).length).toBe(1);
    const byField = [...items(page)[0]!.querySelectorAll("button")].at(2)!;
    await userEvent.click(byField);
    const dialog = part(page, "lb-merge-dialog");
    await expect.poll(() => parts(dialog, "[type=radio]").length).toBe(3);
    await userEvent.click(part(dialog, "[aria-label$='both: Lamp; Lantern']"));
    await userEvent.click(part(dialog, "button.primary"));
    await expect.poll(() => statuses(workspace)).toEqual({accepted: 1});
    const merged = await workspace.store.entries.page({type: "item", sort: {by: "title"}});
    expect(merged.entries.map(({title}) => title)).toEqual([EVIL, "Lamp; Lantern"]);
  });

  test("the button looks for suggestions in what entries say, and finds nothing twice", async () => {
    const {workspace, page} = await openWith(() => []);
    const {store} = workspace;
    await add(store, FREEZER, {name: "Other", notes: "stands beside Freezer one, in the cellar"});
    await add(store, FREEZER, {name: "Third", notes: "lantern"});
    const propose = part(page, "lb-propose");
    await userEvent.click(part(propose, "button"));
    await expect.poll(() => propose.shadowRoot!.textContent).toContain("2 new suggestions.");
    await expect
      .poll(() => heads(page))
      .toEqual([
        "Third Freezer → related to → Lantern Item",
        "Other Freezer → mentions → Freezer one Freezer"
      ]);
    const {evidence} = (await store.suggestions.page()).suggestions[1] as Suggestion;
    expect(evidence[0]!.what).toBe("Notes: “stands beside Freezer one, in the cellar”");
    (items(page)[1] as HTMLElement).focus();
    await userEvent.keyboard("y");
    await expect.poll(() => heads(page)).toHaveLength(1);
    expect(await store.edges.countByKind()).toEqual(new Map([["mentions", 1]]));
    await settle(page);
    await userEvent.click(part(propose, "button"));
    await expect.poll(() => propose.shadowRoot!.textContent).toContain("Nothing new was found.");
  });
});
