import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {visit} from "./visit.ts";

const site = useSite({base: "/deep/down/"});

test("a pack is added on its page, shows its rows, follows a move, refuses a taken position, and is taken back", async () => {
  const {page, context, problems} = await visit(site.browser, `${site.url}pack-lab.html`);
  const contents = page.getByRole("region", {name: "Contents"});
  expect(await contents.count()).toBe(0);
  await page.getByRole("button", {name: "Add with sample entries"}).click();
  await contents.getByRole("link", {name: "Soil bags, spring"}).waitFor();
  await page.getByLabel("Freezer", {exact: true}).selectOption({label: "Narwhal"});
  await contents.getByRole("link", {name: "Buffy coat, donor 1"}).waitFor();

  const grid = page.locator("lb-box-grid");
  await grid.getByLabel("Container").selectOption({label: "Incoming box"});
  await grid.getByRole("button", {name: "A1: Buffy coat, donor 1"}).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await grid.getByRole("alert").getByText("A2").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await grid.getByRole("button", {name: "B2: Buffy coat, donor 1"}).waitFor();
  const moves = page.getByRole("region", {name: "Moves"});
  await moves.getByText("Incoming box A1").waitFor();
  await moves.getByText("Incoming box B2").waitFor();

  await page.getByLabel("Sample, container or barcode").fill("buffy");
  const found = page.getByRole("region", {name: "Found"});
  await found
    .getByText("Alder Falls Main Lab / Narwhal / Narwhal shelf 1 / Incoming box B2")
    .waitFor();

  await page.goto(`${site.url}packs.html`);
  const card = page.getByRole("listitem").filter({hasText: "Lab inventory"});
  await card.getByRole("button", {name: /^Remove \d+ sample entries/}).click();
  await card.getByRole("button", {name: "Add sample entries"}).waitFor();
  await page.getByRole("button", {name: "Undo", exact: true}).click();
  await card.getByRole("button", {name: /^Remove \d+ sample entries/}).waitFor();
  // the refusal is an answer to the reader, and no error of the page
  expect(problems).toEqual([]);
  await context.close();
});
