import {userEvent} from "vitest/browser";
import {expect, test} from "vitest";
import "../../../components/lb-meaning.ts";
import {toWorkText} from "../../../components/lb-work.ts";
import type {Workspace} from "../../../src/index.ts";
import {BOOK, book, freshStore} from "../store/fresh-store.ts";
import {letters, openMeaning} from "../workspace/meaning/letters.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";

function textsOf(element: Element, selector: string): string[] {
  return parts(element, selector).map(({textContent}) => textContent.replace(/\s+/g, " ").trim());
}

test("lb-meaning lists what is embedded, changes what is read by keyboard, and pauses, goes on and cancels", async () => {
  const store = await freshStore(BOOK);
  await store.entries.addAll(
    Array.from({length: 200}, (_, i) => book({title: `a ${i}`, note: `b ${i}`}))
  );
  const model = letters();
  let isHeld = true;
  const meaning = openMeaning(store, {
    embedder: {
      ...model,
      async embed(texts, options) {
        while (isHeld) await new Promise((resolve) => setTimeout(resolve, 10));
        return model.embed(texts, options);
      }
    }
  });
  const workspace = {meaning, models: ["letters"], storeFailure: undefined};
  const element = await mount("lb-meaning", {workspace: workspace as unknown as Workspace});
  await expect.poll(() => textsOf(element, "tbody th")).toEqual(["ws.book"]);
  expect(textsOf(element, ".number")).toEqual(["Rows", "Texts", "With a vector", "200", "", ""]);
  await expectAccessible(element);

  meaning.queue.start();
  await expect.poll(() => textsOf(element, "[role=status]")[0]).toBe("Books: embedding 0 of 200");
  await userEvent.click(part(element, ".queue button"));
  await expect.poll(() => textsOf(element, ".queue button")).toEqual(["Go on", "Cancel"]);
  isHeld = false;
  part(element, ".queue button").focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => textsOf(element, "td.number")).toEqual(["200", "200", "200"]);
  expect(textsOf(element, "[role=status]")).toEqual([
    "Texts get their vectors a moment after they change."
  ]);
  meaning.queue.pause();
  await expect.poll(() => textsOf(element, "[role=status]")).toEqual(["embedding paused"]);
  expect(textsOf(element, ".queue button")).toEqual(["Go on"]);
  meaning.queue.start();

  await userEvent.click(part(element, "summary"));
  const [title] = parts<HTMLInputElement>(element, "details input");
  title!.focus();
  await userEvent.keyboard(" ");
  await expect.poll(() => textsOf(element, "summary")).toEqual(["isbn, note of ws.book"]);
  await userEvent.selectOptions(part(element, "select"), "created");
  await expect
    .poll(async () => (await meaning.collections())[0]!.collection)
    .toMatchObject({columns: ["isbn", "note"], time: "created"});
  await userEvent.click(part(element, "td input"));
  await expect.poll(async () => (await meaning.collections())[0]!.isChosen).toBe(false);
});

test("the chip says what goes on in few words", () => {
  const state = {what: "Books", done: 12_300, total: 48_000, rate: 300, secondsLeft: 119};
  expect(toWorkText({...state, status: "working"})).toBe("embedding 12,300 of 48,000, 2 min left");
  expect(toWorkText({...state, status: "paused"})).toBe("embedding paused at 12,300 of 48,000");
  expect(toWorkText({...state, status: "elsewhere"})).toBe("embedding in another tab");
});
