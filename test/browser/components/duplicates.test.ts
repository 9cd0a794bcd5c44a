import {render} from "lit";
import {userEvent} from "vitest/browser";
import {afterEach, expect, test} from "vitest";
import {renderDrift} from "../../../components/duplicates-drift.ts";
import {renderNone} from "../../../components/duplicates-none.ts";
import "../../../components/lb-duplicates-blocking.ts";
import "../../../components/lb-duplicates.ts";
import type {LbDuplicates} from "../../../components/lb-duplicates.ts";
import type {DuplicateJob, DuplicatePlan, DuplicateSearch} from "../../../src/index.ts";
import {Random} from "../../../src/lib/random.ts";
import {ENGINE} from "../lake/engine.ts";
import {useWorkspace} from "./lake.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, goTo, watchAlerts} from "./records.ts";

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

const open = useWorkspace(ENGINE);

const random = new Random("freezers of this test");
const MAKERS = ["Northwind", "Glacier", "Polaris", "Tundra", "Icefield"];
const FREEZERS = Array.from({length: 40}, () => ({
  name: `${random.pick(MAKERS)} ${random.fill("@@-####")}`,
  litres: random.integer(50, 900),
  bought: random.fill("201#-0") + random.integer(1, 9) + random.fill("-1#"),
  notes: random.fill("shelf @@@@@ ####")
}));
const TWINS = FREEZERS.slice(0, 4).map(({name, ...rest}) => ({
  ...rest,
  name: name.replace("-", " ")
}));

function review(page: LbDuplicates): Element {
  return part(part(page, "lb-duplicates-found"), "lb-duplicates-review");
}

function button(root: Element, name: RegExp): HTMLElement {
  const found = parts(root, "button").find((one) => name.test(one.textContent.trim()));
  if (!found) throw new Error(`button not found: ${name}`);
  return found;
}

function tabs(page: LbDuplicates): string[] {
  return parts(part(page, "lb-duplicates-found"), "[role=tab]").map(({textContent}) =>
    textContent.trim()
  );
}

test("lb-duplicates leads from a choice over a plan to pairs that keys decide, and everything stays text", async () => {
  const alerts = watchAlerts();
  goTo("?");
  const workspace = open();
  const {store} = workspace;
  await store.types.put(FREEZER);
  const rows = [...FREEZERS, ...TWINS];
  await store.entries.addAll(rows.map((fields) => ({type: "freezer", fields})));
  const page = await mount("lb-duplicates", {workspace}, "width: 900px");
  const start = (): Element => part(page, "lb-duplicates-start");
  await expect.poll(() => page.shadowRoot!.querySelector("lb-duplicates-start")).not.toBeNull();
  await expectAccessible(page);
  await userEvent.selectOptions(part<HTMLSelectElement>(start(), "#first"), "ws.freezer");
  await userEvent.click(button(start(), /^Set up$/));

  await expect.poll(() => page.shadowRoot!.querySelector("lb-duplicates-plan")).not.toBeNull();
  const plan = part(page, "lb-duplicates-plan");
  await expect
    .poll(() => part(part(plan, "lb-duplicates-blocking"), "[role=status]").textContent)
    .toMatch(/pairs are compared/);
  await expectAccessible(page);
  await userEvent.selectOptions(part<HTMLSelectElement>(plan, "[aria-label='Kind of Notes']"), "");
  await expect.poll(() => parts(plan, "tr.off").length).toBe(1);

  await userEvent.click(button(page, /^Find duplicates$/));
  await expect.poll(() => page.shadowRoot!.querySelector("lb-duplicates-found")).not.toBeNull();
  // the keyboard goes on where the button was
  await expect.poll(() => page.shadowRoot!.activeElement?.textContent.trim()).toBe("Run again");
  const [openTab] = tabs(page);
  const count = Number(/\d+/.exec(openTab!)![0]);
  expect(count).toBeGreaterThanOrEqual(TWINS.length);
  const pair = (): Element => part(review(page), "lb-duplicate-pair");
  await expect.poll(() => parts(pair(), "tfoot").length).toBe(1);
  await expectAccessible(page);

  part(review(page), ".pair").focus();
  await userEvent.keyboard("n");
  await expect.poll(() => tabs(page)).toContain("Two 1");
  await userEvent.keyboard("z");
  await expect.poll(() => tabs(page)).toContain("Two 0");
  await userEvent.keyboard("l");
  await expect.poll(() => tabs(page)).toContain("Later 1");

  await expect.poll(() => parts(pair(), "input[type=radio]").length).toBeGreaterThan(0);
  const second = part<HTMLInputElement>(pair(), "input[aria-label*='keep second']");
  const [, chosen] = /keep second: (.*)$/.exec(second.getAttribute("aria-label")!)!;
  await userEvent.click(second);
  await userEvent.click(button(review(page), /^Merge them$/));
  await expect.poll(() => store.entries.count()).toBe(rows.length - 1);
  const {entries} = await store.entries.page({type: "freezer", limit: 1});
  expect(Object.values(entries[0]!.fields)).toContain(chosen);

  await store.entries.add({type: "freezer", fields: {...FREEZERS[20]!, name: EVIL}});
  await expect
    .poll(() => parts(page, "button").some(({textContent}) => /Compare \d new/.test(textContent)))
    .toBe(true);
  await settle(page);
  expect(alerts()).toBe(0);
});

