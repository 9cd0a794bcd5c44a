import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import type {FormDraft} from "../../../components/form-draft.ts";
import {readDrafts, writeDraft} from "../../../components/form-draft.ts";
import "../../../components/lb-form.ts";
import type {LbForm} from "../../../components/lb-form.ts";
import type {ObjectSchema} from "../../../src/index.ts";
import {mount, part, parts, settle} from "./mount.ts";

const SCHEMA: ObjectSchema = {type: "object", properties: {name: {type: "string"}}};
const DAY_MS = 86_400_000;
const KEY = "entry/a:b";

afterEach(() => localStorage.clear());

function draftOf(name: string, ageMs = 0): FormDraft {
  const at = Date.now() - ageMs;
  return {fields: {name}, tags: [], base: undefined, at, isSetAside: false};
}

function open(): Promise<LbForm> {
  return mount("lb-form", {schema: SCHEMA, fields: {name: "A"}, draftKey: KEY});
}

function name(form: LbForm): HTMLInputElement {
  return part<HTMLInputElement>(part(form, "lb-field"), "#control");
}

const notes = (form: LbForm): string[] =>
  parts(form, ".note span").map((note) => note.textContent.trim());

describe("drafts of forms", () => {
  test("what another tab left is offered with its age, and never put back by itself", async () => {
    writeDraft(KEY, draftOf("Crashed", 3 * 3_600_000), "other");
    const form = await open();
    expect(name(form).value).toBe("A");
    expect(notes(form)).toEqual(["What you typed 3 hours ago in another tab was not saved."]);
    await userEvent.click(part(form, ".note button"));
    await settle(form);
    expect(name(form).value).toBe("Crashed");
    // until it is saved here, the other tab may still want it
    expect(readDrafts(KEY).map(({tab}) => tab)).toContain("other");
    form.done();
    expect(readDrafts(KEY)).toEqual([]);
  });

  test("two tabs type in the same form and neither loses what it typed", async () => {
    writeDraft(KEY, draftOf("Theirs"), "other");
    const form = await open();
    await userEvent.fill(name(form), "Mine");
    expect(readDrafts(KEY).map(({fields}) => fields.name)).toEqual(
      expect.arrayContaining(["Theirs", "Mine"])
    );
    form.done();
    expect(readDrafts(KEY).map(({fields}) => fields.name)).toEqual(["Theirs"]);
  });

  test("what the other tab typed on after it was brought back here is kept", async () => {
    writeDraft(KEY, draftOf("Early", 60_000), "other");
    const form = await open();
    await userEvent.click(part(form, ".note button"));
    writeDraft(KEY, draftOf("Later"), "other");
    form.done();
    expect(readDrafts(KEY).map(({fields}) => fields.name)).toEqual(["Later"]);
  });

  test("Discard forgets one draft, and drafts older than thirty days are gone", async () => {
    writeDraft(KEY, draftOf("Old", 31 * DAY_MS), "old");
    writeDraft("new/box", draftOf("Old box", 31 * DAY_MS), "old");
    writeDraft(KEY, draftOf("One", 2 * DAY_MS), "one");
    writeDraft(KEY, draftOf("Two", 3 * DAY_MS), "two");
    localStorage.setItem("lakebook:draft:x:cut", '{"fields":');
    const form = await open();
    expect(notes(form)).toEqual([
      "What you typed 2 days ago in another tab was not saved.",
      "What you typed 3 days ago in another tab was not saved."
    ]);
    await userEvent.click(parts(form, ".note button")[1]!);
    await settle(form);
    expect(notes(form)).toHaveLength(1);
    expect(readDrafts(KEY).map(({tab}) => tab)).toEqual(["two"]);
    expect(readDrafts("new/box")).toEqual([]);
    expect(Object.keys(localStorage)).toHaveLength(1);
  });

  test("a draft of what is no field any more is shown too", async () => {
    writeDraft(KEY, {...draftOf("B"), fields: {name: "B", gone: "x"}}, "other");
    const form = await open();
    await userEvent.click(part(form, ".note button"));
    await settle(form);
    expect(part(form, "h3").textContent).toBe("Fields that the type does not have");
  });
});
