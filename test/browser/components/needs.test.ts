import {expect, test} from "vitest";
import "../../../components/lb-needs.ts";
import {ENGINE} from "../lake/engine.ts";
import {SMALL_LAKE, useWorkspace} from "./lake.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";

const workspace = useWorkspace(ENGINE, {fill: SMALL_LAKE});

test("lb-needs is an input of a notebook: it says once which tables are missing, and gives its value when the last is imported", async () => {
  const {imports} = workspace();
  const needs = await mount("lb-needs", {
    workspace: workspace(),
    tables: ["expenses", "streams"],
    gives: "sql"
  });
  const seen: unknown[] = [];
  needs.addEventListener("input", () => seen.push(needs.value));
  await expect.poll(() => parts(needs, "section").length).toBe(1);
  const said = part(needs, "section").textContent.replace(/\s+/g, " ");
  expect(said).toContain("The table streams is not in the lake yet. Import such files here");
  expect([needs.value, needs.hasAttribute("undone")]).toEqual([undefined, true]);
  await expectAccessible(needs);

  const session = await imports.open([
    {path: "streams.csv", blob: new Blob(["track,ms\nTeapots,1200\nEel,900\n"])}
  ]);
  await session.commit();
  await expect.poll(() => seen).toEqual(["sql"]);
  await expect.poll(() => needs.hasAttribute("undone")).toBe(false);
  expect(parts(needs, "section")).toEqual([]);
});

test("lb-needs of a table of the lake itself does not send people to the import, which makes another", async () => {
  const needs = await mount("lb-needs", {
    workspace: workspace(),
    tables: ["lake.people", "lake.notes", "lake.mails"],
    gives: "sql"
  });
  await expect.poll(() => parts(needs, "section").length).toBe(1);
  const said = part(needs, "section").textContent.replace(/\s+/g, " ");
  expect(said).toContain("The tables lake.notes and lake.mails are not in the lake yet. Put such");
  expect(parts(needs, "a").map((a) => a.getAttribute("href"))).toEqual(["./connectors.html"]);
});
