import {once} from "node:events";
import {text} from "node:stream/consumers";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {MODELS_FOLDER} from "../embed/installed-models.ts";
import type {CliRun} from "./run-cli.ts";
import {runCli, spawnCli, startCli} from "./run-cli.ts";

beforeEach(() => void vi.stubEnv("LAKEBOOK_MODELS", MODELS_FOLDER));
afterEach(() => void vi.unstubAllEnvs());

function runEmbed(args: readonly string[], input = ""): Promise<CliRun> {
  return runCli(["embed", ...args], input);
}

test("embed writes one JSON array of numbers for each line, in order, and null for a blank one", async () => {
  const {code, stdout, stderr} = await spawnCli(["embed"], "hello\n\n  \nhello\r\nworld");
  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as number[] | null);
  expect(code).toBe(0);
  expect(rows.map((row) => row?.length ?? null)).toEqual([512, null, null, 512, 512]);
  expect(rows[0]).toEqual(rows[3]);
  expect(Math.hypot(...rows[4]!)).toBeCloseTo(1, 4);
  expect(stderr).toContain("embedded 5 lines with builtin (512 dimensions)");
});

test("embed writes nothing for no input, and exits with 0", async () => {
  expect(await runEmbed([])).toMatchObject({code: 0, stdout: ""});
});

test("embed gives every line its row when there are more than a block", async () => {
  const {stdout} = await runEmbed([], Array.from({length: 2500}, (_, i) => `line ${i}`).join("\n"));
  expect(stdout.trim().split("\n")).toHaveLength(2500);
});

test("embed --model NAME exits with 1 and one line where there is no such model", async () => {
  const {code, stdout, stderr} = await runEmbed(["--model", "none"], "hello");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^embedding model not found: "none" in .*builtin.*\n$/);
});

test("embed takes the model's name from LAKEBOOK_MODEL", async () => {
  vi.stubEnv("LAKEBOOK_MODEL", "none");
  expect((await runEmbed([], "hello")).stderr).toContain('not found: "none"');
});

test("embed exits with 2 and its usage on an unknown option, and with 0 on --help", async () => {
  const wrong = await runEmbed(["--modle", "x"]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("lakebook embed [--model NAME]");
  const help = await runEmbed(["--help"]);
  expect(help).toMatchObject({code: 0, stderr: ""});
  expect(help.stdout).toContain("lakebook embed [--model NAME]");
});

test("embed ends quietly when its reader goes away", async () => {
  const child = startCli(["embed"]);
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.on("error", () => {});
  child.stdin.end("hello world\n".repeat(20_000));
  const [errors, [code]] = await Promise.all([
    text(child.stderr),
    once(child, "close") as Promise<[number]>
  ]);
  expect([errors, code]).toEqual(["", 0]);
});

test("embed answers a line at once, while its input is still open", async () => {
  const child = startCli(["embed"]);
  child.stdin.write("hello\n");
  const [answer] = (await once(child.stdout, "data")) as [Buffer];
  expect(JSON.parse(answer.toString())).toHaveLength(512);
  child.stdin.end();
  await once(child, "close");
});
