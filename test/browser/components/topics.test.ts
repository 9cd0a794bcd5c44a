import {userEvent} from "vitest/browser";
import {afterEach, expect, test} from "vitest";
import "../../../components/lb-topics.ts";
import {suggestOther} from "../../../components/suggest-other.ts";
import type {LbTopics} from "../../../components/lb-topics.ts";
import type {Workspace} from "../../../src/index.ts";
import {toEdgeKind, toEntryType} from "../../../src/index.ts";
import {COMPUTE_HERE} from "../../../src/workspace/compute/compute.ts";
import {createTopics} from "../../../src/workspace/topics/topics.ts";
import {freshStore} from "../store/fresh-store.ts";
import {openMeaning} from "../workspace/meaning/letters.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";
import {EVIL} from "./records.ts";

const NOTE = toEntryType({
  name: "note",
  schema: {
    type: "object",
    properties: {text: {type: "string"}, day: {type: "string", format: "date"}}
  }
});

const WORDS = {
  tea: ["tea", "leaf", "harvest", "garden"],
  boot: ["boot", "rubber", "blue", "brown"],
  ice: ["ice", "cold", "chill", "frozen cone"]
};

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  history.replaceState(null, "", location.pathname);
});

async function openPage(count = 20): Promise<{workspace: Workspace; page: LbTopics}> {
  const store = await freshStore(NOTE);
  await store.entries.addAll(
    Object.entries(WORDS).flatMap(([thing, words]) =>
      Array.from({length: count}, (_, i) => ({
        type: "note",
        fields: {
          text: `${thing} ${words[i % 4]} ${words[(i + 1) % 4]}, lovely ${i}`,
          day: `2024-0${1 + (i % 9)}-15`
        }
      }))
    )
  );
  const topics = createTopics({store, meaning: openMeaning(store), compute: COMPUTE_HERE});
  const workspace = {store, topics} as unknown as Workspace;
  const page = await mount("lb-topics", {workspace});
  return {workspace, page};
}

test("<lb-topics> opens with the largest collection where nobody said which", async () => {
  const store = await freshStore({...NOTE, name: "aside", label: "Aside"}, NOTE);
  const toDrafts = (type: string, count: number) =>
    Array.from({length: count}, (_, i) => ({
      type,
      fields: {text: `aa bb ${i}`, day: "2024-05-01"}
    }));
  await store.entries.addAll([...toDrafts("aside", 3), ...toDrafts("note", 40)]);
  const meaning = openMeaning(store);
  for (const id of ["ws.aside", "ws.note"]) await meaning.choose(id, {isChosen: true, time: "day"});
  const topics = createTopics({store, meaning, compute: COMPUTE_HERE});
  const page = await mount("lb-topics", {workspace: {store, topics} as unknown as Workspace});
  await expect.poll(() => page.shadowRoot!.querySelector("lb-topics-tools")).not.toBeNull();
  const tools = part(page, "lb-topics-tools");
  await expect
    .poll(() => tools.shadowRoot!.querySelector<HTMLSelectElement>("select")?.value)
    .toBe("ws.note");
});

function list(page: LbTopics): string[] {
  const element = page.shadowRoot!.querySelector("lb-topics-list");
  return element ? parts(element, ".name").map(({textContent}) => textContent.trim()) : [];
}

const toast = (): Element | null => document.querySelector("lb-undo-toast");

test("<lb-topics> finds topics, renames and merges by hand, and takes both back; it is accessible", async () => {
  const {workspace, page} = await openPage();
  const {topics} = workspace;
  await expect.poll(() => page.shadowRoot!.querySelector("lb-topics-tools")).not.toBeNull();
  const tools = page.shadowRoot!.querySelector("lb-topics-tools")!;
  await userEvent.click(part(tools, "button.primary"));
  await expect.poll(() => list(page).length, {timeout: 10_000}).toBeGreaterThan(3);
  const before = list(page);
  const panel = (): Element => part(page, "lb-topic");
  const name = part<HTMLInputElement>(panel(), "input.name");
  await userEvent.fill(name, `Cups ${EVIL}`);
  await userEvent.keyboard("{Tab}");
  await expect.poll(() => list(page)).toContain(`Cups ${EVIL}`);
  expect(document.querySelector("img")).toBeNull();

  const ticks = parts<HTMLInputElement>(part(page, "lb-topics-list"), "input[type=checkbox]");
  await userEvent.click(ticks[0]!);
  await userEvent.click(ticks.at(-1)!);
  await expect.poll(() => parts(page, ".chosen button").length).toBe(2);
  await userEvent.click(parts(page, ".chosen button")[0]!);
  await expect.poll(() => list(page).length).toBeLessThan(before.length);
  const view = (await topics.open("ws.note"))!;
  expect(view.set.rules).toHaveLength(1);
  await expectAccessible(page);

  await userEvent.click(part(toast()!, "button:not(.quiet)"));
  await expect.poll(() => list(page).length).toBe(before.length);
});

test("<lb-topic> moves chosen texts out of all topics, shows the edges that end there, and says how texts sound", async () => {
  const {workspace, page} = await openPage();
  await workspace.topics.run("ws.note");
  await expect.poll(() => page.shadowRoot!.querySelector("lb-topic")).not.toBeNull();
  const panel = part(page, "lb-topic");
  await expect.poll(() => panel.shadowRoot!.querySelector("lb-topic-texts")).not.toBeNull();
  const texts = (): Element => part(panel, "lb-topic-texts");
  await expect.poll(() => parts(texts(), "li").length).toBeGreaterThan(1);
  for (const tick of parts<HTMLInputElement>(texts(), "input").slice(0, 2))
    await userEvent.click(tick);
  await userEvent.selectOptions(part(panel, "select"), "none");
  await expect.poll(async () => (await workspace.topics.open("ws.note"))!.outliers).toBe(2);

  const [end] = (await workspace.topics.open("ws.note"))!.topics;
  const found = suggestOther(end!.title, {
    workspace: undefined,
    store: workspace.store,
    types: ["topic"],
    except: []
  });
  const picks: string[] = [];
  for await (const list of found) picks.push(...list.map(({id}) => id));
  expect(picks).toContain(`topic:ws.note%2F${end!.id}`);
  await workspace.store.kinds.put(toEdgeKind({name: "about"}));
  const note = await workspace.store.entries.add({
    type: "note",
    fields: {text: "A note of its own"}
  });
  await workspace.store.edges.add({kind: "about", from: note.id, to: picks[0]!});
  await expect
    .poll(() => part(panel, "lb-topic-edges").shadowRoot!.textContent)
    .toContain("A note of its own");

  expect(part(panel, "a[href*='map.html']").getAttribute("href")).toContain(`topic=${end!.id}`);
  const mood = part(panel, "lb-topic-mood");
  expect(mood.shadowRoot!.querySelector("lb-topic-course")).not.toBeNull();
  await userEvent.click(part(mood, "input"));
  await expect.poll(() => mood.shadowRoot!.textContent).toMatch(/\+0\.\d\d on average/);
  await expectAccessible(page);
});

test("<lb-topics> says what it is for where there is no text", async () => {
  const {page} = await openPage(0);
  await expect.poll(() => page.shadowRoot!.textContent).toContain("There is no text yet");
  await expectAccessible(page);
});
