import {expect, onTestFinished, test} from "vitest";
import "../../../components/lb-models.ts";
import type {CollectionState, ModelFacts, Workspace} from "../../../src/index.ts";
import {Models} from "../../../src/workspace/models.ts";
import {toTinyModel} from "../../embed/tiny-model.ts";
import {builtin, runtime, toSource, workerUrl} from "../embed/model-urls.ts";
import {freshStore} from "../store/fresh-store.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";
import {EVIL, watchAlerts} from "./records.ts";

const FACTS: ModelFacts = {
  bytes: 4_854_579,
  print: "3fa9c1d2e4b5",
  dimensions: 256,
  languages: ["en", "de"],
  licence: EVIL,
  isStatic: true,
  missing: []
};

const broken = toSource("broken", toTinyModel({"onnx/model.onnx": "no graph"}));

/** Of the messages so many have a vector of the model in use. */
const toStates = (embedded: number): CollectionState[] => [
  {
    collection: {id: "lake.messages", label: "messages", of: "rows", columns: ["body"], time: null},
    columns: ["body"],
    times: [],
    rows: 2000,
    isChosen: true,
    texts: 1256,
    embedded
  },
  {
    collection: {id: "lake.rooms", label: "rooms", of: "rows", columns: ["name"], time: null},
    columns: ["name"],
    times: [],
    rows: 3,
    isChosen: false,
    texts: 3,
    embedded: 0
  }
];

/** Real models and a store; the part of a workspace that the page uses. */
async function openModels(queue: string[] = []): Promise<Workspace> {
  const store = await freshStore();
  const models = new Models(
    {
      workerUrl: String(workerUrl),
      runtime,
      models: {
        builtin: builtin.files,
        broken: broken.files,
        half: {},
        tiny: toSource("tiny", toTinyModel()).files
      },
      facts: {builtin: FACTS, half: {...FACTS, print: null, missing: ["tokenizer.json"]}}
    },
    "builtin"
  );
  onTestFinished(() => models.close());
  return {
    store,
    embedding: models,
    models: models.names,
    get model() {
      return models.current;
    },
    setModel: (name: string) => models.choose(name, store.settings),
    embedder: () => models.embedder(),
    meaning: {
      queue: {start: () => queue.push("start")},
      collections: () => Promise.resolve(toStates(models.current === "builtin" ? 1256 : 0))
    }
  } as unknown as Workspace;
}

const press = (page: Element, name: string): void =>
  part<HTMLButtonElement>(page, `button[aria-label="${name}"]`).click();

const rowOf = (page: Element, name: string): string =>
  parts(page, "tbody tr").find((row) => row.querySelector("th")?.textContent === name)!.textContent;

test("lb-models lists what is installed, checks a model, and changes to another", async () => {
  const queue: string[] = [];
  const workspace = await openModels(queue);
  const alerts = watchAlerts();
  const page = await mount("lb-models", {workspace});
  expect(rowOf(page, "builtin").replace(/\s+/g, " ")).toContain("in use");
  expect(rowOf(page, "builtin")).toContain("English, German");
  expect(rowOf(page, "builtin")).toContain(EVIL);
  expect(rowOf(page, "half")).toContain("lacks tokenizer.json");
  press(page, "Check builtin");
  await expect.poll(() => rowOf(page, "builtin")).toMatch(/English 0\.[67]\d · Other Latin script/);
  press(page, "Use tiny");
  await expect.poll(() => rowOf(page, "tiny")).toContain("in use");
  const status = (): string => page.shadowRoot!.textContent;
  await expect.poll(status).toContain("tiny is in use; 1,256 texts must be embedded again");
  expect(queue).toEqual(["start"]);
  expect(await workspace.store.settings.get("model", "")).toBe("tiny");
  // the row's name is marked with its row
  const row = part(page, "tbody tr");
  row.setAttribute("aria-selected", "true");
  const toColour = (element: Element): string => getComputedStyle(element).backgroundColor;
  expect(toColour(row)).not.toBe("rgba(0, 0, 0, 0)");
  expect(toColour(row.querySelector("th")!)).toBe(toColour(row));
  row.removeAttribute("aria-selected");
  await expectAccessible(page);
  expect(alerts()).toBe(0);
});

test("lb-models stays with the model in use where another cannot be opened, and says why", async () => {
  const workspace = await openModels();
  const page = await mount("lb-models", {workspace});
  press(page, "Use broken");
  await expect
    .poll(() => part(page, "lb-failure")?.shadowRoot?.textContent)
    .toContain('embedding model unreadable: "broken"');
  expect(workspace.model).toBe("builtin");
  expect(rowOf(page, "builtin")).toContain("in use");
});

test("lb-models checks all models that have their files, also after one that cannot be read", async () => {
  const workspace = await openModels();
  const page = await mount("lb-models", {workspace});
  expect(parts(page, '[aria-label="Check half"]')).toEqual([]);
  part(page, "header button").click();
  await expect.poll(() => rowOf(page, "builtin")).toContain("English 0.");
  await expect.poll(() => rowOf(page, "tiny")).toContain("English");
  await expect
    .poll(() => part(page, "lb-failure")?.shadowRoot?.textContent)
    .toContain('embedding model unreadable: "broken"');
});

test("models.id is the name with the print of the weights; others by the name were replaced", () => {
  const facts = {builtin: FACTS, half: {...FACTS, print: null}};
  const toModels = (current: string): Models =>
    new Models({workerUrl: "", runtime, models: {builtin: {}, half: {}}, facts}, current);
  const models = toModels("builtin");
  expect(models.id).toBe("builtin@3fa9c1d2e4b5");
  expect(["builtin", "builtin@000000000000", models.id].map((id) => models.isReplaced(id))).toEqual(
    [true, true, false]
  );
  // which weights a model without all its files had, and what is not installed here, nobody knows
  expect(["half", "half@3fa9c1d2e4b5", "other@1"].some((id) => models.isReplaced(id))).toBe(false);
  expect(toModels("half").id).toBe("half@?");
});
