import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import type {FormSaveEvent} from "../../../components/form-events.ts";
import "../../../components/lb-form.ts";
import type {LbField} from "../../../components/lb-field.ts";
import type {LbForm} from "../../../components/lb-form.ts";
import type {ObjectSchema} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, watchAlerts} from "./records.ts";

const SCHEMA: ObjectSchema = {
  type: "object",
  required: ["name", "count"],
  properties: {
    name: {type: "string", description: "As on the label"},
    notes: {type: "string"},
    count: {type: "integer", minimum: 0},
    price: {type: "number"},
    insured: {type: "boolean"},
    bought: {type: "string", format: "date"},
    checked: {type: "string", format: "date-time"},
    state: {enum: ["new", "used"], title: "State"},
    colours: {type: "array", items: {type: "string"}},
    mail: {type: "string", format: "email"},
    page: {type: "string", format: "uri"},
    place: {
      type: "object",
      required: ["room"],
      properties: {room: {type: "string"}, shelf: {type: "integer"}}
    }
  }
};

function fieldOf(form: LbForm | LbField, path: string): LbField {
  const found = parts<LbField>(form, "lb-field").find((field) => field.path === path);
  if (!found) throw new Error(`field not found: ${path}`);
  return found;
}

function controlOf(form: LbForm | LbField, path: string): HTMLInputElement {
  return part<HTMLInputElement>(fieldOf(form, path), "#control");
}

function saved(form: LbForm): FormSaveEvent[] {
  const events: FormSaveEvent[] = [];
  form.addEventListener("lb-save", (event) => events.push(event));
  return events;
}

afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

