import {spawn} from "node:child_process";
import {once} from "node:events";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {expect, test} from "vitest";
import {MODELS_FOLDER} from "../embed/installed-models.ts";

interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

async function runEmbed(
  args: readonly string[],
  input = "",
  env: Record<string, string> = {}
): Promise<Run> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "run-embed.ts"), ...args],
    {
      env: {...process.env, LAKEBOOK_MODELS: MODELS_FOLDER, ...env}
    }
  );
  child.stdin.end(input);
  const [[code], output, errors] = await Promise.all([
    once(child, "close") as Promise<[number]>,
    text(child.stdout),
    text(child.stderr)
  ]);
  return {code, output, errors};
}

test("embed writes one JSON array of numbers for each line, in order, and null for a blank one", async () => {
  const {code, output, errors} = await runEmbed([], "hello\n\n  \nhello\r\nworld");
  const rows = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as number[] | null);
  expect(code).toBe(0);
  expect(rows.map((row) => row?.length ?? null)).toEqual([256, null, null, 256, 256]);
  expect(rows[0]).toEqual(rows[3]);
  expect(Math.hypot(...rows[4]!)).toBeCloseTo(1, 4);
  expect(errors).toContain("embedded 5 lines with builtin (256 dimensions)");
});

test("embed writes nothing for no input, and exits with 0", async () => {
  expect(await runEmbed([])).toMatchObject({code: 0, output: ""});
});

test("embed gives every line its row when there are more than a block", async () => {
  const {output} = await runEmbed([], Array.from({length: 2500}, (_, i) => `line ${i}`).join("\n"));
  expect(output.trim().split("\n")).toHaveLength(2500);
});

test("embed --model NAME exits with 1 and one line where there is no such model", async () => {
  const {code, output, errors} = await runEmbed(["--model", "none"], "hello");
  expect([code, output]).toEqual([1, ""]);
  expect(errors).toMatch(/^embedding model not found: "none" in .*builtin.*\n$/);
});

test("embed takes the model's name from LAKEBOOK_MODEL", async () => {
  expect((await runEmbed([], "hello", {LAKEBOOK_MODEL: "none"})).errors).toContain(
    'not found: "none"'
  );
});

test("embed exits with 2 and its usage on an unknown option, and with 0 on --help", async () => {
  const wrong = await runEmbed(["--modle", "x"]);
  expect(wrong.code).toBe(2);
  expect(wrong.errors).toContain("lakebook embed [--model NAME]");
  const help = await runEmbed(["--help"]);
  expect(help).toMatchObject({code: 0, errors: ""});
  expect(help.output).toContain("lakebook embed [--model NAME]");
});

test("embed ends quietly when its reader goes away", async () => {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "run-embed.ts")],
    {
      env: {...process.env, LAKEBOOK_MODELS: MODELS_FOLDER}
    }
  );
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
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "run-embed.ts")],
    {
      env: {...process.env, LAKEBOOK_MODELS: MODELS_FOLDER}
    }
  );
  child.stdin.write("hello\n");
  const [answer] = (await once(child.stdout, "data")) as [Buffer];
  expect(JSON.parse(answer.toString())).toHaveLength(256);
  child.stdin.end();
  await once(child, "close");
});
