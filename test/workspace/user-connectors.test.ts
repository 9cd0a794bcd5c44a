import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {CONNECTORS} from "../../src/connectors/connectors.ts";
import {inspectFiles} from "../../src/workspace/inspect.ts";
import {loadUserConnectors, openConnectors} from "../../src/workspace/user-connectors.ts";

const toModule = (name: string) => `export const one = {
  name: "${name}", formats: ["csv"], recognise: ({text}) => text.startsWith("mine"),
  tables: [{name: "mine", key: ["id"]}], read: () => ({tables: []})
};\n`;

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "lakebook-connectors-"));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, "a"));
});
afterAll(() => rm(root, {recursive: true}));
const add = (name: string, text: string) => writeFile(join(folder, name), text);

test("loadUserConnectors(folder) loads its modules in the order of their names", async () => {
  await add("b.mjs", toModule("second"));
  await add("a.js", toModule("first"));
  await add("a.test.js", "throw new Error('not to be loaded')");
  await add("a.example.ts", "throw new Error('not to be loaded')");
  await add("README.md", "# not a module");
  const {connectors, problems} = await loadUserConnectors(folder);
  expect(connectors.map(({name}) => name)).toEqual(["first", "second"]);
  expect(problems).toEqual([]);
});

test("loadUserConnectors takes a broken module for a problem that names it, and loads the others", async () => {
  await add("a.mjs", "export const one = {name: 'x', recognise: true};");
  await add("b.mjs", "this is no module");
  await add("c.mjs", toModule("good"));
  await add("d.mjs", toModule("good"));
  const {connectors, problems} = await loadUserConnectors(folder);
  expect(connectors.map(({name}) => name)).toEqual(["good"]);
  expect(problems.map(({file}) => file.split("/").at(-1))).toEqual(["a.mjs", "b.mjs", "d.mjs"]);
  expect(problems[0]!.what).toMatch(/recognise expected as a function/);
  expect(problems[2]!.what).toBe("connector left out, its name is taken: good");
});

test("loadUserConnectors sees a module that has changed", async () => {
  await add("a.mjs", toModule("before"));
  await loadUserConnectors(folder);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await add("a.mjs", toModule("after"));
  const {connectors} = await loadUserConnectors(folder);
  expect(connectors.map(({name}) => name)).toEqual(["after"]);
});

test("loadUserConnectors finds none in a folder that is not there", async () => {
  expect(await loadUserConnectors(join(folder, "none"))).toEqual({connectors: [], problems: []});
});

test("openConnectors(folder) asks the user's own before those that Lakebook brings", async () => {
  const [builtin] = CONNECTORS.filter(({formats}) => formats.includes("csv"));
  await add("a.mjs", toModule("mine"));
  const {detect} = await openConnectors(folder);
  const head = new TextEncoder().encode("mine,b\n1,2\n");
  expect(detect("x.csv", head).connector?.name).toBe("mine");
  expect(detect("x.csv", head, {connector: builtin!.name}).connector).toBe(builtin);
});

test("inspectFiles(paths) tells of a user's module that is broken, after the files", async () => {
  await add("b.mjs", "this is no module");
  const path = join(root, "a.csv");
  await writeFile(path, "n\n1\n");
  const found = [];
  for await (const {file, problems} of inspectFiles([path], {connectors: folder}))
    found.push({file, problems});
  expect(found[0]).toEqual({file: path, problems: []});
  expect(found[1]!.file).toMatch(/b\.mjs$/);
  expect(found[1]!.problems[0]!.what).toMatch(/^connector cannot be loaded: /);
});
