import {copyFile, mkdtemp, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {toEdgeKind} from "../../src/model/edge.ts";
import {toEntryType} from "../../src/model/entry-type.ts";
import {openCurated} from "../../src/workspace/curated/curated.ts";
import {toNodeFolder} from "../../src/workspace/curated/node-folder.ts";
import {runCli, spawnCli} from "./run-cli.ts";

const ROOM = toEntryType({
  name: "room",
  schema: {type: "object", properties: {name: {type: "string"}, note: {type: "string"}}},
  keyField: "name"
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "archive-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  return folder;
}

async function fill(root: string, note: string): Promise<void> {
  const folder = toNodeFolder(root);
  const curated = await openCurated(folder);
  curated.putType(ROOM);
  curated.putKind(toEdgeKind({name: "beside"}));
  const {ids} = curated.upsertAll([
    {type: "room", fields: {name: "Kitchen", note}},
    {type: "room", fields: {name: "Ünï \u0000", minus: -0}}
  ]);
  curated.addEdges([{kind: "beside", from: ids[0]!, to: ids[1]!}]);
  await curated.save();
}

async function readAll(root: string): Promise<[string, string][]> {
  const files = await readdir(root, {recursive: true, withFileTypes: true});
  const paths = files
    .filter((file) => file.isFile())
    .map(({parentPath, name}) => join(parentPath, name));
  return Promise.all(
    paths
      .sort()
      .map(
        async (path) => [path.slice(root.length), await readFile(path, "utf8")] as [string, string]
      )
  );
}

test("archive export, then import into an empty folder, gives the same text; exported again it is the same file", async () => {
  const [from, to] = [await makeFolder(), await makeFolder()];
  await fill(from, "warm");
  await writeFile(join(from, "types", "notes.txt"), "not ours");
  const file = join(await makeFolder(), "a.zip");
  const exported = await spawnCli(["archive", "export", file, "--curated", from]);
  expect([exported.code, exported.stderr]).toEqual([0, ""]);
  expect(exported.stdout).toContain("records/entries.ndjson: 2 records\n");
  const imported = await spawnCli(["archive", "import", file, "--curated", to, "--json"]);
  expect(JSON.parse(imported.stdout)).toMatchObject({entries: {added: 2}, edges: {added: 1}});
  expect(await readAll(to)).toEqual(
    (await readAll(from)).filter(([path]) => path !== "/types/notes.txt")
  );
  await runCli(["archive", "export", `${file}.again`, "--curated", to]);
  expect(await readFile(`${file}.again`)).toEqual(await readFile(file));
});

test("archive import merges by id, the later change first, and --replace leaves the archive's alone", async () => {
  const root = await makeFolder();
  await fill(root, "old");
  const file = join(await makeFolder(), "a.zip");
  await runCli(["archive", "export", file, "--curated", root]);
  await fill(root, "new");
  const before = await readAll(root);
  const merged = await runCli(["archive", "import", file, "--curated", root]);
  expect(merged.stdout).toContain(
    "entries: 0 new, 0 changed, 1 the same, 1 older than here, 0 removed"
  );
  expect(await readAll(root)).toEqual(before);
  const dry = await runCli([
    "archive",
    "import",
    file,
    "--curated",
    root,
    "--replace",
    "--dry-run"
  ]);
  expect(dry.stdout).toContain("entries: 0 new, 1 changed, 1 the same");
  expect(await readAll(root)).toEqual(before);
  await runCli(["archive", "import", file, "--curated", root, "--replace"]);
  expect(await readFile(join(root, "entries/room.jsonl"), "utf8")).toContain('"note":"old"');
});

test("archive verify exits with 1 and one line on a file that is cut off, or not there; with 2 on wrong usage", async () => {
  const root = await makeFolder();
  await fill(root, "x");
  const file = join(await makeFolder(), "a.zip");
  await runCli(["archive", "export", file, "--curated", root]);
  expect((await runCli(["archive", "verify", file])).stdout).toMatch(/every checksum fits\n$/);
  const cut = `${file}.cut`;
  await copyFile(file, cut);
  await writeFile(cut, (await readFile(file)).subarray(0, -50));
  const broken = await runCli(["archive", "verify", cut]);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/^archive: archive cannot be read: .*cut off.*\n$/);
  expect((await runCli(["archive", "import", cut, "--curated", root])).code).toBe(1);
  expect((await runCli(["archive", "verify", "/nowhere.zip"])).stderr).toBe(
    "archive: file not found: /nowhere.zip\n"
  );
  expect((await runCli(["archive", "look", file])).code).toBe(2);
});
