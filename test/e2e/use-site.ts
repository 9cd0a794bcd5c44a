import type {Browser} from "playwright";
import {afterAll, beforeAll} from "vitest";
import type {StaticServer} from "./static-server.ts";
import {serve} from "./static-server.ts";
import {launch} from "./visit.ts";

/** The built site, served, and a browser to open it in; both are there from `beforeAll` to `afterAll`. */
export interface Site {
  readonly browser: Browser;
  /** Of the folder, with a slash at its end. */
  readonly url: string;
}

/** Serves `dist` below `base` and launches a browser, once for the file that calls it. */
export function useSite(options?: {readonly base: string}): Site {
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    browser = await launch();
    server = await serve("dist", options);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    }
  };
}
