import {spawn} from "node:child_process";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, with a text on its standard input. */
export async function runCli(args: readonly string[], input = ""): Promise<CliRun> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args]);
  child.stdin.on("error", () => undefined).end(input);
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return {code: await code, stdout, stderr};
}
