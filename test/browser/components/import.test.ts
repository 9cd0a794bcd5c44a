import {page, userEvent} from "vitest/browser";
import {beforeEach, describe, expect, test} from "vitest";
import "../../../components/lb-import.ts";
import type {LbImport} from "../../../components/lb-import.ts";
import type {ImportFile, Recipe} from "../../../src/index.ts";
import type {ImportsDouble} from "./imports-double.ts";
import {createImportsDouble, toFile, toWorkspace} from "./imports-double.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";

const EXPENSES = toFile(
  "money/expenses.csv",
  "id;city;amount",
  "1;Porto;10",
  "2;porto;20",
  "3;Graz;30"
);
const LATER = toFile("money/later.csv", "id;city;amount", "2;porto;20", "3;Graz;31", "4;Oslo;40");

beforeEach(async () => {
  await page.viewport(1280, 900);
  delete document.documentElement.dataset.theme;
});

async function open(
  imports: ImportsDouble = createImportsDouble(),
  files: readonly ImportFile[] = [EXPENSES]
): Promise<LbImport> {
  const element = await mount("lb-import", {workspace: toWorkspace(imports)}, "width: 1200px");
  await element.take(files);
  await settle(element);
  return element;
}

const text = (element: Element): string =>
  element.shadowRoot!.textContent.replace(/\s+/g, " ").trim();

const session = (element: LbImport): Element => part(element, "lb-import-session");
const list = (element: LbImport): Element => part(session(element), "lb-import-list");
const item = (element: LbImport): Element => part(session(element), "lb-import-item");
const target = (element: LbImport): Element => part(item(element), "lb-import-target");
const plan = (element: LbImport): string => text(part(item(element), "lb-import-plan"));
const commit = (element: LbImport): HTMLButtonElement => part(session(element), "button.primary");
const ui = (element: Element) => page.elementLocator(element);

async function show(element: LbImport, tab: string): Promise<void> {
  await ui(item(element)).getByRole("tab", {name: tab}).click();
  await settle(element);
}

/** Looks at the steps; gives the element that edits them. */
async function showSteps(element: LbImport): Promise<Element> {
  await show(element, "Steps");
  return part(item(element), "lb-recipe");
}

async function writeReplacement(recipe: Element, find: string, replacement: string): Promise<void> {
  await userEvent.selectOptions(part<HTMLElement>(recipe, ".add"), "replace");
  await settle(recipe);
  const editor = part(recipe, "lb-step-editor");
  await settle(editor);
  const form = part(editor, "lb-step-form");
  await userEvent.selectOptions(part<HTMLElement>(form, "#column"), "city");
  await userEvent.fill(part<HTMLElement>(form, "#find"), find);
  await userEvent.fill(part<HTMLElement>(form, "#with"), replacement);
  await settle(editor);
}

const steps = (recipe: Element): string[] =>
  parts(recipe, ".step .words").map(({textContent}) => textContent.replace(/\s+/g, " ").trim());

