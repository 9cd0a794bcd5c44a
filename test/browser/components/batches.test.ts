import {page} from "vitest/browser";
import {beforeEach, describe, expect, test} from "vitest";
import "../../../components/lb-batches.ts";
import type {LbBatches} from "../../../components/lb-batches.ts";
import type {ImportFile, Imports} from "../../../src/index.ts";
import type {ImportsDouble} from "./imports-double.ts";
import {createImportsDouble, toFile, toWorkspace} from "./imports-double.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {goTo} from "./records.ts";

const FIRST = toFile("bank.csv", "id;city", "1;Porto", "2;Oslo", "3;Graz!");
const SECOND = toFile("bank.csv", "id;city", "2;Bergen", "4;Wien");

beforeEach(async () => {
  await page.viewport(1280, 900);
  goTo("");
  delete document.documentElement.dataset.theme;
});

/** Imports files into `bank`, by `id`, each as a batch of its own. */
async function importAll(imports: ImportsDouble, files: readonly ImportFile[]): Promise<void> {
  for (const file of files) {
    const session = await imports.open([file]);
    const [item] = session.items;
    await session.update(item!.id, {recipe: {...item!.recipe, target: "bank", key: ["id"]}});
    await session.commit();
  }
}

async function open(imports: Imports): Promise<LbBatches> {
  const element = await mount("lb-batches", {workspace: toWorkspace(imports)}, "width: 1200px");
  await settle(element);
  return element;
}

async function openFilled(
  files = [FIRST, SECOND]
): Promise<{element: LbBatches; imports: ImportsDouble}> {
  const imports = createImportsDouble();
  await importAll(imports, files);
  return {imports, element: await open(imports)};
}

const ui = (element: Element) => page.elementLocator(element);
const text = (element: Element): string =>
  element.shadowRoot!.textContent.replace(/\s+/g, " ").trim();

async function show(element: LbBatches, tab: RegExp): Promise<void> {
  await ui(element).getByRole("tab", {name: tab}).click();
  await settle(element);
}

/** The cells of the list of batches, a line each. */
function lines(element: LbBatches): string[] {
  const rows = parts(part(element, "lb-batches-list"), "tbody tr");
  return rows.map((row) =>
    Array.from(row.children, (cell) => cell.textContent.trim())
      .slice(1)
      .join(" | ")
  );
}

async function openBatch(element: LbBatches, index: number): Promise<Element> {
  const links = parts(part(element, "lb-batches-list"), "tbody td:first-child a");
  links[index]!.click();
  await settle(element);
  return part(element, "lb-batches-batch");
}

