import type {ChildProcessWithoutNullStreams} from "node:child_process";
import {spawn} from "node:child_process";
import {once} from "node:events";
import type {AddressInfo} from "node:net";
import {createServer} from "node:net";
import {text} from "node:stream/consumers";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Whoever connects to this port of this machine hears, once the site is built, what went wrong: "" is nothing. */
    readonly buildPort: number;
  }
}

/**
 * Builds the site that is tested, once, as `npm run build` does, beside the tests of the other projects;
 * `LAKEBOOK_BUILT=1` takes the one that is there.
 */
export async function setup({provide}: TestProject): Promise<() => void> {
  const build = process.env.LAKEBOOK_BUILT
    ? undefined
    : spawn(process.execPath, ["--import", "tsx", "src/site/build.ts"]);
  const failure = build ? findFailure(build) : Promise.resolve("");
  const server = createServer((socket) => void failure.then((said) => socket.end(said)));
  await once(server.listen(0, "127.0.0.1"), "listening");
  provide("buildPort", (server.address() as AddressInfo).port);
  return () => {
    server.close();
    build?.kill();
  };
}

async function findFailure(build: ChildProcessWithoutNullStreams): Promise<string> {
  const ended = once(build, "close") as Promise<[code: number | null]>;
  const [said, [code]] = await Promise.all([readOutput(build), ended]);
  return code === 0 ? "" : `site not built (exit code ${code}): ${said}`;
}

async function readOutput({stdout, stderr}: ChildProcessWithoutNullStreams): Promise<string> {
  return (await Promise.all([text(stdout), text(stderr)])).join("");
}
