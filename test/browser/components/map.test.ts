import {userEvent} from "vitest/browser";
import {afterEach, expect, test} from "vitest";
import "../../../components/lb-map.ts";
import type {LbMap} from "../../../components/lb-map.ts";
import type {LbMapCanvas} from "../../../components/lb-map-canvas.ts";
import {mapHref, topicHref} from "../../../components/links.ts";
import type {Workspace} from "../../../src/index.ts";
import {QueryResult, toColumnReader, toEntryType} from "../../../src/index.ts";
import {createWorkerCompute} from "../../../src/workspace/compute/compute.ts";
import {createTextMaps} from "../../../src/workspace/map/text-maps.ts";
import {createTopics} from "../../../src/workspace/topics/topics.ts";
import {freshStore} from "../store/fresh-store.ts";
import {COMPUTE_URL} from "../worker-urls.ts";
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
const THINGS = ["aaaa", "bbbb", "cccc"];

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  history.replaceState(null, "", location.pathname);
});

async function openPage(count = 12): Promise<{workspace: Workspace; page: LbMap}> {
  const store = await freshStore(NOTE);
  await store.entries.addAll(
    THINGS.flatMap((thing, k) =>
      Array.from({length: count}, (_, i) => ({
        type: "note",
        fields: {
          text: `${thing} ${"abc".repeat(1 + (i % 3))} ${i} ${i === 0 ? EVIL : ""}`,
          day: `2024-0${1 + ((i + k) % 9)}-15`
        }
      }))
    )
  );
  const meaning = openMeaning(store);
  const compute = createWorkerCompute(COMPUTE_URL);
  const query = async (): Promise<QueryResult> => {
    const {entries} = await store.entries.page({limit: 1000});
    return new QueryResult({
      fields: [
        {name: "id", type: "VARCHAR"},
        {name: "value", type: "VARCHAR"}
      ],
      readers: [
        toColumnReader(entries.map(({id}) => id)),
        toColumnReader(entries.map(({fields}) => String(fields.text).slice(0, 4)))
      ]
    });
  };
  const topics = createTopics({store, meaning, compute});
  const map = createTextMaps({store, meaning, compute, query});
  const workspace = {store, topics, map, query} as unknown as Workspace;
  return {workspace, page: await mount("lb-map", {workspace}, "width: 1100px; height: 700px")};
}

async function openPlot(page: LbMap): Promise<{plot: Element; canvas: LbMapCanvas}> {
  await expect.poll(() => page.shadowRoot!.querySelector("lb-map-plot")).not.toBeNull();
  const plot = part(page, "lb-map-plot");
  await expect.poll(() => plot.shadowRoot!.querySelector("lb-map-canvas")).not.toBeNull();
  return {plot, canvas: part(plot, "lb-map-canvas")};
}

/** Drags from corner to corner of the canvas. */
function drawBox(face: HTMLCanvasElement): void {
  const {left, top, right, bottom} = face.getBoundingClientRect();
  const point = (type: string, clientX: number, clientY: number): boolean =>
    face.dispatchEvent(new PointerEvent(type, {pointerId: 1, clientX, clientY}));
  point("pointerdown", left + 1, top + 1);
  point("pointermove", right - 1, bottom - 1);
  point("pointerup", right - 1, bottom - 1);
}

const textOf = (element: Element): string =>
  element.shadowRoot!.textContent.replace(/\s+/g, " ").trim();

test("<lb-map> draws texts, goes from one to the next by keys, and joins lasso, list, colours and topics; it is accessible", async () => {
  const {workspace, page} = await openPage();
  const {plot, canvas} = await openPlot(page);
  const face = part<HTMLCanvasElement>(canvas, "canvas");
  await expect.poll(() => face.width).toBeGreaterThan(300);
  const {data} = face.getContext("2d")!.getImageData(0, 0, face.width, face.height);
  expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(3);
  const list = (): Element => part(plot, "lb-map-texts");
  expect(parts(list(), "li")).toHaveLength(20);
  expect(textOf(plot)).toContain("36 of 36 texts");

  face.focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect
    .poll(() => canvas.shadowRoot!.querySelector(".tip")?.textContent)
    .toMatch(/[abc]{4}/);
  await userEvent.keyboard("{Enter}");
  const actions = part(plot, "lb-map-actions");
  await expect.poll(() => textOf(actions)).toContain("1 text chosen");
  expect(parts(list(), "li")).toHaveLength(1);
  await userEvent.keyboard("{Escape}"); // one layer at a time
  await expect.poll(() => canvas.shadowRoot!.querySelector(".tip")).toBeNull();
  expect(textOf(actions)).toContain("1 text chosen");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => parts(list(), "li").length).toBe(20);

  // a box around all of it
  const tools = part(plot, "lb-map-tools");
  await userEvent.click(parts(tools, "button")[2]!);
  face.setPointerCapture = () => undefined; // there is no such pointer
  drawBox(face);
  await expect.poll(() => textOf(actions)).toContain("36 texts chosen");
  await userEvent.click(parts(actions, "button").find((one) => one.textContent.includes("Clear"))!);

  // what a filter leaves out is not looked at any longer
  const tip = (): HTMLElement | null => canvas.shadowRoot!.querySelector<HTMLElement>(".tip");
  await userEvent.click(parts(list(), ".text").find((one) => !one.textContent.includes("aaaa"))!);
  await expect.poll(() => tip()?.innerText).toMatch(/^[bc]{4} abc/);
  await userEvent.fill(part(tools, "input"), "AAAA");
  await expect.poll(tip).toBeNull();
  await expect.poll(() => textOf(plot)).toContain("12 of 36 texts");
  await expect.poll(() => parts(list(), "li").length).toBe(12);
  await userEvent.click(parts(list(), "li > input")[0]!);
  await expect.poll(() => textOf(actions)).toContain("1 text chosen");
  drawBox(face);
  await expect.poll(() => textOf(actions)).toContain("12 texts chosen");
  await userEvent.fill(part(actions, "input"), "Mine");
  const make = parts(actions, "button").find((one) => one.textContent.includes("Make a topic"))!;
  await userEvent.click(make);
  await expect.poll(() => textOf(part(plot, "lb-map-legend")), {timeout: 30_000}).toContain("Mine");
  const view = (await workspace.topics.open("ws.note"))!;
  expect(view.topics.find(({title}) => title === "Mine")).toMatchObject({size: 12, pinned: true});
  // the file has the legend below the picture
  const colours = part<HTMLSelectElement>(part(plot, "lb-map-tools"), "select");
  const column = [...colours.options].find(({value}) => value === "column:value")!;
  colours.value = column.value;
  colours.dispatchEvent(new Event("change"));
  await expect.poll(() => textOf(part(plot, "lb-map-legend"))).toContain("aaaa");
  const file = await createImageBitmap(await canvas.toPng("Notes"));
  expect(file.width).toBeGreaterThanOrEqual(2 * canvas.clientWidth);
  const legend = Math.round(2 * canvas.clientHeight);
  expect(file.height).toBeGreaterThan(legend + 80);
  const copy = new OffscreenCanvas(file.width, file.height).getContext("2d")!;
  copy.drawImage(file, 0, 0);
  const below = copy.getImageData(0, legend, file.width, file.height - legend).data;
  let vivid = 0;
  for (let i = 0; i < below.length; i += 4) {
    const [red, green, blue] = below.subarray(i, i + 3);
    if (Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!) > 60) ++vivid;
  }
  expect(vivid).toBeGreaterThan(THINGS.length * 200); // a mark of each value
  expect(document.querySelector("img")).toBeNull();
  await expectAccessible(page);
});