test("lb-duplicates-bulk shows some of many pairs before all of them are merged in one change", async () => {
  const {store} = open();
  goTo("?first=ws.freezer");
  const page = await mount("lb-duplicates", {workspace: open()}, "width: 390px");
  await expect.poll(() => page.shadowRoot!.querySelector("lb-duplicates-found")).not.toBeNull();
  const before = await store.entries.count();
  const bulk = part(part(page, "lb-duplicates-found"), "lb-duplicates-bulk");
  await userEvent.click(button(bulk, /^Accept all \d+ after a look/));
  await expect.poll(() => parts(bulk, "li").length).toBeGreaterThan(0);
  const many = parts(bulk, "li").length;
  await expectAccessible(page);
  await userEvent.click(button(bulk, /^Accept all \d+$/));
  await expect.poll(() => store.entries.count()).toBe(before - many);
  await store.history.undo((await store.history.recent())[0]!.group);
  expect(await store.entries.count()).toBe(before);
});

test("lb-duplicates shows why a decision was not kept, wherever it was made", async () => {
  const workspace = open();
  goTo("?first=ws.freezer");
  const page = await mount("lb-duplicates", {workspace}, "width: 390px; padding-block: 100vh");
  await expect.poll(() => page.shadowRoot!.querySelector("lb-duplicates-found")).not.toBeNull();
  const found = part(page, "lb-duplicates-found");
  workspace.store.close();
  const merge = button(review(page), /^Merge them$/);
  merge.scrollIntoView({block: "start"});
  await userEvent.click(merge);
  await expect.poll(() => parts(found, "lb-failure").length).toBe(1);
  const failure = part(found, "lb-failure");
  expect(failure.shadowRoot!.textContent).toContain("Nothing was decided");
  await expect.poll(() => failure.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  expect(failure.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
});

test("lb-duplicates-blocking counts no pairs while they are compared, and goes on when that is over", async () => {
  const signals: AbortSignal[] = [];
  const search = {
    sides: {first: {columns: [{name: "name", label: "Name"}]}},
    estimate: (_: unknown, {signal}: {signal: AbortSignal}) => {
      signals.push(signal);
      return new Promise((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error))
      );
    }
  } as unknown as DuplicateSearch;
  const plan: DuplicateJob["plan"] = {
    pairs: [{first: "name", second: "name"}],
    columns: [{name: "name", kind: "name"}],
    blocking: [{by: "phonetic", columns: ["name"]}]
  };
  const blocking = await mount("lb-duplicates-blocking", {search, plan});
  await expect.poll(() => signals.length).toBe(1);
  blocking.isPaused = true;
  await expect.poll(() => signals[0]!.aborted).toBe(true);
  await settle(blocking);
  expect(blocking.shadowRoot!.textContent).not.toContain("Counting the pairs");
  blocking.isPaused = false;
  await expect.poll(() => signals.map(({aborted}) => aborted)).toEqual([true, false]);
  expect(blocking.shadowRoot!.textContent).toContain("Counting the pairs");
});

test("renderNone(search) tells what was compared, how near the best came and what to do, and nothing where a pair is likely", () => {
  const ran = {at: 0, records: 40, compared: 1234, recall: 0.8, pairs: 0, best: 0.032, labels: 0};
  const job: DuplicateJob = {
    id: "ws.freezer",
    first: "ws.freezer",
    second: null,
    plan: {
      pairs: [],
      columns: [
        {name: "name", kind: "name"},
        {name: "bought", kind: "date"}
      ],
      blocking: [{by: "word", columns: ["name"]}]
    },
    model: null,
    threshold: 0.5,
    ran,
    updated: 0
  };
  const column = {name: "bought", label: "Bought on", values: []};
  const sides = {first: {source: "ws.freezer", ends: [], columns: [column]}};
  const ends = ["a", "b"];
  const tell = (
    search: Pick<DuplicateSearch, "job" | "pairs" | "decisions">,
    fresh = [0]
  ): string => {
    const box = document.createElement("div");
    render(renderNone({...search, sides, ends, fresh}), box);
    return box.textContent.replace(/\s+/g, " ").trim();
  };
  const none = tell({job, pairs: [], decisions: []});
  expect(none).toContain("No likely duplicates among 40 records");
  expect(none).toContain(
    "1,234 pairs that 1 way brought together were compared by name, Bought on; the likeliest pair is one with 3 % probability."
  );
  expect(none).toContain("About 80 %");
  expect(none).toContain("run again");
  const nobody = {...job, ran: {...ran, compared: 0, best: 0}};
  expect(tell({job: nobody, pairs: [], decisions: []})).toContain("no pair was compared");
  const found = {...job, ran: {...ran, pairs: 3}};
  expect(tell({job: found, pairs: [], decisions: []})).toContain("No likely duplicates");
  expect(tell({job: found, pairs: [], decisions: []}, [0, 1])).toBe(
    "All records have changed since the last run What it found was of other records: run again."
  );
  const likely = {a: 0, b: 1, probability: 0.9, status: "open"} as const;
  expect(tell({job, pairs: [likely], decisions: []})).toBe("");
  expect(tell({job, pairs: [], decisions: [{a: 0, b: 1, status: "accepted"}]})).toBe("");
});

test("renderDrift(search) names what has changed, and goes on with the rest or anew", () => {
  const kept: DuplicatePlan = {
    pairs: [],
    columns: [{name: "born", kind: "date"}],
    blocking: [{by: "exact", columns: ["born"]}]
  };
  const anew: DuplicatePlan = {...kept, columns: []};
  const chosen: DuplicatePlan[] = [];
  const box = document.createElement("div");
  const show = (plan: DuplicatePlan, drift: DuplicateSearch["drift"]): string => {
    const job = {plan} as DuplicateJob;
    render(
      renderDrift(
        {drift, job},
        (next) => chosen.push(next),
        () => anew
      ),
      box
    );
    for (const one of box.querySelectorAll("button")) one.click();
    return box.textContent.replace(/\s+/g, " ").trim();
  };
  const source = "raw.people";
  const gone = [{source, name: EVIL}];
  const retyped = [{source, name: "born", before: "DATE", now: "BIGINT"}];
  expect(show(kept, {gone: [], retyped: []})).toBe("");
  const both = show(kept, {gone, retyped});
  expect(both).toContain(`${EVIL} of raw.people is gone since this search was set up`);
  expect(both).toContain("born of raw.people is BIGINT and was DATE");
  expect(chosen).toEqual([kept, anew]);
  expect(show({...kept, columns: []}, {gone, retyped: []})).not.toContain("Go on");
});
