import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {runCli, spawnCli} from "./run-cli.ts";

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lakebook-pack-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  return folder;
}

test("pack list gives every pack with what is in it, for people and as JSON", async () => {
  const {stdout} = await spawnCli(["pack", "list"]);
  expect(stdout).toMatch(
    /^home +v1 +Home inventory \(types 4, edge kinds 4, sample entries \d+\)$/m
  );
  const json = await runCli(["pack", "list", "--json"]);
  expect(JSON.parse(json.stdout)).toContainEqual(
    expect.objectContaining({name: "projects", types: 3, requires: ["people"]})
  );
});

test("pack add writes a pack and what it requires as text, and nothing the second time", async () => {
  const out = join(await freshFolder(), "curated");
  const add = async () =>
    JSON.parse(
      (await runCli(["pack", "add", "projects", "--samples", "--out", out, "--json"])).stdout
    ) as {pack: string; types: number; entries: number}[];
  expect(await add()).toMatchObject([
    {pack: "people", types: 3},
    {pack: "projects", types: 3}
  ]);
  const tasks = await readFile(join(out, "entries/task.jsonl"), "utf8");
  expect(tasks).toContain("sample:projects");
  expect(await add()).toMatchObject([
    {pack: "people", types: 0, entries: 0},
    {pack: "projects", types: 0, entries: 0}
  ]);
  expect(await readFile(join(out, "entries/task.jsonl"), "utf8")).toBe(tasks);
});

test("pack check names the file and the place of what is wrong, and a pack that is not there is told", async () => {
  const folder = join(await freshFolder(), "garden");
  await mkdir(join(folder, "types"), {recursive: true});
  await writeFile(join(folder, "pack.json"), `{"name": "garden", "label": "Garden", "version": 1}`);
  await writeFile(join(folder, "types", "plant.json"), `{"name": "plant"`);
  const check = await runCli(["pack", "check", folder]);
  expect(check.code).toBe(1);
  expect(check.stderr).toMatch(/garden\/pack\.json: description: missing/);
  expect(check.stderr).toMatch(/garden\/types\/plant\.json: .*JSON/);
  const add = await runCli(["pack", "add", "nowhere", "--out", join(folder, "out")]);
  expect(add.code).toBe(1);
  expect(add.stderr).toMatch(/pack not found: nowhere \(there are: .*home/);
  expect((await runCli(["pack"])).code).toBe(2);
});
