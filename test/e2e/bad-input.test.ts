import type {Browser} from "playwright";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serve} from "./static-server.ts";
import {launch, visit} from "./visit.ts";

const LAKE = /^_file\/loaders\/lake\./;
const NOWHERE = "/nowhere";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test("a window that keeps nothing (IndexedDB refused) says so, and the lake works", async () => {
  const server = await serve("dist");
  const {page, context} = await visit(browser, `${server.url}guide.html`);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await page.goto(`${server.url}index.html`);
  await expect
    .poll(() => page.getByRole("alert").textContent())
    .toContain("Entries cannot be read.");
  await page
    .getByRole("region", {name: "Lake"})
    .getByRole("link", {name: "expenses", exact: true})
    .waitFor();
  await page.goto(`${server.url}entries.html`);
  await page.getByRole("alert").waitFor();
  await context.close();
  await server.close();
});

test("a lake that is not there says so where the user looks, and offers to try again", async () => {
  const server = await serve("dist", {replace: (path) => (LAKE.test(path) ? NOWHERE : undefined)});
  const {page, context} = await visit(browser, `${server.url}index.html`);
  const alert = page.getByRole("alert");
  await expect.poll(() => alert.textContent()).toContain("The lake cannot be opened.");
  await alert.getByRole("button", {name: "Try again"}).waitFor();
  await page.getByRole("link", {name: "lake: not open"}).waitFor();
  await page
    .getByRole("region", {name: "Kept"})
    .getByRole("link", {name: "Add an entry"})
    .waitFor();
  await context.close();
  await server.close();
});

test("a server that knows neither byte ranges nor what WebAssembly is serves the lake all the same", async () => {
  const server = await serve("dist", {ranges: false, types: false});
  const {page, context, problems, settle} = await visit(browser, `${server.url}index.html`);
  await page.getByRole("link", {name: "expenses", exact: true}).waitFor();
  await settle();
  expect(problems).toEqual([]);
  await context.close();
  await server.close();
});

test("a model folder that lacks a file says which, and what to do", async () => {
  const server = await serve("dist", {
    replace: (path) => (path.endsWith(".onnx") ? NOWHERE : undefined)
  });
  const {page, context} = await visit(browser, `${server.url}settings.html`);
  const answer = await page.evaluate(async () => {
    const workspace = await lakebook!;
    return workspace.embedder().then(
      () => "opened",
      (error: Error) => `${error.name}: ${error.message}`
    );
  });
  expect(answer).toMatch(/^UnavailableError: .*builtin.*model\.onnx/);
  await context.close();
  await server.close();
});
