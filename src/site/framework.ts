import type {ChildProcess} from "node:child_process";
import {spawn} from "node:child_process";
import {join} from "node:path";
import {packageFolder} from "./package-folder.ts";

/** Starts Observable Framework's command line, without telemetry. */
export function spawnFramework(args: readonly string[], {quiet = false} = {}): ChildProcess {
  const bin = join(packageFolder("@observablehq/framework"), "dist", "bin", "observable.js");
  return spawn(process.execPath, [bin, ...args], {
    stdio: ["ignore", quiet ? "ignore" : 2, 2],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", FORCE_COLOR: "0"}
  });
}

/** Runs it to its end. Throws where it does not end well. */
export async function runFramework(args: readonly string[]): Promise<void> {
  const child = spawnFramework(args);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve)
  );
  if (code !== 0)
    throw new Error(`observable ${args[0]} ended with code ${code}; its own words stand above`);
}