describe("lb-import", () => {
  test("lb-import is accessible at each stage, in light and dark and on a phone", async () => {
    const imports = createImportsDouble();
    const element = await mount("lb-import", {workspace: toWorkspace(imports)}, "width: 1200px");
    await expectAccessible(element);
    await element.take([EXPENSES, toFile("photo.bin", "\0")]);
    await settle(element);
    for (const tab of ["Reading", "Columns", "Steps", "Problems"]) {
      await show(element, tab);
      await expectAccessible(element);
    }
    document.documentElement.dataset.theme = "dark";
    await page.viewport(390, 844);
    element.style.width = "380px";
    await settle(element);
    await expectAccessible(element);
    await userEvent.click(commit(element));
    await expect.poll(() => parts(element, "lb-import-done").length).toBe(1);
    await expectAccessible(element);
  });

  test("a file shows how it was read, its first rows, and what importing does", async () => {
    const element = await open();
    expect(part(item(element), ".summary").textContent.trim()).toBe(
      "CSV · UTF-8 · semicolon · header in line 1 · 3 rows · 3 columns · new table expenses"
    );
    await expect.poll(() => plan(element)).toContain("3 new");
    expect(text(part(item(element), "lb-grid"))).toContain("Porto");
    expect(commit(element).textContent.trim()).toBe("Import 3 rows");
  });

  test("a guess that is changed shows its effect at once, and can be guessed again", async () => {
    const element = await open();
    const parse = part(item(element), "lb-import-parse");
    await userEvent.selectOptions(part<HTMLElement>(parse, "#delimiter"), "comma");
    await expect.poll(() => part(item(element), ".summary").textContent).toContain("1 column");
    expect(part(item(element), ".summary").textContent).toContain("comma");
    await userEvent.selectOptions(part<HTMLElement>(parse, "#delimiter"), "Guess");
    await expect.poll(() => part(item(element), ".summary").textContent).toContain("3 columns");
    await userEvent.fill(part<HTMLElement>(parse, "#skip"), "1");
    await userEvent.tab();
    await expect
      .poll(() => part(item(element), ".summary").textContent)
      .toContain("header in line 2");
    await userEvent.click(part(parse, "[aria-label^='Guess again']"));
    await expect
      .poll(() => part(item(element), ".summary").textContent)
      .toContain("header in line 1");
  });

  test("two guesses changed one after the other both hold", async () => {
    const element = await open();
    const updates = (item(element) as HTMLElementTagNameMap["lb-import-item"]).item;
    const parse = part(item(element), "lb-import-parse");
    await userEvent.selectOptions(part<HTMLElement>(parse, "#delimiter"), "comma");
    await userEvent.selectOptions(part<HTMLElement>(parse, "#quote"), "none");
    await expect
      .poll(() => (item(element) as HTMLElementTagNameMap["lb-import-item"]).item.recipe.parse)
      .toEqual({...updates.recipe.parse, delimiter: ",", quote: ""});
  });

  test("a type that is told holds, and the rows come with it", async () => {
    const element = await open();
    await show(element, "Columns");
    const columns = part(item(element), "lb-import-columns");
    await userEvent.selectOptions(
      part<HTMLElement>(columns, "[aria-label='Type of amount']"),
      "VARCHAR"
    );
    await expect
      .poll(() => (item(element) as HTMLElementTagNameMap["lb-import-item"]).item.sample.fields[2])
      .toEqual({name: "amount", type: "VARCHAR"});
  });

  test("files are picked by mouse and arrows, left out by their box, and told why they cannot be read", async () => {
    const element = await open(createImportsDouble(), [EXPENSES, LATER, toFile("photo.bin", "\0")]);
    expect(commit(element).textContent.trim()).toBe("Import 6 rows");
    part(list(element), "li.current .pick").focus();
    await userEvent.keyboard("{ArrowDown}");
    await settle(element);
    expect(part(item(element), "h2").textContent).toBe("money/later.csv");
    await userEvent.keyboard("{ArrowDown}");
    await settle(element);
    expect(part(item(element), ".failed").textContent).toContain("Not read: it is no text");
    await userEvent.click(part(list(element), "[aria-label='Import money/later.csv']"));
    await expect.poll(() => commit(element).textContent.trim()).toBe("Import 3 rows");
    await userEvent.click(part(list(element), "[aria-label='Import money/expenses.csv']"));
    await expect.poll(() => commit(element).disabled).toBe(true);
    expect(part(session(element), ".foot .warning").textContent).toContain("No table is ticked");
  });

  test("problems and refused rows are told with place and text", async () => {
    const element = await open(createImportsDouble(), [toFile("odd.csv", "a;b", "?;1", "!;2")]);
    await show(element, "Problems");
    const problems = text(part(item(element), "lb-import-problems"));
    expect(problems).toContain("line 3");
    expect(problems).toContain("3 values where 2 belong");
    expect(problems).toContain("a;b;c!");
  });

  test("a file that is too large says so and the way out, and holds up the import until it is left out", async () => {
    const large = toFile("large.csv", "a;b", ...Array.from({length: 2000}, (_, i) => `${i};${i}`));
    const element = await open(createImportsDouble(), [EXPENSES, large]);
    expect(commit(element).disabled).toBe(true);
    expect(part(session(element), ".foot .warning").textContent).toContain(
      "compile it with build-lake"
    );
    await userEvent.click(part(list(element), "[aria-label='Import large.csv']"));
    await expect.poll(() => commit(element).disabled).toBe(false);
  });

  test("a file of which only the beginning was read is counted when that is asked for", async () => {
    const element = await open(createImportsDouble(), [toFile("part.csv", "a;b", "1;2", "3;4")]);
    expect(part(item(element), ".summary").textContent).toContain("more than 2 rows");
    expect(commit(element).textContent.trim()).toBe("Import more than 2 rows");
    expect(plan(element)).toContain("all is counted while it is imported");
    await ui(part(item(element), "lb-import-plan"))
      .getByRole("button", {name: "Count now"})
      .click();
    await expect.poll(() => plan(element)).toContain("2 new");
  });

  test("the table's name, its key and the mode can be changed", async () => {
    const imports = createImportsDouble();
    const element = await open(imports);
    await userEvent.fill(part<HTMLElement>(target(element), "#target"), "My Money");
    await userEvent.tab();
    await expect.poll(() => commit(element).disabled).toBe(false);
    expect(part(item(element), ".summary").textContent).toContain("new table my_money");
    await userEvent.click(part(target(element), "summary"));
    const key = part(target(element), "lb-step-columns");
    await ui(key).getByRole("checkbox", {name: "id"}).click();
    await expect.poll(() => part(target(element), "summary").textContent).toBe("id");
    await ui(target(element))
      .getByRole("radio", {name: /Query in place/})
      .click();
    await expect.poll(() => commit(element).textContent.trim()).toBe("Query 1 table in place");
    await userEvent.click(commit(element));
    await expect.poll(() => parts(element, "lb-import-done").length).toBe(1);
    expect((await imports.inPlace()).map((one) => one.target)).toEqual(["my_money"]);
  });

  test("importing gives links, a query and Undo; what is there already is counted by key", async () => {
    const imports = createImportsDouble();
    const first = await open(imports);
    await userEvent.click(part(target(first), "summary"));
    await ui(part(target(first), "lb-step-columns"))
      .getByRole("checkbox", {name: "id"})
      .click();
    await expect.poll(() => commit(first).disabled).toBe(false);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(() => parts(first, "lb-import-done").length).toBe(1);
    const done = part(first, "lb-import-done");
    expect(text(done)).toContain("raw.expenses money/expenses.csv 3 new");
    expect(parts<HTMLAnchorElement>(done, "a").map((link) => link.getAttribute("href"))).toEqual([
      "./lake.html?table=raw.expenses",
      "./lake.html?sql=select+*+from+raw.expenses%0Alimit+100",
      "./duplicates.html?first=raw.expenses",
      "./batches.html"
    ]);
    await ui(done).getByRole("button", {name: "Undo"}).click();
    await expect.poll(() => text(done)).toContain("Taken back: 3 rows went.");
    await ui(done).getByRole("button", {name: "Redo"}).click();
    await expect.poll(() => text(done)).toContain("3 new rows in 1 table");
    const second = await open(imports, [LATER]);
    await userEvent.fill(part<HTMLElement>(target(second), "#target"), "expenses");
    await userEvent.tab();
    await userEvent.click(part(target(second), "summary"));
    await ui(part(target(second), "lb-step-columns"))
      .getByRole("checkbox", {name: "id"})
      .click();
    await expect.poll(() => plan(second)).toContain("1 new, 1 changed, 1 the same by id");
    expect(part(item(second), ".summary").textContent).toContain("joins expenses");
    const alike = (): Element => part(item(second), "lb-import-alike");
    await expect.poll(() => text(alike())).toContain("11 new rows look like ones that are there");
    await userEvent.click(part<HTMLElement>(alike(), "summary"));
    expect(parts(alike(), "mark").map(({textContent}) => textContent)).toEqual(
      Array(10).fill("Gratz")
    );
    expect(parts(alike(), "tbody th")[0]!.textContent).toBe("over 99.9 %");
    await userEvent.click(part(part(alike(), "lb-pager"), "[aria-label*='ext']"));
    await expect
      .poll(() => parts(alike(), "td.name").map((cell) => cell.textContent))
      .toEqual(["19"]);
    await expectAccessible(second);
  });

  test("a saved recipe that fits is said, and another can be taken", async () => {
    const recipe: Recipe = {
      recipe: 1,
      id: "r1",
      name: "Expenses 2024",
      match: {columns: ["city", "amount"]},
      parse: {},
      steps: [{kind: "rename", columns: {amount: "euros"}}],
      target: "money",
      key: ["id"]
    };
    const element = await open(createImportsDouble([recipe]));
    expect(text(item(element))).toContain("Read with the recipe Expenses 2024");
    expect(part(item(element), ".summary").textContent).toContain("new table money");
    await ui(item(element)).getByRole("combobox", {name: "Recipe"}).selectOptions("no recipe");
    await expect
      .poll(() => (item(element) as HTMLElementTagNameMap["lb-import-item"]).item.recipe.steps)
      .toEqual([]);
  });

  test("Cancel lets go what was read", async () => {
    const imports = createImportsDouble();
    const element = await open(imports);
    await ui(session(element)).getByRole("button", {name: "Cancel"}).click();
    await expect.poll(() => parts(element, "lb-import-start").length).toBe(1);
    expect(imports.sessions[0]!.isClosed).toBe(true);
  });

  test("files that come while others are open join them", async () => {
    const element = await open();
    await element.take(Promise.resolve({files: [LATER], problems: []}));
    await expect.poll(() => parts(list(element), "li").length).toBe(2);
  });

  test("a recipe among the files is saved, and one that is none is told", async () => {
    const imports = createImportsDouble();
    const recipe = {
      recipe: 1,
      id: "",
      name: "Mine",
      match: {},
      parse: {},
      steps: [],
      target: "t",
      key: []
    };
    const element = await open(imports, [
      toFile("mine.recipe.json", JSON.stringify(recipe)),
      toFile("bad.recipe.json", "{")
    ]);
    expect((await imports.recipes()).map(({name}) => name)).toEqual(["Mine"]);
    expect(text(element)).toContain("mine.recipe.json: recipe Mine is saved");
    expect(text(element)).toContain("bad.recipe.json: not JSON");
  });

  test("a table is pasted by keyboard alone", async () => {
    const element = await mount("lb-import", {workspace: toWorkspace(createImportsDouble())});
    await element.take("paste");
    await settle(element);
    await expectAccessible(element);
    await userEvent.keyboard("a{Tab}");
    await userEvent.fill(
      part<HTMLElement>(part(element, "lb-import-paste"), "textarea"),
      "id\tcity\n1\tPorto\n2\tGraz"
    );
    expect(text(part(element, "lb-import-paste"))).toContain("3 lines of 2 cells");
    part(part(element, "lb-import-paste"), "textarea").focus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(() => parts(element, "lb-import-session").length).toBe(1);
    await settle(element);
    expect(part(item(element), "h2").textContent).toBe("pasted.tsv");
    expect(part(item(element), ".summary").textContent).toContain("tab");
  });
});