describe("lb-batches", () => {
  test("lb-batches is accessible in each view, in light and dark and on a phone", async () => {
    const {element} = await openFilled();
    for (const tab of [/^Files/, /^In place/, /^Recipes/, /^Compare/, /^Batches/]) {
      await show(element, tab);
      await expectAccessible(element);
    }
    await openBatch(element, 0);
    document.documentElement.dataset.theme = "dark";
    await page.viewport(390, 844);
    element.style.width = "380px";
    await settle(element);
    await expectAccessible(element);
  });

  test("without a batch it says what batches are, and offers to import", async () => {
    const element = await open(createImportsDouble());
    expect(text(element)).toContain("Any batch can be taken back.");
    const asked: unknown[] = [];
    document.addEventListener("lb-import-request", ({request}) => asked.push(request), {
      once: true
    });
    await ui(element).getByRole("button", {name: "Import files"}).first().click();
    expect(asked).toEqual(["start"]);
  });

  test("batches stand newest first, with what came in", async () => {
    const {element} = await openFilled();
    expect(lines(element)).toEqual([
      "bank.csv | raw.bank | 1 | 1 | 0 | 0 | in use",
      "bank.csv | raw.bank | 3 | 0 | 0 | 1 | in use"
    ]);
  });

  test("long lists are paged, and searched by file or table", async () => {
    const files = Array.from({length: 60}, (_, i) => toFile(`file-${i}.csv`, "id;x", `${i};1`));
    const {element} = await openFilled(files);
    expect(lines(element)).toHaveLength(50);
    const list = part(element, "lb-batches-list");
    await ui(part(list, "lb-pager")).getByRole("button", {name: "Next page"}).click();
    await expect.poll(() => lines(element).length).toBe(10);
    await ui(list).getByRole("searchbox").fill("file-17");
    await expect.poll(() => lines(element).length).toBe(1);
  });

  test("a batch is rolled back after it is said what will happen, and the rollback is undone", async () => {
    const {element, imports} = await openFilled();
    const batch = await openBatch(element, 1);
    expect(location.search).toBe("?batch=batch-1");
    await expect
      .poll(() => parts(batch, "lb-import-problems").map(text).join(""))
      .toContain("3 values where 2 belong");
    await ui(batch).getByRole("button", {name: "Roll back …"}).click();
    await expect
      .poll(() => text(batch))
      .toContain("2 rows will go, 1 row keeps the value of a later batch.");
    expect(text(batch)).toContain("They are: 2");
    await expect.poll(() => batch.shadowRoot!.activeElement?.textContent.trim()).toBe("Roll back");
    await expectAccessible(batch);
    expect((await imports.batches())[1]!.rolledBack).toBeNull();
    await ui(batch).getByRole("button", {name: "Roll back", exact: true}).click();
    await expect.poll(() => text(batch)).toContain("Rolled back: 2 rows went");
    await ui(batch).getByRole("button", {name: "Undo"}).click();
    await expect.poll(() => text(batch)).toContain("Restored");
    expect((await imports.batches())[1]!.rolledBack).toBeNull();
  });

  test("a batch that was rolled back is told so in the list and can be restored", async () => {
    const imports = createImportsDouble();
    await importAll(imports, [FIRST]);
    await imports.rollback("batch-1");
    const element = await open(imports);
    expect(lines(element)[0]).toMatch(/rolled back just now$/);
    const batch = await openBatch(element, 0);
    await ui(batch).getByRole("button", {name: "Restore"}).click();
    await expect.poll(() => text(batch)).toContain("State in use");
  });

  test("what another tab imports comes in by itself", async () => {
    const {element, imports} = await openFilled([FIRST]);
    await importAll(imports, [SECOND]);
    await expect.poll(() => lines(element).length).toBe(2);
  });

  test("a file that batches need stays and says why; one that nothing needs is removed after a question", async () => {
    const {element, imports} = await openFilled();
    await show(element, /^Files/);
    const files = part(element, "lb-batches-files");
    await ui(files).getByRole("button", {name: "Remove bank.csv"}).first().click();
    await ui(files)
      .getByRole("button", {name: /^Remove for good/})
      .click();
    await expect.poll(() => text(files)).toContain("bank.csv stays: 1 batch needs it");
    expect(await imports.files()).toHaveLength(2);
  });

  test("a table in place says whether its file can be read, asks for it, and is let go", async () => {
    const imports = createImportsDouble();
    const session = await imports.open([FIRST]);
    await session.update(session.items[0]!.id, {mode: "in-place"});
    await session.commit();
    const element = await open(imports);
    await show(element, /^In place/);
    const tables = part(element, "lb-batches-in-place");
    await expectAccessible(tables);
    await ui(tables).getByRole("button", {name: "Allow reading bank"}).click();
    await expect.poll(() => text(tables)).toContain("a copy in this browser, can be read");
    await ui(tables).getByRole("button", {name: "Let go of bank"}).click();
    await expect.poll(() => text(tables)).toContain("No table is queried in place");
  });

  test("recipes without steps are folded away below those that clean", async () => {
    const imports = createImportsDouble();
    const session = await imports.open([FIRST]);
    const {recipe} = session.items[0]!;
    await imports.saveRecipe({...recipe, id: "1", name: "Plain", steps: []});
    await imports.saveRecipe({
      ...recipe,
      id: "2",
      name: "Clean",
      steps: [{kind: "trim", columns: ["city"]}]
    });
    const element = await open(imports);
    await show(element, /^Recipes/);
    const list = part(element, "lb-recipe-list");
    await expect.poll(() => part(list, "details").textContent).toContain("1 without steps");
    expect(part<HTMLDetailsElement>(list, "details").open).toBe(false);
    expect(part(list, "table").textContent).toContain("Clean");
  });

  test("a recipe is opened, removed, and had back by Undo", async () => {
    const imports = createImportsDouble();
    const session = await imports.open([FIRST]);
    await imports.saveRecipe({...session.items[0]!.recipe, name: "Bank"});
    const element = await open(imports);
    await show(element, /^Recipes/);
    const list = part(element, "lb-recipe-list");
    expect(text(list)).toContain("CSV with id, city");
    await ui(list).getByRole("button", {name: "Open Bank"}).click();
    await settle(list);
    await expectAccessible(list);
    await ui(list).getByRole("button", {name: "Remove Bank"}).click();
    await expect.poll(async () => (await imports.recipes()).length).toBe(0);
    await ui(list).getByRole("button", {name: "Undo"}).click();
    await expect.poll(async () => (await imports.recipes()).length).toBe(1);
  });
});

describe("lb-compare", () => {
  test("two versions are compared: counts, filters, old values beside new ones", async () => {
    const {element} = await openFilled();
    await show(element, /^Compare/);
    const compare = part(element, "lb-compare");
    await ui(compare).getByRole("button", {name: "Compare"}).click();
    await expect.poll(() => parts(compare, "lb-grid").length).toBe(1);
    expect(text(compare)).toContain("7 the same; columns gone: note");
    expect(text(part(compare, "lb-grid"))).toContain("4 rows, 6 columns");
    await expectAccessible(compare);
    await ui(compare).getByRole("button", {name: "changed 2"}).click();
    await settle(compare);
    const grid = part(compare, "lb-grid");
    expect(grid.result!.columns).toEqual(["id", "amount", "amount (before)"]);
    expect(grid.result!.toArray()).toEqual([
      {id: "1", amount: 11, "amount (before)": 10},
      {id: "2", amount: 21, "amount (before)": 20}
    ]);
    await ui(compare).getByRole("button", {name: "added 1"}).click();
    await settle(compare);
    expect(part(compare, "lb-grid").result!.columns).toEqual(["id", "amount", "city"]);
  });

  test("with fewer than two files it says what it is for", async () => {
    const {element} = await openFilled([FIRST]);
    await show(element, /^Compare/);
    expect(text(part(element, "lb-compare"))).toContain("Two files that are kept are needed");
  });
});
