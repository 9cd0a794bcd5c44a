import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {expect, test} from "vitest";
import {bringSql} from "../../src/site/bring-sql.ts";
import {packageFolder} from "../../src/site/package-folder.ts";

interface FrameworkMarkdown {
  readonly createMarkdownIt: (options: {markdownIt: typeof bringSql}) => unknown;
  readonly parseMarkdown: (
    text: string,
    options: {md: unknown; path: string}
  ) => {code: {node: {input: string}}[]};
}

const module = join(packageFolder("@observablehq/framework"), "dist", "markdown.js");
const {createMarkdownIt, parseMarkdown} = (await import(
  pathToFileURL(module).href
)) as FrameworkMarkdown;
const md = createMarkdownIt({markdownIt: bringSql});

/** The cells of a page that import something, as Framework reads them. */
function readImports(...cells: string[]): string[] {
  const text = cells.map((cell) => `\`\`\`${cell}\n\`\`\`\n`).join("\n");
  return parseMarkdown(text, {md, path: "/mine.md"})
    .code.map(({node}) => node.input.trim())
    .filter((input) => input.startsWith("import"));
}

const BROUGHT = 'import {sql} from "/site.js";';

test("a page gets the lake's sql where it uses one and declares none", () => {
  expect(readImports("sql\nselect 1")).toEqual([BROUGHT]);
  expect(readImports("sql id=rows\nselect 1", "js\ndisplay(rows)")).toEqual([BROUGHT]);
  expect(readImports("js\nconst rows = sql`select 1`")).toEqual([BROUGHT]);
  expect(readImports('js\nimport {show} from "./site.js"', "sql\nselect 1")).toHaveLength(2);
});

test("a page keeps a sql of its own, and gets none that it does not use", () => {
  for (const own of [
    'import {sql} from "./site.js";',
    'import {show,\n  sql} from "./site.js";',
    'const sql = view(needs("expenses"));',
    "const {sql} = await lakebook;"
  ])
    expect(readImports(`js\n${own}`, "sql\nselect 1")).not.toContain(BROUGHT);
  expect(readImports("js\ndisplay(1)", "sql run=false\nselect 1")).toEqual([]);
});