describe("lb-recipe", () => {
  test("a step shows what it changes before it is applied, and is told in words", async () => {
    const element = await open();
    const recipe = await showSteps(element);
    await writeReplacement(recipe, "porto", "Porto");
    const editor = part(recipe, "lb-step-editor");
    // the first of its two texts alone changes a row as well
    const effect = (): string => text(part(editor, "lb-step-effect"));
    await expect.poll(effect).toContain("city porto Porto");
    expect(effect()).toContain("3 rows, 1 change");
    await expectAccessible(editor);
    expect(steps(recipe)).toEqual([]);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(() => steps(recipe)).toEqual(["1. Replace “porto” with “Porto” in city"]);
    await expect.poll(() => text(part(item(element), "lb-grid"))).not.toContain("porto");
  });

  test("steps are switched off, moved by keyboard, removed, and each of it is undone", async () => {
    const element = await open();
    const recipe = await showSteps(element);
    await writeReplacement(recipe, "o", "0");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await settle(element);
    await writeReplacement(recipe, "a", "4");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await settle(element);
    const [first, second] = ["Replace “o” with “0” in city", "Replace “a” with “4” in city"];
    await expect.poll(() => steps(recipe)).toEqual([`1. ${first}`, `2. ${second}`]);
    parts(recipe, ".words")[1]!.focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await expect.poll(() => steps(recipe)).toEqual([`1. ${second}`, `2. ${first}`]);
    await ui(recipe).getByRole("checkbox", {name: "Apply step 1"}).click();
    await expect.poll(() => parts(recipe, ".step.off").length).toBe(1);
    parts(recipe, ".words")[0]!.focus();
    await userEvent.keyboard("{Delete}");
    await expect.poll(() => steps(recipe)).toEqual([`1. ${first}`]);
    await ui(recipe).getByRole("button", {name: "Undo"}).click();
    await expect.poll(() => steps(recipe).length).toBe(2);
    await ui(recipe).getByRole("button", {name: "Undo"}).click();
    await expect.poll(() => parts(recipe, ".step.off").length).toBe(0);
  });

  test("a step that fails says why, holds up the import, and can be switched off", async () => {
    const element = await open();
    const recipe = await showSteps(element);
    await userEvent.selectOptions(part<HTMLElement>(recipe, ".add"), "filter");
    await settle(recipe);
    const editor = part(recipe, "lb-step-editor");
    await expect
      .poll(() => text(part(editor, "lb-step-effect")))
      .toContain("step not in this test: filter");
    await ui(editor).getByRole("button", {name: "Add step"}).click();
    await expect.poll(() => commit(element).disabled).toBe(true);
    expect(part(recipe, ".failed").textContent).toContain("step not in this test");
    expect(part(session(element), ".foot .warning").textContent).toContain(
      "a step cannot be applied"
    );
    await ui(recipe).getByRole("checkbox", {name: "Apply step 1"}).click();
    await expect.poll(() => commit(element).disabled).toBe(false);
  });

  test("similar values are shown with counts, chosen, changed and merged", async () => {
    const element = await open();
    const recipe = await showSteps(element);
    await userEvent.selectOptions(part<HTMLElement>(recipe, ".add"), "cluster");
    await settle(recipe);
    const editor = part(recipe, "lb-step-editor");
    await settle(editor);
    const clusters = part(editor, "lb-step-clusters");
    await expect.poll(() => text(clusters)).toContain("Porto (1) · porto (1)");
    await userEvent.fill(part<HTMLElement>(clusters, "[aria-label^='Merge']"), "PORTO");
    await expectAccessible(editor);
    await ui(editor).getByRole("button", {name: "Add step"}).click();
    await expect.poll(() => steps(recipe)).toEqual(["1. Merge 2 similar values of city"]);
    await expect.poll(() => text(part(item(element), "lb-grid"))).toContain("PORTO");
  });

  test("the recipe as JSON says where it is wrong, is used, and is saved under a name", async () => {
    const imports = createImportsDouble();
    const element = await open(imports);
    const recipe = await showSteps(element);
    await ui(recipe).getByRole("button", {name: /JSON/}).click();
    await settle(recipe);
    const json = part(recipe, "lb-recipe-json");
    await expectAccessible(json);
    const area = part<HTMLTextAreaElement>(json, "textarea");
    const written = JSON.parse(area.value) as Recipe;
    await userEvent.fill(area, '{\n  "recipe": 1,\n}');
    await ui(json).getByRole("button", {name: "Use this recipe"}).click();
    await expect.poll(() => part(json, ".failed").textContent).toContain("line 3, column 1");
    expect(area.selectionStart).toBe(17);
    await userEvent.fill(area, JSON.stringify({...written, target: ""}));
    await ui(json).getByRole("button", {name: "Save recipe"}).click();
    await expect.poll(() => part(json, ".failed").textContent).toContain("target: expected a name");
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('"');
    const step = {kind: "rename", columns: {city: "town"}};
    await userEvent.fill(area, JSON.stringify({...written, steps: [step]}));
    await userEvent.fill(part<HTMLElement>(json, ".name"), "Towns");
    await ui(json).getByRole("button", {name: "Save recipe"}).click();
    await expect
      .poll(async () => (await imports.recipes()).map(({name}) => name))
      .toEqual(["Towns"]);
    await expect.poll(() => text(part(item(element), "lb-grid"))).toContain("town");
  });
});
