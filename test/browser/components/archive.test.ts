import {expect, test} from "vitest";
import "../../../components/lb-archive.ts";
import type {Workspace} from "../../../src/index.ts";
import {createArchives} from "../../../src/workspace/archive/archives.ts";
import {freshStore} from "../store/fresh-store.ts";
import {EVIL, FREEZER, add} from "./records.ts";
import {expectAccessible, mount, part} from "./mount.ts";

async function openBackup() {
  const store = await freshStore(FREEZER);
  const workspace = {store, archives: createArchives(store)} as unknown as Workspace;
  return {store, workspace};
}

test("<lb-archive> proves a backup, then shows what it would bring elsewhere, merges it, and stays accessible", async () => {
  const first = await openBackup();
  await add(first.store, FREEZER, {name: EVIL});
  const {blob} = await first.workspace.archives.export();
  const second = await openBackup();
  const element = await mount("lb-archive", {workspace: second.workspace});
  await expect.poll(() => element.shadowRoot!.textContent).toContain("There is no backup yet");
  const button = (text: string): HTMLButtonElement =>
    [...element.shadowRoot!.querySelectorAll("button")].find((one) =>
      one.textContent.includes(text)
    )!;
  const files = new DataTransfer();
  files.items.add(new File([blob], "a.lakebook.zip"));
  const input = part<HTMLInputElement>(element, "[type=file]");
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
  await expect.poll(() => element.shadowRoot!.textContent).toContain("Every checksum fits");
  expect(part(element, "lb-load-preview").shadowRoot!.textContent).toMatch(/entries\s+100000/);
  await expectAccessible(element);
  button("Merge it in").click();
  await expect.poll(() => second.store.entries.count()).toBe(1);
  await expect.poll(() => element.shadowRoot!.querySelector("#opened")).toBeNull();
  await expect
    .poll(() => document.querySelector("lb-undo-toast")?.shadowRoot?.textContent)
    .toContain("a.lakebook.zip brought in: 1 new record, 0 changed");
});
