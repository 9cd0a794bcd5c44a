import {expect, test} from "vitest";
import {markdown, text} from "../../src/formats/text.ts";
import {read, toColumns} from "./read.ts";

const rowOf = async (content: string, path?: string) => {
  const {tables} = await read(markdown, content, path);
  return Object.fromEntries(
    Object.entries(toColumns(tables[0])).map(([name, [, values]]) => [name, values[0]])
  );
};

test("markdown gives one row: path, title, front matter as JSON, tags, headings, links, text, words", async () => {
  expect(
    await rowOf(
      "---\ntitle: Sour bread\ntags: [a, b]\nmade: 2024-02-03\n---\n\n# Bread\n\nIt's flour, 中文.\n",
      "notes/bread.md"
    )
  ).toEqual({
    path: "notes/bread.md",
    title: "Sour bread",
    front_matter: '{"title":"Sour bread","tags":["a","b"],"made":"2024-02-03"}',
    tags: ["a", "b"],
    headings: ["Bread"],
    links: [],
    text: "# Bread\n\nIt's flour, 中文.",
    words: 4
  });
});

test.each([
  ["# One #\ntext", "One"],
  ["text\n\n## Two", "Two"],
  ["Three\n=====\ntext", "Three"],
  ["just text", "my.note"],
  ["", "my.note"],
  ["---\nnot closed", "my.note"]
])("markdown titled %j takes its heading, or else its name", async (content, title) => {
  expect(await rowOf(content, "a/my.note.md")).toMatchObject({title});
});

test("markdown lists links, tags and headings, and none of what stands in code", async () => {
  expect(
    await rowOf(
      `---
tag: "plan, #home"
---
# C# and F# ##
See [[Garden|the garden]], [[Garden#Beds]], ![[photo.png]] and [[#Below]]. #idea/new (#home) no#tag
\`[[code]] #code\`
~~~
# not a heading
[[not a link]] #nottag
~~~
Below
=====
[[notes/A b]] #1 #_x`
    )
  ).toMatchObject({
    title: "C# and F#",
    tags: ["plan", "home", "idea/new", "_x"],
    headings: ["C# and F#", "Below"],
    links: ["Garden", "photo.png", "notes/A b"]
  });
});

test("markdown takes no longer for lines that look like headings without end", async () => {
  const row = await rowOf(
    `# a${" ".repeat(200_000)}x\n${"[[".repeat(100_000)}\n${"`".repeat(99_999)}\n${"#".repeat(200_000)}`
  );
  // a backtracking reader would not come back before the test's time is up
  expect(row).toBeDefined();
});

test("markdown with broken front matter keeps its text, and says what is wrong", async () => {
  const {tables, problems} = await read(markdown, "---\na: [1\n---\ntext");
  expect(toColumns(tables[0])).toMatchObject({
    text: ["VARCHAR", ["text"]],
    front_matter: ["VARCHAR", [null]]
  });
  expect(problems[0]).toMatchObject({where: "line 1"});
  expect(problems[0]!.what).toMatch(/^front matter left out, no YAML: /);
});

test("text gives one row with the text as it is", async () => {
  const {tables} = await read(text, Buffer.from("caf\xe9\r\n", "latin1"), "log.txt");
  expect(toColumns(tables[0])).toEqual({
    path: ["VARCHAR", ["log.txt"]],
    title: ["VARCHAR", ["log"]],
    text: ["VARCHAR", ["café\r\n"]],
    words: ["BIGINT", [1]]
  });
});
