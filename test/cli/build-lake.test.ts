import {once} from "node:events";
import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {RawFolder} from "../lake/raw-folder.ts";
import {runCli, spawnCli, startCli} from "./run-cli.ts";

const FILES = {
  "a-2023.csv": "x,y,z\n1,2,3\n",
  "a-2024.csv": "x,y,z\n4,5,6\n7,8\n",
  "bad.json": "{oops"
};

test("build-lake prints per file: table, rows, columns, problems", async () => {
  const folder = new RawFolder(FILES);
  const {code, stdout, stderr} = await spawnCli([
    "build-lake",
    "--raw",
    folder.raw,
    "--out",
    folder.out
  ]);
  expect(code).toBe(0);
  expect(stdout).toBe(`a-2023.csv
  a: 1 row, 4 columns
a-2024.csv
  a: 2 rows, 4 columns
  problem: line 3: row has 2 of 3 fields, the others are null: 7,8
bad.json
  problem: line 1, column 2: no JSON: a name in double quotes expected, got "oops"
`);
  expect(stderr).toContain("3 files, 1 table, 3 rows, 2 problems; 3 read in");
  expect(await folder.rows("select sum(x) as x from a")).toEqual([{x: 12}]);
});

test("build-lake --json prints the report as one object, and reads nothing twice", async () => {
  const folder = new RawFolder(FILES);
  const args = ["build-lake", "--raw", folder.raw, "--out", folder.out, "--json"];
  const first = JSON.parse((await runCli(args)).stdout) as Record<string, unknown>;
  expect(first).toMatchObject({
    rows: 3,
    read: 3,
    wasWritten: true,
    tables: [{name: "a", files: 2}]
  });
  const second = JSON.parse((await runCli(args)).stdout) as Record<string, unknown>;
  expect(second).toMatchObject({rows: 3, read: 0, wasWritten: false});
});

test("build-lake exits with 1 and one line where there is no raw folder", async () => {
  const {code, stdout, stderr} = await runCli(["build-lake", "--raw", "/nowhere"]);
  expect([code, stdout, stderr]).toEqual([1, "", "build-lake: raw folder not found: /nowhere\n"]);
});

test("build-lake exits with 2 and the usage on a flag that it does not know", async () => {
  const {code, stderr} = await runCli(["build-lake", "--nope"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/--nope[^]*usage: lakebook build-lake/);
});

test("build-lake that is interrupted leaves nothing half-written", async () => {
  const folder = new RawFolder({
    "big.csv": `a,b\n${"1,some text that makes the row longer\n".repeat(500_000)}`
  });
  const child = startCli(["build-lake", "--raw", folder.raw, "--out", folder.out]);
  for await (const chunk of child.stderr) if (/read|load/.test(String(chunk))) break;
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number | null];
  expect(code).toBe(1);
  expect(existsSync(folder.out)).toBe(false);
  expect(existsSync(join(dirname(folder.out)))).toBe(true);
});
