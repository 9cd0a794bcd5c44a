import type {Browser, BrowserContext, BrowserContextOptions, Page} from "playwright";
import {chromium} from "playwright";
import {CHROMIUM_FLAGS, findChromium} from "../chromium.ts";

export function launch(): Promise<Browser> {
  return chromium.launch({executablePath: findChromium(), args: CHROMIUM_FLAGS});
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What must never happen on a page: console errors, exceptions, requests to another host, files that are not there. */
  readonly problems: string[];
  /** Waits until the page's cells and elements have what they show. */
  readonly settle: () => Promise<void>;
}

/** Opens a page in a fresh profile; everything that goes wrong on it is written down. */
export async function visit(
  browser: Browser,
  url: string,
  options?: BrowserContextOptions
): Promise<Visit> {
  const size = {width: 1440, height: 900};
  return visitIn(await browser.newContext({viewport: size, ...options}), url);
}

/** The same in a profile that is there: as in another tab. */
export async function visitIn(context: BrowserContext, url: string): Promise<Visit> {
  const problems: string[] = [];
  const page = await context.newPage();
  watch(page, new URL(url).origin, problems);
  await page.goto(url);
  const settle = async (): Promise<void> => {
    await page.waitForLoadState("networkidle");
    await page.waitForFunction(() => !document.querySelector(".observablehq--loading"));
    const failed = await page.locator(".observablehq--error").allTextContents();
    problems.push(...failed.map((text) => `failed cell: ${text}`));
  };
  return {page, context, problems, settle};
}

/** Kills the tab's process as a crash would. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = new Promise((resolve) => page.once("crash", resolve));
  void session.send("Page.crash").catch(() => undefined); // the answer dies with the tab
  await crashed;
}

function watch(page: Page, origin: string, problems: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin)
      problems.push(`request to another host: ${url.href}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
}
