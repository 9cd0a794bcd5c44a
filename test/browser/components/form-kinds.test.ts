import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import type {FormContext} from "../../../components/form-context.ts";
import type {FormSaveEvent} from "../../../components/form-events.ts";
import "../../../components/lb-form.ts";
import type {LbAttachments} from "../../../components/lb-attachments.ts";
import type {LbField} from "../../../components/lb-field.ts";
import type {LbForm} from "../../../components/lb-form.ts";
import type {Entry, FieldSchema, ObjectSchema} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, openRecords, watchAlerts} from "./records.ts";

/** A field of each kind. */
const KINDS: Readonly<Record<string, FieldSchema>> = {
  line: {type: "string"},
  long: {type: "string", format: "multiline"},
  weight: {type: "number", "x-lakebook": {unit: "kg", width: "half"}},
  price: {type: "number", "x-lakebook": {kind: "money", currency: "EUR", width: "half"}},
  day: {type: "string", format: "date", "x-lakebook": {width: "third"}},
  clock: {type: "string", "x-lakebook": {kind: "clock", width: "third"}},
  moment: {type: "string", format: "date-time"},
  span: {type: "string", "x-lakebook": {kind: "span"}},
  choice: {enum: ["new", "used"]},
  choices: {type: "array", items: {enum: ["red", "green", "blue"]}},
  flag: {type: "boolean"},
  page: {type: "string", format: "uri"},
  mail: {type: "string", format: "email"},
  spot: {type: "object", "x-lakebook": {kind: "place"}},
  colour: {type: "string", "x-lakebook": {kind: "colour"}},
  receipt: {type: "object", "x-lakebook": {kind: "file"}},
  photos: {type: "array", items: {"x-lakebook": {kind: "image"}}},
  owner: {"x-lakebook": {kind: "reference", edge: {kind: "owned_by", direction: "out"}}},
  names: {type: "array", items: {type: "string"}},
  days: {type: "array", items: {type: "string", format: "date"}},
  size: {type: "object", properties: {width: {type: "number"}, note: {type: "string"}}},
  sets: {
    type: "array",
    items: {
      type: "object",
      required: ["reps"],
      properties: {
        reps: {type: "integer"},
        kilos: {type: "number", "x-lakebook": {unit: "kg"}},
        warm: {type: "boolean"}
      }
    }
  },
  age: {"x-lakebook": {kind: "computed", sql: "1"}},
  any: {}
};

function schemaOf(properties: Readonly<Record<string, FieldSchema>>): ObjectSchema {
  return {type: "object", properties};
}

function only(...names: readonly string[]): ObjectSchema {
  return schemaOf(Object.fromEntries(names.map((name) => [name, KINDS[name]!])));
}

function fieldOf(parent: LbForm | LbField, path: string): LbField {
  const found = parts<LbField>(parent, "lb-field").find((field) => field.path === path);
  if (!found) throw new Error(`field not found: ${path}`);
  return found;
}

function control(parent: LbForm | LbField, path: string): HTMLInputElement {
  return part<HTMLInputElement>(fieldOf(parent, path), "#control");
}

/** What the form hands out. */
async function save(form: LbForm): Promise<FormSaveEvent> {
  const event = new Promise<FormSaveEvent>((resolve) => {
    form.addEventListener("lb-save", resolve, {once: true});
  });
  await form.save();
  return event;
}

async function toContext(): Promise<{context: FormContext; entries: Entry[]}> {
  const {store} = await openRecords();
  await store.kinds.put({
    name: "owned_by",
    label: "owned by",
    inverse: "owns",
    symmetric: false,
    fromTypes: [],
    toTypes: ["freezer"]
  });
  const entries = [
    await store.entries.add({type: "freezer", fields: {name: "Ann"}}),
    await store.entries.add({type: "item", fields: {label: "Anvil"}})
  ];
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  const kinds = new Map((await store.kinds.list()).map((kind) => [kind.name, kind]));
  const suggest: FormContext["suggest"] = (text) =>
    store.entries.suggest(text, {types: ["freezer"]});
  return {context: {store, types, kinds, suggest}, entries};
}

