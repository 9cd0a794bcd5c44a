import {userEvent} from "vitest/browser";
import {describe, expect, test} from "vitest";
import type {Pick} from "../../../components/entry-pick.ts";
import type {LbEntryPicker} from "../../../components/lb-entry-picker.ts";
import "../../../components/lb-entry-picker.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";
import {EVIL, watchAlerts} from "./records.ts";

const PICKS: readonly Pick[] = [
  {id: "1", type: "freezer", title: "Freezer one"},
  {id: "2", type: "freezer", title: "Freezer two"},
  {id: "3", type: "item", title: EVIL}
];

function suggest(text: string): Promise<readonly Pick[]> {
  const found = PICKS.filter(({title}) => title.toLowerCase().includes(text.toLowerCase()));
  return Promise.resolve(found);
}

function events(picker: LbEntryPicker): {picks: (string | null)[]; creations: string[]} {
  const picks: (string | null)[] = [];
  const creations: string[] = [];
  picker.addEventListener("lb-picked", (event) => picks.push(event.pick?.id ?? null));
  picker.addEventListener("lb-create", (event) => {
    const {title, entryType} = event;
    creations.push(`${entryType}: ${title}`);
  });
  return {picks, creations};
}

const types = new Map([["freezer", "Freezer"]]);
const creatable = [{name: "item", label: "Item"}];

function options(picker: LbEntryPicker): string[] {
  return parts(picker, "[role=option]").map((option) =>
    option.textContent.trim().replace(/\s+/g, " ")
  );
}

describe("lb-entry-picker", () => {
  test("lb-entry-picker is accessible, closed and open", async () => {
    const picker = await mount("lb-entry-picker", {suggest, types});
    await expectAccessible(picker);
    await userEvent.click(part(picker, "input"));
    await expect.poll(() => options(picker).length).toBe(3);
    await expectAccessible(picker);
  });

  test("typing lists what fits with its type, as text and never as markup", async () => {
    const alerts = watchAlerts();
    const picker = await mount("lb-entry-picker", {suggest, types});
    await userEvent.type(part(picker, "input"), "free");
    await expect
      .poll(() => options(picker))
      .toEqual(["Freezer one Freezer", "Freezer two Freezer"]);
    await userEvent.fill(part(picker, "input"), "<img");
    await expect.poll(() => options(picker)).toEqual([`${EVIL} item`]);
    expect(picker.shadowRoot!.querySelector("img")).toBeNull();
    expect(alerts()).toBe(0);
  });

  test("the arrow keys go through the list and Enter picks", async () => {
    const picker = await mount("lb-entry-picker", {suggest, types});
    const {picks} = events(picker);
    await userEvent.type(part(picker, "input"), "free");
    await expect.poll(() => options(picker).length).toBe(2);
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    const active = part(picker, "input").getAttribute("aria-activedescendant");
    expect(part(picker, `#${active}`).textContent).toContain("Freezer two");
    await userEvent.keyboard("{Enter}");
    expect(picks).toEqual(["2"]);
    expect(part<HTMLInputElement>(picker, "input").value).toBe("Freezer two");
  });

  test("Enter right after typing picks from the answer to what was typed", async () => {
    const picker = await mount("lb-entry-picker", {suggest, types});
    const {picks} = events(picker);
    const input = part<HTMLInputElement>(picker, "input");
    await userEvent.type(input, "free");
    await expect.poll(() => options(picker).length).toBe(2);
    await userEvent.type(input, "zer two{Enter}");
    await expect.poll(() => picks).toEqual(["2"]);
  });

  test("a text that nobody picked is no reference, and is said to be none", async () => {
    const picker = await mount("lb-entry-picker", {suggest, types, creatable});
    const {picks} = events(picker);
    await userEvent.type(part(picker, "input"), "free");
    await expect.poll(() => options(picker).length).toBeGreaterThan(0);
    await userEvent.tab();
    await expect.poll(() => part(picker, "#said").textContent.trim()).toMatch(/^Pick an entry/);
    expect(picks).toEqual([]);
    expect(picker.picked).toBeNull();
    await expectAccessible(picker);
  });

  test("changing the text takes a pick back", async () => {
    const picker = await mount("lb-entry-picker", {suggest, types, picked: PICKS[0]!});
    const {picks} = events(picker);
    expect(part<HTMLInputElement>(picker, "input").value).toBe("Freezer one");
    await userEvent.click(part(picker, "input"));
    await userEvent.keyboard("{End}x");
    expect(picks).toEqual([null]);
    expect(part<HTMLInputElement>(picker, "input").value).toBe("Freezer onex");
  });

  test("what is not there can be created in place, in each type that fits", async () => {
    const picker = await mount("lb-entry-picker", {suggest, types, creatable});
    const {creations} = events(picker);
    await userEvent.type(part(picker, "input"), "Lamp");
    await expect.poll(() => options(picker)).toEqual(["Make “Lamp” a new item"]);
    await userEvent.keyboard("{Enter}");
    expect(creations).toEqual(["item: Lamp"]);
  });

  test("Esc closes the list only, and an older answer never overtakes a newer one", async () => {
    let release: (picks: readonly Pick[]) => void = () => undefined;
    const slow = (text: string): Promise<readonly Pick[]> =>
      text === "f" ? new Promise((resolve) => (release = resolve)) : suggest(text);
    const picker = await mount("lb-entry-picker", {suggest: slow, types});
    const input = part<HTMLInputElement>(picker, "input");
    await userEvent.type(input, "f");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await userEvent.fill(input, "freezer one");
    await expect.poll(() => options(picker)).toEqual(["Freezer one Freezer"]);
    release(PICKS);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(options(picker)).toEqual(["Freezer one Freezer"]);
    let escapes = 0;
    document.addEventListener("keydown", ({key}) => key === "Escape" && ++escapes, {once: true});
    await userEvent.keyboard("{Escape}");
    expect(escapes).toBe(0);
    expect(part(picker, "[role=listbox]").hidden).toBe(true);
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });

  test("what answers is marked, told apart by a second line, and what comes later stands behind it", async () => {
    let release: () => void = () => undefined;
    const signals: AbortSignal[] = [];
    const picker = await mount("lb-entry-picker", {
      async *suggest(text, signal) {
        signals.push(signal);
        const found = [{...PICKS[0]!, hint: EVIL, marks: [[0, text.length] as const]}];
        yield found;
        await new Promise<void>((resolve) => (release = resolve));
        yield [...found, {...PICKS[1]!, by: "meaning"}];
      },
      types
    });
    await userEvent.type(part(picker, "input"), "free");
    await expect.poll(() => options(picker)).toEqual([`Freezer one${EVIL} Freezer`]);
    expect(part(picker, "mark").textContent).toBe("Free");
    release();
    await expect.poll(() => options(picker)[1]).toBe("Freezer two ≈ Freezer");
    await expectAccessible(picker);
    // each letter stops the search of the one before; letters that come at once are one search
    const last = signals.pop();
    expect(last?.aborted).toBe(false);
    expect(signals.every(({aborted}) => aborted)).toBe(true);
  });

  test("a failing search is said where one types", async () => {
    const picker = await mount("lb-entry-picker", {
      suggest: () => Promise.reject(new Error("storage is closed"))
    });
    await userEvent.type(part(picker, "input"), "a");
    await expect.poll(() => part(picker, "[role=alert]").textContent).toBe("storage is closed");
  });
});