test("<lb-map> opens with the topic of its address picked, and leads back to it", async () => {
  const {workspace, page} = await openPage();
  page.remove();
  await workspace.topics.run("ws.note");
  const {topics} = (await workspace.topics.open("ws.note"))!;
  const {id, size} = topics.find((topic) => topic.size < 36)!;
  history.replaceState(null, "", mapHref({set: "ws.note", id}));
  const again = await mount("lb-map", {workspace}, "width: 1100px; height: 700px");
  const {plot} = await openPlot(again);
  await expect.poll(() => textOf(plot)).toContain(`${size} of 36 texts`);
  const link = (): Element | null => plot.shadowRoot!.querySelector("a[href*='topics.html']");
  expect(link()?.getAttribute("href")).toBe(topicHref({set: "ws.note", id}));
  await userEvent.click(parts(plot, "button").find((one) => one.textContent.includes("Show all"))!);
  await expect.poll(() => textOf(plot)).toContain("36 of 36 texts");
  expect(link()).toBeNull();
  expect(location.search).not.toContain(id);
});

test("<lb-map> that is stopped leaves the keyboard where it is begun again", async () => {
  const {workspace} = await openPage();
  let isHeld = true;
  const map: Workspace["map"] = {
    ...workspace.map,
    async open(id, options = {}) {
      while (isHeld) {
        options.signal?.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return workspace.map.open(id, options);
    }
  };
  const page = await mount("lb-map", {workspace: {...workspace, map} as Workspace});
  const progress = (): Element | null => page.shadowRoot!.querySelector("lb-progress");
  await expect.poll(() => progress()?.shadowRoot?.querySelector("button") ?? null).not.toBeNull();
  part(progress()!, "button").focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => page.shadowRoot!.activeElement?.textContent.trim()).toBe("Draw the map");
  isHeld = false;
  await userEvent.keyboard("{Enter}");
  await openPlot(page);
});

test("<lb-map> says in the address which texts it shows, so that going back finds them", async () => {
  const {page} = await openPage();
  await openPlot(page);
  expect(new URLSearchParams(location.search).get("of")).toBe("ws.note");
});

test("<lb-map> keeps its layout, places what came since, and says what it is for where there is no text", async () => {
  const {workspace, page} = await openPage(8);
  await openPlot(page);
  const before = await workspace.map.open("ws.note");
  expect([...before.places].every(Number.isFinite)).toBe(true);
  expect(await workspace.map.open("ws.note")).toEqual(before);
  expect((await workspace.map.open("ws.note", {again: true})).places).toEqual(before.places);
  await workspace.store.entries.addAll([
    {type: "note", fields: {text: "aaaa abc new"}},
    {type: "note", fields: {text: "   "}}
  ]);
  const after = await workspace.map.open("ws.note");
  expect(after.ends).toHaveLength(25);
  const at = new Map(after.ends.map((end, i) => [end, i]));
  for (const [i, end] of before.ends.entries()) {
    const j = at.get(end)!;
    const dx = after.places[2 * j]! - before.places[2 * i]!;
    const dy = after.places[2 * j + 1]! - before.places[2 * i + 1]!;
    expect(Math.hypot(dx, dy)).toBeLessThan(0.3);
  }
  expect(await workspace.map.toSql(after, [0])).toContain(`where id in ('${after.ends[0]}')`);
  const values = await workspace.map.values(after, "text");
  expect(values.map((value, i) => after.texts[i]!.startsWith(value as string))).not.toContain(
    false
  );

  const empty = await openPage(0);
  await expect.poll(() => empty.page.shadowRoot!.textContent).toContain("There is no text yet");
  await expectAccessible(empty.page);
});