function give(field: Element, type: "drop" | "paste", ...files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const init = {bubbles: true, composed: true, cancelable: true};
  const target = part(field, ".drop");
  target.dispatchEvent(
    type === "drop"
      ? new DragEvent("drop", {...init, dataTransfer: transfer})
      : new ClipboardEvent("paste", {...init, clipboardData: transfer})
  );
}

async function picture(name: string, colour: string): Promise<File> {
  const canvas = new OffscreenCanvas(8, 8);
  const context = canvas.getContext("2d")!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 8, 8);
  return new File([await canvas.convertToBlob()], name, {type: "image/png"});
}

afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

describe("lb-form with fields of every kind", () => {
  test("each is accessible and fits 390 pixels, in light and in dark", async () => {
    const {context} = await toContext();
    const style = "width: 374px";
    const form = await mount("lb-form", {schema: schemaOf(KINDS), context, tags: []}, style);
    await expectAccessible(form);
    expect(form.scrollWidth).toBeLessThanOrEqual(374);
    document.documentElement.dataset.theme = "dark";
    await settle(form);
    await expectAccessible(form);
    form.setAttribute("style", "width: 800px");
    await settle(form);
    const [weight, price] = [fieldOf(form, "weight"), fieldOf(form, "price")];
    expect(weight.offsetTop).toBe(price.offsetTop);
    expect(price.offsetLeft).toBeGreaterThan(weight.offsetLeft);
  });

  test("what is typed comes out as each kind is kept", async () => {
    const {context, entries} = await toContext();
    const form = await mount("lb-form", {schema: schemaOf(KINDS), context});
    const fill = (path: string, text: string) => userEvent.fill(control(form, path), text);
    await fill("weight", "2.5");
    await fill("price", "19.99");
    await fill("clock", "18:30");
    await fill("span", "1h 30m");
    await fill("spot", "geo:51.5,-0.12;u=35");
    await userEvent.fill(part(fieldOf(form, "spot"), ".name"), "London");
    await fill("colour", "#ABC");
    const [red, , blue] = parts(fieldOf(form, "choices"), "input");
    await userEvent.click(blue!);
    await userEvent.click(red!);
    await userEvent.keyboard("{ArrowRight} ");
    await userEvent.fill(control(fieldOf(form, "size"), "size/width"), "3");
    await userEvent.fill(control(fieldOf(form, "days"), "days/0"), "2024-02-29");
    await userEvent.fill(control(fieldOf(form, "days"), "days/1"), "2024-03-01");
    const picker = part(part(fieldOf(form, "owner"), "lb-reference-input"), "lb-entry-picker");
    await userEvent.type(part(picker, "input"), "An");
    await expect.poll(() => parts(picker, "[data-id]").length).toBe(1);
    await userEvent.keyboard("{ArrowDown}{Enter}");
    const {fields, references} = await save(form);
    expect(fields).toEqual({
      weight: 2.5,
      price: 19.99,
      clock: "18:30",
      span: "PT1H30M",
      choices: ["red", "green", "blue"],
      spot: {latitude: 51.5, longitude: -0.12, label: "London"},
      colour: "#aabbcc",
      days: ["2024-02-29", "2024-03-01"],
      size: {width: 3}
    });
    expect(references.owner).toEqual([{id: entries[0]!.id, type: "freezer", title: "Ann"}]);
  });

  test("money and units are told, a computed value is shown and cannot be typed", async () => {
    const schema = only("weight", "price", "age");
    const form = await mount("lb-form", {schema, fields: {weight: 2}});
    expect(part(fieldOf(form, "weight"), ".affixed").textContent.trim()).toBe("kg");
    expect(part(fieldOf(form, "price"), ".affixed").textContent.trim()).toBe("EUR");
    expect(control(form, "price").placeholder).toBe("0.00");
    expect(part(fieldOf(form, "age"), "output").textContent.trim()).toBe("computed after saving");
    form.computed = {age: 12};
    await settle(form);
    expect(part(fieldOf(form, "age"), "output").textContent.trim()).toBe("12");
    await userEvent.fill(control(form, "price"), "1.999");
    await userEvent.tab();
    expect(part(fieldOf(form, "price"), "#problem").textContent.trim()).toBe(
      "must have at most 2 decimals"
    );
  });

  test("texts that are no value of their kind are refused in plain words, and mended in place", async () => {
    const form = await mount("lb-form", {schema: only("span", "spot", "colour")});
    const wrong = {span: "a while", spot: "London", colour: "reddish"};
    for (const [path, text] of Object.entries(wrong))
      await userEvent.fill(control(form, path), text);
    await form.save();
    await settle(form);
    const said = parts(form, ".problems li").map((item) => item.textContent.trim().slice(0, 26));
    expect(said).toHaveLength(3);
    const right = {span: "0:45", spot: "1, 2", colour: "112233"};
    for (const [path, text] of Object.entries(right))
      await userEvent.fill(control(form, path), text);
    const {fields} = await save(form);
    expect(fields).toEqual({
      span: "PT45M",
      spot: {latitude: 1, longitude: 2},
      colour: "#112233"
    });
  });

  test("rows of a table are typed one after another, moved by Alt and arrows, and removed", async () => {
    const form = await mount("lb-form", {schema: only("sets")});
    const sets = fieldOf(form, "sets");
    const type = async (path: string, text: string): Promise<void> => {
      await userEvent.fill(control(sets, path), text);
      await settle(sets);
    };
    await type("sets/0/reps", "5");
    await type("sets/0/kilos", "60");
    await type("sets/1/reps", "8");
    await type("sets/2/kilos", "70");
    await form.save();
    await settle(form);
    expect(part(form, ".problems li").textContent.trim().replace(/\s+/g, " ")).toBe(
      "Sets, row 3, Reps: is required"
    );
    expect(sets.shadowRoot!.activeElement).toBe(fieldOf(sets, "sets/2/reps"));
    await userEvent.keyboard("3{Alt>}{ArrowUp}{/Alt}");
    await settle(sets);
    expect(sets.shadowRoot!.activeElement).toBe(fieldOf(sets, "sets/1/reps"));
    await userEvent.click(part(sets, "[data-row='0'] button[aria-label='Remove row 1']"));
    const {fields} = await save(form);
    expect(fields).toEqual({sets: [{reps: 3, kilos: 70}, {reps: 8}]});
  });

  test("a row that is emptied stays until the form is saved, and leaves no hole", async () => {
    const fields = {days: ["2024-01-01", "2024-01-02", "2024-01-03"]};
    const form = await mount("lb-form", {schema: only("days"), fields});
    const days = fieldOf(form, "days");
    await userEvent.fill(control(days, "days/1"), "");
    await settle(days);
    expect(parts(days, "lb-field")).toHaveLength(4);
    expect((await save(form)).fields).toEqual({days: ["2024-01-01", "2024-01-03"]});
  });

  test("a field is shown and required only while another says so; its value is kept, and nobody checks it", async () => {
    const schema: ObjectSchema = {
      type: "object",
      required: ["fuel"],
      properties: {
        kind: {enum: ["car", "bike"]},
        fuel: {type: "string", maxLength: 6, "x-lakebook": {when: {field: "kind", is: ["car"]}}}
      }
    };
    const form = await mount("lb-form", {schema, fields: {kind: "car"}});
    await form.save();
    await settle(form);
    expect(part(form, ".summary").textContent.trim()).toBe("1 problem");
    await userEvent.fill(control(form, "fuel"), "petrol and oil");
    await userEvent.selectOptions(control(form, "kind"), "bike");
    await settle(form);
    expect(parts<LbField>(form, "lb-field").map(({path}) => path)).toEqual(["kind"]);
    expect((await save(form)).fields).toEqual({kind: "bike", fuel: "petrol and oil"});
  });

  test("fields of a group stand under its heading, the others where they were", async () => {
    const schema = schemaOf({
      a: {type: "string", "x-lakebook": {group: "First"}},
      b: {type: "string"},
      c: {type: "string", "x-lakebook": {group: "First"}}
    });
    const form = await mount("lb-form", {schema});
    const sections = parts(form, "fieldset.section");
    expect(sections.map((one) => one.querySelector("legend")!.textContent.trim())).toEqual([
      "First"
    ]);
    expect([...sections[0]!.querySelectorAll("lb-field")].map(({path}) => path)).toEqual([
      "a",
      "c"
    ]);
  });

  test("files are dropped, pasted, shown, kept once and taken away", async () => {
    const {context} = await toContext();
    const form = await mount("lb-form", {schema: only("photos", "receipt"), context});
    const photos = part<LbAttachments>(fieldOf(form, "photos"), "lb-attachments");
    const [red, green] = [await picture("red.png", "red"), await picture("green.png", "green")];
    give(photos, "drop", red, new File(["x"], "x.txt", {type: "text/plain"}));
    await expect.poll(() => photos.files.length).toBe(1);
    expect(part(photos, "lb-failure").shadowRoot!.textContent).toContain("file is no image");
    give(photos, "paste", green);
    await expect.poll(() => photos.files.length).toBe(2);
    give(photos, "drop", red);
    await expect.poll(() => photos.files.map(({name}) => name)).toEqual(["green.png", "red.png"]);
    const [first] = parts(photos, "lb-attachment");
    await expect.poll(() => first!.shadowRoot!.querySelector("img")?.naturalWidth).toBe(8);
    const url = part<HTMLImageElement>(first!, "img").src;
    await userEvent.click(part(photos, "[aria-label='Remove green.png']"));
    await expect.poll(() => photos.files.length).toBe(1);
    await expect(fetch(url)).rejects.toThrow();
    const receipt = part<LbAttachments>(fieldOf(form, "receipt"), "lb-attachments");
    give(receipt, "drop", new File(["paid"], EVIL, {type: "text/plain"}));
    await expect.poll(() => receipt.files.length).toBe(1);
    const {fields} = await save(form);
    expect(fields.receipt).toMatchObject({name: EVIL, size: 4, type: "text/plain"});
    expect(fields.photos).toHaveLength(1);
    const {sha256} = fields.receipt as {sha256: string};
    expect(await (await context.store.attachments.get(sha256))!.text()).toBe("paid");
  });

  test("a file that finds no room is said beside its field", async () => {
    const {context} = await toContext();
    const put = (): Promise<never> => Promise.reject(new Error("storage full: no more room"));
    const store = {...context.store, attachments: {...context.store.attachments, put}};
    const full = {...context, store};
    const form = await mount("lb-form", {schema: only("receipt"), context: full});
    const receipt = part<LbAttachments>(fieldOf(form, "receipt"), "lb-attachments");
    give(receipt, "drop", new File(["x"], "x.txt"));
    await expect.poll(() => receipt.shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    expect(part(part(receipt, "lb-failure"), "pre").textContent).toBe("storage full: no more room");
  });

  test("markup in labels, helps, units, choices, values and titles stays text in every kind", async () => {
    const alerts = watchAlerts();
    const {context} = await toContext();
    const evil = Object.fromEntries(
      Object.entries(KINDS).map(([name, schema]) => [
        `${name} ${EVIL}`,
        {
          ...schema,
          title: EVIL,
          description: EVIL,
          ...(schema.enum && {enum: [EVIL]}),
          ...(schema.items?.enum && {items: {enum: [EVIL]}}),
          "x-lakebook": {...schema["x-lakebook"], unit: EVIL, group: EVIL, placeholder: EVIL}
        } satisfies FieldSchema
      ])
    );
    const fields = Object.fromEntries(Object.keys(evil).map((name) => [name, EVIL]));
    const references = Object.fromEntries(
      Object.keys(evil).map((name) => [name, [{id: "1", type: EVIL, title: EVIL}]])
    );
    const options = {schema: schemaOf(evil), fields, references, context, tags: [EVIL]};
    const form = await mount("lb-form", options);
    await form.save();
    const lists = {...fields, [`names ${EVIL}`]: [EVIL], [`choices ${EVIL}`]: [EVIL]};
    const second = await mount("lb-form", {...options, fields: lists});
    for (const root of [...shadows(form), ...shadows(second)])
      expect(root.querySelector("img")).toBeNull();
    expect(alerts()).toBe(0);
  });
});

function shadows(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  const inner = [...(root ?? element).querySelectorAll("*")].flatMap(shadows);
  return root ? [root, ...inner] : [];
}
