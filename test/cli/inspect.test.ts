import {join} from "node:path";
import {expect, test} from "vitest";
import {RawFolder} from "../lake/raw-folder.ts";
import {runCli, spawnCli} from "./run-cli.ts";

async function inspect(folder: RawFolder, ...names: string[]): Promise<Record<string, unknown>[]> {
  const {code, stdout} = await runCli([
    "inspect",
    ...names.map((name) => join(folder.raw, name)),
    "--json"
  ]);
  expect(code).toBe(0);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("inspect prints one object a line, exactly as the contract has it", async () => {
  const folder = new RawFolder({"a b.csv": Buffer.from("id;name\n1;caf\xe9\n2;x\n", "latin1")});
  expect(await inspect(folder, "a b.csv")).toEqual([
    {
      file: join(folder.raw, "a b.csv"),
      format: "csv",
      connector: null,
      encoding: "latin-1",
      dialect: {delimiter: ";", quote: '"', escape: '"', header: true, skip: 0},
      tables: [
        {
          name: "a_b",
          rows: 2,
          columns: [
            {name: "id", type: "BIGINT"},
            {name: "name", type: "VARCHAR"}
          ]
        }
      ],
      problems: []
    }
  ]);
});

test("inspect gives a file that must be refused problems and no tables", async () => {
  const folder = new RawFolder({
    "bad.json": "[1,]",
    "empty.csv": "",
    "x.bin": Uint8Array.of(0x89, 0x50, 0, 1, 2)
  });
  expect(await inspect(folder, "bad.json", "empty.csv", "x.bin")).toMatchObject([
    {format: "json", dialect: null, tables: [], problems: [{where: "line 1, column 4"}]},
    {format: "csv", tables: [], problems: [{where: "", what: "file is empty"}]},
    {format: null, encoding: null, tables: [], problems: [{what: "no reader for .bin files yet"}]}
  ]);
});

test("inspect reads all formats with all their tables", async () => {
  const folder = new RawFolder({
    "g.json": '{"nodes": [{"id": 1}], "links": [{"a": 1}, {"a": 2}]}',
    "n.md": "# Title"
  });
  expect(await inspect(folder, "g.json", "n.md")).toMatchObject([
    {
      format: "json",
      encoding: "utf-8",
      tables: [
        {name: "g_nodes", rows: 1},
        {name: "g_links", rows: 2}
      ]
    },
    {format: "markdown", connector: "vault", tables: [{name: "notes", rows: 1}]}
  ]);
});

test("inspect of a file that is not there says so, inspects the others, and exits with 1", async () => {
  const folder = new RawFolder({"a.csv": "a\n1\n"});
  const {code, stdout, stderr} = await spawnCli([
    "inspect",
    "/nowhere.csv",
    join(folder.raw, "a.csv")
  ]);
  expect(code).toBe(1);
  expect(stdout.trimEnd().split("\n")).toHaveLength(2);
  expect(stderr).toBe("file not found: /nowhere.csv\n");
});

test("inspect without a file exits with 2 and the usage", async () => {
  const {code, stderr} = await runCli(["inspect"]);
  expect([code, stderr.split("\n")[0]]).toEqual([2, "inspect takes files"]);
});
