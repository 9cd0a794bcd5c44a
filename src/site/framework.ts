import type {ChildProcess} from "node:child_process";
import {spawn} from "node:child_process";
import {join} from "node:path";
import {packageFolder} from "./package-folder.ts";

/** Starts Observable Framework's command line, without telemetry; what it says goes to `log`. */
export function spawnFramework(
  args: readonly string[],
  log?: (text: string) => void
): ChildProcess {
  const bin = join(packageFolder("@observablehq/framework"), "dist", "bin", "observable.js");
  const guard = new URL("no-fetch.ts", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", "tsx", "--import", guard, bin, ...args], {
    stdio: ["ignore", log ? "pipe" : "ignore", log ? "pipe" : 2],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1"}
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", log ?? (() => undefined));
  return child;
}

/** Runs it to its end, quietly. Throws with all that it said where it does not end well. */
export async function runFramework(args: readonly string[]): Promise<void> {
  let said = "";
  const child = spawnFramework(args, (text) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve)
  );
  if (code !== 0)
    throw new Error(`observable ${args.join(" ")} ended with code ${code}; it said:\n${said}`);
}
