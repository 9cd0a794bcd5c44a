import {userEvent} from "vitest/browser";
import {expect, test} from "vitest";
import type {LbSqlEditor, RunEvent} from "../../../components/lb-sql-editor.ts";
import "../../../components/lb-sql-editor.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";

const TABLES = [
  {
    schema: "lake",
    name: "expenses",
    columns: [
      {name: "amount_eur", type: "DOUBLE"},
      {name: "select", type: "VARCHAR"},
      {name: "day of", type: "DATE"}
    ]
  },
  {schema: "ws", name: "entries", columns: [{name: "title", type: "VARCHAR"}]}
];

const open = (properties: Partial<LbSqlEditor> = {}) =>
  mount("lb-sql-editor", {tables: TABLES, ...properties});

const expectOffer = (editor: LbSqlEditor, label: string) =>
  expect
    .poll(() => parts(editor, ".cm-completionLabel").map((option) => option.textContent))
    .toContain(label);

test("lb-sql-editor is accessible and named SQL, in light and dark", async () => {
  const editor = await open({value: "select 1 -- one\nfrom expenses where a = 'x'"});
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset.theme = theme;
    await settle(editor);
    await expectAccessible(editor);
  }
  delete document.documentElement.dataset.theme;
  expect(part(editor, "[role=textbox]").getAttribute("aria-label")).toBe("SQL");
});

test("lb-sql-editor fires lb-run with all text on Ctrl+Enter, or with what is selected", async () => {
  const editor = await open({value: "select 1;\nselect 2"});
  const runs: RunEvent[] = [];
  editor.addEventListener("lb-run", (event) => runs.push(event));
  editor.focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await userEvent.keyboard(
    "{Control>}{End}{/Control}{Shift>}{Home}{/Shift}{Control>}{Enter}{/Control}"
  );
  expect(runs.map(({sql, from}) => [sql, from])).toEqual([
    ["select 1;\nselect 2", 0],
    ["select 2", 10]
  ]);
  expect(editor.value).toBe("select 1;\nselect 2");
});

test("lb-sql-editor tells what is typed, and takes what is set", async () => {
  const editor = await open();
  let inputs = 0;
  editor.addEventListener("input", () => ++inputs);
  editor.focus();
  await userEvent.keyboard("select 1");
  expect(editor.value).toBe("select 1");
  expect(inputs).toBeGreaterThan(0);
  editor.value = "select 2";
  await settle(editor);
  expect(part(editor, ".cm-content").textContent).toBe("select 2");
});

test("lb-sql-editor offers tables of every schema after from, and the columns of those that are named", async () => {
  const editor = await open();
  editor.focus();
  await userEvent.keyboard("select * from expe");
  await expectOffer(editor, "expenses");
  // an Enter that comes sooner is taken for one that was meant for the text
  await new Promise((resolve) => setTimeout(resolve, 100));
  await userEvent.keyboard("{Enter} where am");
  await expectOffer(editor, "amount_eur");
  await userEvent.keyboard("{Escape}");
  editor.value = "select * from ws.";
  await settle(editor);
  editor.focus();
  await userEvent.keyboard("ent");
  await expectOffer(editor, "entries");
});

test("lb-sql-editor quotes a column whose name is a word of SQL or has a space", async () => {
  const editor = await open({value: "from expenses where sele"});
  editor.goTo(99);
  await userEvent.keyboard("c");
  const find = () =>
    parts(editor, ".cm-completionDetail").find((detail) => detail.textContent.includes("expenses"));
  await expect.poll(find).toBeDefined();
  find()!.dispatchEvent(new MouseEvent("mousedown", {bubbles: true}));
  await expect.poll(() => editor.value).toContain('"select"');
});

test("lb-sql-editor makes a comment of a line, and text again, on Ctrl+/", async () => {
  const editor = await open({value: "select 1"});
  editor.focus();
  await userEvent.keyboard("{Control>}/{/Control}");
  expect(editor.value).toBe("-- select 1");
  await userEvent.keyboard("{Control>}/{/Control}");
  expect(editor.value).toBe("select 1");
});

test("lb-sql-editor colours the words of SQL, each of them", async () => {
  const editor = await open({value: "select sum(a) from t qualify 1 group by all"});
  const colour = (word: string) => {
    const span = parts(editor, ".cm-line span").find((one) => one.textContent === word);
    return span && getComputedStyle(span).color;
  };
  const words = ["select", "from", "qualify", "group", "all", "sum"];
  // the editor reads a text in its spare time
  await expect.poll(() => words.filter((word) => colour(word) === undefined)).toEqual([]);
  expect(new Set(words.map(colour)).size).toBe(1);
});

test("lb-sql-editor marks a place with its message, and its end where the place is behind it", async () => {
  const editor = await open({
    value: "select nope from x",
    mark: {offset: 7, message: "no such column"}
  });
  expect(part(editor, ".cm-lintRange-error").textContent).toBe("nope");
  editor.mark = {offset: 18, message: "unexpected end"};
  await settle(editor);
  expect(part(editor, ".cm-lintRange-error").textContent).toBe("x");
  editor.mark = undefined;
  await settle(editor);
  expect(parts(editor, ".cm-lintRange-error")).toHaveLength(0);
});

test("lb-sql-editor counts lines and columns from one, and goes to a place", async () => {
  const editor = await open({value: "select 1\nfrom nope"});
  expect(editor.placeOf(0)).toEqual({line: 1, column: 1});
  expect(editor.placeOf(14)).toEqual({line: 2, column: 6});
  editor.goTo(14);
  await userEvent.keyboard("x");
  expect(editor.value).toBe("select 1\nfrom xnope");
});

test("lb-sql-editor lets Tab leave after Escape, and indents with it otherwise", async () => {
  const editor = await open({value: "select 1"});
  const after = document.createElement("button");
  after.textContent = "after";
  editor.after(after);
  editor.focus();
  await userEvent.keyboard("{Tab}");
  expect(editor.value).toBe("  select 1");
  await userEvent.keyboard("{Escape}{Tab}");
  expect(document.activeElement).toBe(after);
  after.remove();
});

test("lb-sql-editor keeps its text when it is moved in the page", async () => {
  const editor = await open({value: "select 1"});
  const box = document.createElement("div");
  editor.after(box);
  box.append(editor);
  await settle(editor);
  expect(part(editor, ".cm-content").textContent).toBe("select 1");
  expect(parts(editor, ".cm-editor")).toHaveLength(1);
  box.remove();
});
