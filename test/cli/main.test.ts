import {expect, test} from "vitest";
import {runCli, spawnCli} from "./run-cli.ts";

test("lakebook --help lists the commands", async () => {
  const {code, stdout} = await spawnCli(["--help"]);
  expect(code).toBe(0);
  for (const name of ["build-lake", "inspect", "query", "embed"])
    expect(stdout).toContain(`  ${name} `);
});

test.each(["build-lake", "inspect", "query", "embed"])(
  "lakebook %s --help prints its usage",
  async (name) => {
    const {code, stdout} = await runCli([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`lakebook ${name}`);
  }
);

test("lakebook exits with 2 and the list of commands on one that it does not know, and on none", async () => {
  const unknown = await runCli(["frobnicate"]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toMatch(/^command not known: frobnicate\n[^]*build-lake/);
  expect((await runCli([])).code).toBe(2);
});
