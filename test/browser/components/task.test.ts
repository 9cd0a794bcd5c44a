import {expect, test} from "vitest";
import {userEvent} from "vitest/browser";
import "../../../components/lb-task.ts";
import type {Workspace} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";

const WORKSPACE = {model: "letters"} as Workspace;

test("lb-task is an input of a notebook: it waits for its button, can be stopped, and gives what the work gave", async () => {
  const seen: unknown[] = [];
  let finish = (): void => undefined;
  const task = await mount("lb-task", {
    workspace: WORKSPACE,
    label: "Find topics",
    work: async ({model}, {signal, onProgress}) => {
      onProgress(1, 2, "Grouping");
      await new Promise<void>((resolve, reject) => {
        finish = resolve;
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      });
      return `${model}, found`;
    }
  });
  task.addEventListener("input", () => seen.push(task.value));
  await expectAccessible(task);
  expect([task.value, task.hasAttribute("undone")]).toEqual([undefined, true]);

  part(task, "button").focus();
  await userEvent.keyboard("{Enter}");
  const progress = part(task, "lb-progress");
  await expect.poll(() => progress.shadowRoot!.textContent).toContain("Grouping");
  progress.dispatchEvent(new Event("lb-stop"));
  await expect.poll(() => part(task, "button").textContent.trim()).toBe("Find topics");
  expect(seen).toEqual([]);

  await userEvent.click(part(task, "button"));
  await expect.poll(() => parts(task, "lb-progress").length).toBe(1);
  finish();
  await expect.poll(() => seen).toEqual(["letters, found"]);
  await expect.poll(() => task.hasAttribute("undone")).toBe(false);
});

test("lb-task begins by itself where it may, and says why work failed", async () => {
  const fail = () => Promise.reject(new Error("no texts: lake.notes"));
  const task = await mount("lb-task", {
    workspace: WORKSPACE,
    label: "Find topics",
    begins: ({model}) => Promise.resolve(model === "letters"),
    work: fail
  });
  await expect.poll(() => parts(task, "lb-failure").length).toBe(1);
  await expect
    .poll(() => part(task, "lb-failure").shadowRoot!.textContent)
    .toContain("no texts: lake.notes");
  const waiting = await mount("lb-task", {
    workspace: WORKSPACE,
    begins: () => Promise.resolve(false),
    work: fail
  });
  await expect.poll(() => part(waiting, "button").textContent.trim()).toBe("Start");
  expect(parts(waiting, "lb-failure")).toEqual([]);
});
