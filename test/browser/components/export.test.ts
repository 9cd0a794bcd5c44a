import {page} from "vitest/browser";
import {expect, onTestFinished, test} from "vitest";
import type {LbExport} from "../../../components/lb-export.ts";
import "../../../components/lb-export-entries.ts";
import "../../../components/lb-export.ts";
import type {Workspace} from "../../../src/index.ts";
import {freshStore} from "../store/fresh-store.ts";
import {expectAccessible, mount, part} from "./mount.ts";
import {FREEZER, add} from "./records.ts";
import {toResult} from "./results.ts";

const result = toResult({"a VARCHAR": ["=1+1", "x"], "b INTEGER": [-5, 1]});

const open = (): Promise<LbExport> => mount("lb-export", {result});

/** The text of the file that choosing CSV in the open menu saves. */
const save = async (element: LbExport): Promise<string> => {
  const files: Blob[] = [];
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => (files.push(file), createObjectURL(file));
  onTestFinished(() => void (URL.createObjectURL = createObjectURL));
  await page.elementLocator(element).getByRole("menuitem", {name: "CSV"}).click();
  await expect.poll(() => files.length).toBe(1);
  URL.createObjectURL = createObjectURL;
  return files[0]!.text();
};

test("lb-export is accessible, with its menu open too", async () => {
  const element = await open();
  await page.elementLocator(element).getByRole("button", {name: "Export"}).click();
  await expectAccessible(element);
});

test("lb-export saves a CSV that is safe in a spreadsheet, and one with formulas where that is chosen", async () => {
  const element = await open();
  const ui = page.elementLocator(element);
  await ui.getByRole("button", {name: "Export"}).click();
  expect(await save(element)).toBe("a,b\n'=1+1,-5\nx,1\n");
  await ui.getByRole("button", {name: "Export"}).click();
  const choice = ui.getByRole("menuitemcheckbox", {name: "Disarm formulas in CSV"});
  await expect.element(choice).toHaveAttribute("aria-checked", "true");
  await choice.click();
  await expect.element(choice).toHaveAttribute("aria-checked", "false");
  expect(await save(element)).toBe("a,b\n=1+1,-5\nx,1\n");
});

test("lb-export-entries says why there is nothing to export, until there is an entry", async () => {
  const store = await freshStore(FREEZER);
  const element = await mount("lb-export-entries", {workspace: {store} as unknown as Workspace});
  const said = (): string => element.shadowRoot!.textContent;
  await expect.poll(said).toContain("There is no entry yet");
  expect(part<HTMLButtonElement>(element, "button").disabled).toBe(true);
  await expectAccessible(element);
  await add(store, FREEZER, {name: "North"});
  await expect.poll(said).not.toContain("There is no entry yet");
  expect(part<HTMLButtonElement>(element, "button").disabled).toBe(false);
});