describe("lb-form", () => {
  test("lb-form is accessible, in light and in dark, empty and with problems", async () => {
    const form = await mount("lb-form", {schema: SCHEMA, tags: ["a"]});
    await expectAccessible(form);
    await form.save();
    await settle(form);
    await expectAccessible(form);
    document.documentElement.dataset.theme = "dark";
    await settle(form);
    await expectAccessible(form);
  });

  test("lb-form gives each kind of field a control of its own, with label, hint and required mark", async () => {
    const form = await mount("lb-form", {schema: SCHEMA});
    const kinds = ["name", "notes", "count", "price", "insured", "bought", "checked", "state"].map(
      (name) => controlOf(form, name).type
    );
    expect(kinds).toEqual([
      "text",
      "textarea",
      "number",
      "number",
      "checkbox",
      "date",
      "datetime-local",
      "select-one"
    ]);
    expect(controlOf(form, "mail").type).toBe("email");
    expect(controlOf(form, "page").type).toBe("url");
    expect(controlOf(form, "count").step).toBe("1");
    expect(controlOf(form, "price").step).toBe("any");
    expect(part(fieldOf(form, "name"), "label").textContent).toContain("Name *");
    expect(part(fieldOf(form, "name"), "#hint").textContent).toBe("As on the label");
    expect(part(fieldOf(form, "checked"), "#hint").textContent).toMatch(/local time.*UTC/);
    expect(part(fieldOf(form, "place"), "legend").textContent).toContain("Place");
  });

  test("lb-form starts something new with the defaults of the schema", async () => {
    const schema: ObjectSchema = {
      type: "object",
      properties: {name: {type: "string", default: "Box"}, count: {type: "integer", default: 2}}
    };
    const form = await mount("lb-form", {schema});
    const events = saved(form);
    await form.save();
    expect(events[0]!.fields).toEqual({name: "Box", count: 2});
  });

  test("save() shows all problems beside their fields at once and goes to the first", async () => {
    const form = await mount("lb-form", {schema: SCHEMA, fields: {name: "A", place: {shelf: 1}}});
    const events = saved(form);
    await form.save();
    await settle(form);
    expect(events).toEqual([]);
    expect(part(fieldOf(form, "count"), "#problem").textContent.trim()).not.toBe("");
    expect(
      part(fieldOf(fieldOf(form, "place"), "place/room"), "#problem").textContent.trim()
    ).not.toBe("");
    expect(form.shadowRoot!.activeElement).toBe(fieldOf(form, "count"));
    expect(part(form, ".summary").textContent.trim()).toBe("2 problems");
    const links = parts(form, ".problems button");
    expect(links.map((link) => link.textContent.trim().replace(/\s+/g, " "))).toEqual([
      "Count: is required",
      "Place, Room: is required"
    ]);
    links[1]!.click();
    expect(fieldOf(form, "place").shadowRoot!.activeElement).toBe(
      fieldOf(fieldOf(form, "place"), "place/room")
    );
    await userEvent.keyboard("Attic");
    await settle(form);
    expect(part(form, ".summary").textContent.trim()).toBe("1 problem");
  });

  test("lb-form shows a problem when its field is left, and takes it back as soon as it is mended", async () => {
    const form = await mount("lb-form", {schema: SCHEMA});
    const count = controlOf(form, "count");
    await userEvent.click(count);
    await userEvent.keyboard("-1");
    expect(count.getAttribute("aria-invalid")).toBe("false");
    await userEvent.tab();
    await settle(form);
    expect(count.getAttribute("aria-invalid")).toBe("true");
    await userEvent.fill(count, "1");
    await settle(form);
    expect(count.getAttribute("aria-invalid")).toBe("false");
  });

  test("Enter goes to the next field and saves from the last one, in a long text it makes a line", async () => {
    const properties = {
      name: {type: "string"},
      age: {"x-lakebook": {kind: "computed", sql: "1"}},
      state: {enum: ["new", "used"]},
      sizes: {type: "array", items: {type: "number"}},
      notes: {type: "string"}
    } as const;
    const schema: ObjectSchema = {type: "object", properties};
    const form = await mount("lb-form", {schema, tags: []});
    const events = saved(form);
    form.focus();
    await settle(form);
    await userEvent.keyboard("Lamp{Enter}");
    expect(form.shadowRoot!.activeElement).toBe(fieldOf(form, "state"));
    await userEvent.keyboard("u{Enter}7{Enter}8{Enter}");
    expect(fieldOf(form, "sizes").shadowRoot!.activeElement).toBe(
      fieldOf(fieldOf(form, "sizes"), "sizes/2")
    );
    await userEvent.keyboard("{Enter}one{Enter}two{Tab}shop{Enter}");
    expect(events).toEqual([]);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]!.fields).toEqual({
      name: "Lamp",
      state: "used",
      sizes: [7, 8],
      notes: "one\ntwo"
    });
    expect(events[0]!.tags).toEqual(["shop"]);
  });

  test("Ctrl+S and Ctrl+Enter save from anywhere", async () => {
    const form = await mount("lb-form", {schema: SCHEMA, fields: {name: "A", count: 1}});
    const events = saved(form);
    await userEvent.click(controlOf(form, "notes"));
    await userEvent.keyboard("one{Control>}s{/Control}");
    await expect.poll(() => events.length).toBe(1);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(() => events.length).toBe(2);
    expect(events[1]!.fields.notes).toBe("one");
  });

  test("Esc cancels; what was typed is offered when the form is opened again", async () => {
    const form = await mount("lb-form", {schema: SCHEMA, fields: {name: "A"}, draftKey: "entry/1"});
    let cancels = 0;
    form.addEventListener("lb-cancel", () => ++cancels);
    await userEvent.fill(controlOf(form, "name"), "Typed");
    await userEvent.keyboard("{Escape}");
    expect(cancels).toBe(1);
    const again = await mount("lb-form", {
      schema: SCHEMA,
      fields: {name: "A"},
      draftKey: "entry/1"
    });
    expect(controlOf(again, "name").value).toBe("A");
    await userEvent.click(part(again, ".note button"));
    await settle(again);
    expect(controlOf(again, "name").value).toBe("Typed");
  });

  test("what was typed is back after a reload, until it is saved or started over", async () => {
    const options = {schema: SCHEMA, fields: {name: "A", count: 1}, draftKey: "entry/2"};
    const form = await mount("lb-form", options);
    await userEvent.fill(controlOf(form, "name"), "Typed");
    form.remove();
    const again = await mount("lb-form", options);
    expect(controlOf(again, "name").value).toBe("Typed");
    expect(again.isDirty).toBe(true);
    await userEvent.click(part(again, ".note button"));
    await settle(again);
    expect(controlOf(again, "name").value).toBe("A");
    again.remove();
    const third = await mount("lb-form", options);
    expect(controlOf(third, "name").value).toBe("A");
  });

  test("an old value that no longer fits is shown as it is, and saved untouched", async () => {
    const fields = {
      name: "A",
      count: 1,
      price: "about 20",
      bought: "spring 2019",
      state: "broken",
      insured: "maybe",
      colours: "red; blue",
      place: {room: "Attic", was: "Cellar"},
      formerly: {a: [1]},
      code: "X-1"
    };
    const form = await mount("lb-form", {schema: {...SCHEMA, required: []}, fields});
    expect(controlOf(form, "price").value).toBe("about 20");
    expect(controlOf(form, "bought").value).toBe("spring 2019");
    expect(
      part(fieldOf(form, "state"), "option:checked").textContent.trim().replace(/\s+/g, " ")
    ).toBe("broken (no longer a choice)");
    expect(controlOf(form, "insured").value).toBe("maybe");
    expect(controlOf(form, "colours").value).toBe("red; blue");
    expect(JSON.parse(controlOf(form, "formerly").value)).toEqual({a: [1]});
    expect(controlOf(form, "code").value).toBe("X-1");
    expect(part(form, "h3").textContent).toBe("Fields that the type does not have");
  });

  test("what is being typed is never rewritten under the hand", async () => {
    const form = await mount("lb-form", {schema: SCHEMA, fields: {name: "A", count: 1}});
    const price = controlOf(form, "price");
    await userEvent.click(price);
    await userEvent.keyboard("-1.50");
    expect(price.value).toBe("-1.50");
    expect(price.getAttribute("aria-invalid")).toBe("false");
    await userEvent.click(controlOf(form, "count"));
    await userEvent.keyboard("{End}{Backspace}-");
    await settle(form);
    expect(part(fieldOf(form, "count"), "#problem").textContent.trim()).toBe(
      "is not a whole number"
    );
    const events = saved(form);
    await form.save();
    expect(events).toEqual([]);
  });

  test("values come out as the schema wants them: numbers, days, moments in UTC, lists, groups, choices", async () => {
    const form = await mount("lb-form", {
      schema: {...SCHEMA, required: []},
      fields: {},
      tags: ["x"]
    });
    const events = saved(form);
    const set = async (path: string, value: string): Promise<void> => {
      await userEvent.fill(controlOf(form, path), value);
    };
    await set("name", "Lamp");
    await set("count", "3");
    await set("price", "2.5");
    await userEvent.click(controlOf(form, "insured"));
    await set("bought", "2024-02-29");
    await set("checked", "2024-02-29T12:30");
    await userEvent.selectOptions(part<HTMLElement>(fieldOf(form, "state"), "select"), "used");
    await userEvent.click(part(part(fieldOf(form, "colours"), "lb-tag-input"), "input"));
    await userEvent.keyboard("red{Enter}dark blue{Enter}green{Enter}{Backspace}pink");
    await userEvent.fill(controlOf(fieldOf(form, "place"), "place/room"), "Attic");
    await form.save();
    expect(events[0]!.fields).toEqual({
      name: "Lamp",
      count: 3,
      price: 2.5,
      insured: true,
      bought: "2024-02-29",
      checked: new Date("2024-02-29T12:30").toISOString(),
      state: "used",
      colours: ["red", "dark blue", "pink"],
      place: {room: "Attic"}
    });
    expect(Object.keys(events[0]!.fields)[0]).toBe("name");
    expect(events[0]!.tags).toEqual(["x"]);
  });

  test("an emptied field is no value, and a checkbox can be unset again", async () => {
    const fields = {name: "A", count: 1, price: 2, insured: true};
    const form = await mount("lb-form", {schema: SCHEMA, fields});
    const events = saved(form);
    await userEvent.fill(controlOf(form, "price"), "");
    await userEvent.click(part(fieldOf(form, "insured"), "button"));
    await form.save();
    expect(events[0]!.fields).toEqual({name: "A", count: 1});
  });

  test("Clear gives an old value's field its own control back", async () => {
    const form = await mount("lb-form", {
      schema: SCHEMA,
      fields: {name: "A", count: 1, insured: "maybe"}
    });
    await userEvent.click(part(fieldOf(form, "insured"), ".misfit button"));
    await settle(form);
    expect(controlOf(form, "insured").type).toBe("checkbox");
    await userEvent.click(controlOf(form, "insured"));
    const events = saved(form);
    await form.save();
    expect(events[0]!.fields).toEqual({name: "A", count: 1, insured: true});
  });

  test("labels, hints, choices and values are text, never markup", async () => {
    const alerts = watchAlerts();
    const evil: ObjectSchema = {
      type: "object",
      properties: {
        [EVIL]: {type: "string", title: EVIL, description: EVIL},
        choice: {enum: [EVIL]},
        list: {type: "array", items: {type: "string"}}
      }
    };
    const form = await mount("lb-form", {
      schema: evil,
      fields: {[EVIL]: EVIL, list: [EVIL]},
      tags: [EVIL]
    });
    for (const root of [form, ...parts(form, "lb-field"), part(form, "lb-tag-input")])
      expect(root.shadowRoot!.querySelector("img")).toBeNull();
    expect(part(fieldOf(form, EVIL), "label").textContent).toContain(EVIL);
    expect(alerts()).toBe(0);
  });

  test("a form of 200 fields is drawn and saved", async () => {
    const properties = Object.fromEntries(
      Array.from({length: 200}, (_, i) => [`field_${i}`, {type: "string" as const}])
    );
    const form = await mount("lb-form", {
      schema: {type: "object", properties},
      fields: {field_199: "x"}
    });
    const events = saved(form);
    await form.save();
    expect(events).toHaveLength(1);
  });

  test("what no field can mend is said, and keeps nobody from saving", async () => {
    const schema: ObjectSchema = {
      type: "object",
      properties: {a: {type: "string"}},
      required: ["b"]
    };
    const form = await mount("lb-form", {schema, fields: {a: "x"}});
    const events = saved(form);
    await form.save();
    await settle(form);
    expect(events).toHaveLength(1);
    expect(part(form, ".summary").textContent.trim()).toBe("b is required");
  });

  test("a field may have a slash in its name", async () => {
    const schema: ObjectSchema = {
      type: "object",
      properties: {"a/b": {type: "string"}},
      required: ["a/b"]
    };
    const form = await mount("lb-form", {schema});
    const events = saved(form);
    await form.save();
    await settle(form);
    expect(events).toEqual([]);
    expect(part(fieldOf(form, "a/b"), "#problem").textContent.trim()).toBe("is required");
  });

  test("a field may be called constructor, as every object seems to have one", async () => {
    const schema: ObjectSchema = {
      type: "object",
      properties: {constructor: {type: "string" as const}}
    };
    const form = await mount("lb-form", {schema});
    expect(controlOf(form, "constructor").value).toBe("");
    const other = await mount("lb-form", {
      schema: {type: "object", properties: {}},
      fields: {constructor: "Norvik"}
    });
    expect(controlOf(other, "constructor").value).toBe("Norvik");
  });
});
