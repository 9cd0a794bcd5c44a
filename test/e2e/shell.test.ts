import {pathToFileURL} from "node:url";
import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {visit} from "./visit.ts";

const site = useSite({base: "/below/"});

const open = (name: string, options?: Parameters<typeof visit>[2]) =>
  visit(site.browser, site.url + name, options);

test("Ctrl+K finds a table by its name and goes there, by keyboard alone", async () => {
  const {page, context, problems} = await open("index.html");
  await page.getByRole("link", {name: "expenses", exact: true}).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", {name: "Find anything"}).fill("expen");
  await page.getByRole("option", {name: /table expenses/}).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/lake\.html\?table=expenses/);
  expect(problems).toEqual([]);
  await context.close();
});

test("Esc closes the palette and gives the focus back", async () => {
  const {page, context} = await open("guide.html");
  const button = page.getByRole("button", {name: /Find/});
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox").waitFor({state: "hidden"});
  await expect
    .poll(() => button.evaluate((element: Element) => element.matches(":focus")))
    .toBe(true);
  await context.close();
});

test("g and a letter goes to a page, but not while somebody types", async () => {
  const {page, context} = await open("index.html");
  await page.getByRole("button", {name: /Find/}).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await page.waitForURL(/entries\.html/);
  await page.getByRole("button", {name: /Find/}).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", {name: "Find anything"}).waitFor();
  await page.keyboard.type("go");
  expect(page.url()).toContain("entries.html");
  await context.close();
});

test("? lists the shortcuts", async () => {
  const {page, context} = await open("guide.html");
  await page.getByRole("button", {name: /Find/}).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", {name: "Keyboard shortcuts"}).waitFor();
  await context.close();
});

test("the look that was chosen stays after a reload", async () => {
  const {page, context} = await open("settings.html");
  await page.getByLabel("Theme").selectOption("Dark");
  await page.getByLabel("Density").selectOption("Comfortable");
  await page.reload();
  await expect.poll(() => page.getByLabel("Theme").inputValue()).toBe("dark");
  const look = await page.evaluate(() => ({...document.documentElement.dataset}));
  expect(look).toMatchObject({theme: "dark", density: "comfortable"});
  await context.close();
});

test("on a narrow screen the rail is a menu", async () => {
  const {page, context} = await open("index.html", {viewport: {width: 390, height: 844}});
  const link = page.getByRole("navigation", {name: "Pages"}).getByRole("link", {name: "Guide"});
  expect(await link.isVisible()).toBe(false);
  await page.getByRole("button", {name: "Pages"}).click();
  await link.click();
  await page.waitForURL(/guide\.html/);
  await context.close();
});

test("a page that is opened as a file says that it needs a server", async () => {
  const page = await site.browser.newPage();
  await page.goto(pathToFileURL("dist/index.html").href);
  await page.getByRole("alert").getByText("any web server").waitFor();
  await page.close();
});

test("a browser that does not promise to keep what is stored is quoted, with what to do", async () => {
  const {page, context, problems} = await open("settings.html");
  await page.getByRole("button", {name: "Ask the browser to keep it"}).click();
  await page.getByText("The browser did not promise it.").waitFor();
  expect(problems).toEqual([]);
  await context.close();
});
