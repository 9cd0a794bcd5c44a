import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import type {Browser} from "playwright";
import {serve} from "../e2e/static-server.ts";
import type {StaticServer} from "../e2e/static-server.ts";
import {launch} from "../e2e/visit.ts";

const LAKE_PATH = /^_file\/loaders\/lake\.[0-9a-f]+\.duckdb$/;

export interface ServedLake {
  readonly server: StaticServer;
  readonly browser: Browser;
  /** Bytes that went out of the lake's file so far. */
  lakeBytes(): number;
  close(): Promise<void>;
}

/** The built site with another lake in the place of its own; builds the site where there is none. */
export async function serveWithLake(lake: string): Promise<ServedLake> {
  if (!existsSync("dist/index.html"))
    execFileSync("npm", ["run", "-s", "build"], {stdio: ["ignore", 2, 2]});
  const server = await serve("dist", {
    replace: (path) => (LAKE_PATH.test(path) ? lake : undefined)
  });
  const browser = await launch();
  return {
    server,
    browser,
    lakeBytes: () =>
      server.log
        .filter(({path}) => LAKE_PATH.test(path.slice(1)))
        .reduce((sum, {bytes}) => sum + bytes, 0),
    async close() {
      await browser.close();
      await server.close();
    }
  };
}
