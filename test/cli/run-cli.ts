import type {ChildProcessWithoutNullStreams} from "node:child_process";
import {spawn} from "node:child_process";
import {PassThrough, Readable} from "node:stream";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";
import {runCommandLine} from "../../src/cli/run-command-line.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line as a process of its own. */
export function startCli(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--import", "tsx", MAIN, ...args]);
}

/** Runs the command line as a process of its own, which costs a second and more, with a text on its standard input. */
export async function spawnCli(args: readonly string[], input = ""): Promise<CliRun> {
  const child = startCli(args);
  child.stdin.on("error", () => undefined).end(input);
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return {code: await code, stdout, stderr};
}

let last: Promise<unknown> = Promise.resolve();

/** Runs the command line in this process, one run after another: they share the standard streams. */
export function runCli(args: readonly string[], input = ""): Promise<CliRun> {
  const run = last.then(() => runHere(args, input));
  last = run.catch(() => undefined);
  return run;
}

async function runHere(args: readonly string[], input: string): Promise<CliRun> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const stdin = Readable.from(input === "" ? [] : [Buffer.from(input)]);
  const putBack = [
    replaceStream("stdin", stdin),
    replaceStream("stdout", stdout),
    replaceStream("stderr", stderr)
  ];
  const texts = Promise.all([text(stdout), text(stderr)]);
  try {
    const code = await runCommandLine(args);
    stdout.end();
    stderr.end();
    const [out, err] = await texts;
    return {code, stdout: out, stderr: err};
  } finally {
    for (const put of putBack) put();
  }
}

/** Puts another stream in the place of one of the process; gives what puts it back. */
function replaceStream(name: "stdin" | "stdout" | "stderr", stream: unknown): () => void {
  const former = Object.getOwnPropertyDescriptor(process, name)!;
  Object.defineProperty(process, name, {value: stream, configurable: true});
  return () => void Object.defineProperty(process, name, former);
}
