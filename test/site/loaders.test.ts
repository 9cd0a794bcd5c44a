import {mkdir, mkdtemp, rm, stat, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, afterEach, expect, test} from "vitest";
import {dropStaleOutputs, readLoaders} from "../../src/site/loaders.ts";

let folder: string;
const at = (path: string): string => join(folder, path);
const drop = (): Promise<string[]> =>
  dropStaleOutputs(at("loaders"), at("cache"), at("state.json"));

/** One build: whatever was dropped is made again. */
async function makeOutputs(): Promise<string[]> {
  const dropped = await drop();
  for (const output of dropped) await writeFile(at(`cache/${output}`), "made");
  return dropped.sort();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lakebook-loaders-"));
  for (const path of ["loaders", "cache", "raw/deep"]) await mkdir(at(path), {recursive: true});
  await writeFile(at("raw/deep/a.csv"), "a\n1\n");
  await writeFile(at("module.ts"), "1");
  await writeFile(at("loaders/lake.duckdb.ts"), `/** @input ${at("raw")}/** */`);
  await writeFile(
    at("loaders/topics.json.py"),
    `# @input lake.duckdb\n# @input ${at("module.ts")}`
  );
  await writeFile(at("loaders/other.csv.ts"), "// no input");
});
afterEach(() => rm(folder, {recursive: true}));

test("readLoaders(folder) names each loader's output and inputs, in any language", async () => {
  const loaders = await readLoaders(at("loaders"));
  expect(loaders.find(({output}) => output === "topics.json")?.inputs).toEqual([
    at("loaders/topics.json.py"),
    "lake.duckdb",
    at("module.ts")
  ]);
});

test("dropStaleOutputs() drops nothing where nothing changed", async () => {
  expect(await makeOutputs()).toEqual(["lake.duckdb", "other.csv", "topics.json"]);
  expect(await makeOutputs()).toEqual([]);
});

test("dropStaleOutputs() drops an output and those that depend on it when a raw file changes", async () => {
  await makeOutputs();
  await writeFile(at("raw/deep/a.csv"), "a\n1\n2\n");
  expect(await makeOutputs()).toEqual(["lake.duckdb", "topics.json"]);
  await writeFile(at("raw/new.csv"), "b\n");
  expect(await makeOutputs()).toEqual(["lake.duckdb", "topics.json"]);
  await rm(at("raw/new.csv"));
  expect(await makeOutputs()).toEqual(["lake.duckdb", "topics.json"]);
});

test("dropStaleOutputs() drops only what depends on a module, or on the loader's own text", async () => {
  await makeOutputs();
  await writeFile(at("module.ts"), "12");
  expect(await makeOutputs()).toEqual(["topics.json"]);
  await writeFile(at("loaders/other.csv.ts"), "// changed");
  expect(await makeOutputs()).toEqual(["other.csv"]);
});

test("dropStaleOutputs() touches the loader, which is all that a preview looks at", async () => {
  await makeOutputs();
  const old = new Date(2000, 0);
  await utimes(at("loaders/lake.duckdb.ts"), old, old);
  await writeFile(at("raw/deep/a.csv"), "changed");
  await makeOutputs();
  expect((await stat(at("loaders/lake.duckdb.ts"))).mtime.getFullYear()).toBeGreaterThan(2000);
});

test("dropStaleOutputs() refuses loaders that depend on each other in a circle", async () => {
  await writeFile(at("loaders/lake.duckdb.ts"), "/** @input topics.json */");
  await expect(drop()).rejects.toThrow("loaders depend on each other in a circle");
});
