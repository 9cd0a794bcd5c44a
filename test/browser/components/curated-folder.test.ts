import {afterEach, expect, onTestFinished, test} from "vitest";
import "../../../components/lb-curated-folder.ts";
import type {Workspace} from "../../../src/index.ts";
import {createCuratedFolder} from "../../../src/workspace/curated/curated-folder.ts";
import {freshStore} from "../store/fresh-store.ts";
import {expectAccessible, mount} from "./mount.ts";
import {FREEZER, add} from "./records.ts";

afterEach(() => document.querySelector("lb-undo-toast")?.remove());

test("<lb-curated-folder> loads only what differs, tells all of it, and says where the folder is gone", async () => {
  const root = await navigator.storage.getDirectory();
  const name = `folder-${crypto.randomUUID()}`;
  const handle = await root.getDirectoryHandle(name, {create: true});
  const removeAll = (): Promise<void> => root.removeEntry(name, {recursive: true});
  onTestFinished(() => removeAll().catch(() => undefined)); // it is gone where the test came to its end
  const store = await freshStore({...FREEZER, label: "Cold room"});
  const other = await freshStore(FREEZER);
  await add(other, FREEZER, {name: "North"});
  await createCuratedFolder(other).save(handle);
  const folder = createCuratedFolder(store);
  await folder.plan(handle);
  const element = await mount("lb-curated-folder", {
    workspace: {store, folder} as unknown as Workspace
  });
  const said = (): string => element.shadowRoot!.textContent.replace(/\s+/g, " ");
  const button = (text: string): HTMLButtonElement | undefined =>
    [...element.shadowRoot!.querySelectorAll("button")].find((one) =>
      one.textContent.includes(text)
    );
  await expect.poll(said).toContain(`Folder: ${name}…`);
  button("Load from")!.click();
  await expect.poll(() => button("Load it")).toBeDefined();
  await expectAccessible(element);
  button("Load it")!.click();
  await expect
    .poll(() => document.querySelector("lb-undo-toast")?.shadowRoot?.textContent)
    .toContain(`${name} loaded: 1 new record, 1 changed`);
  button("Load from")!.click();
  await expect.poll(said).toContain("nothing that is not here already");
  expect(button("Load it")).toBeUndefined();

  await removeAll();
  button("Save to")!.click();
  await expect
    .poll(() => element.shadowRoot!.querySelector("lb-failure")?.shadowRoot?.textContent)
    .toContain(`folder not found: ${name}`);
});
