import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {CONNECTORS} from "../../src/connectors/connectors.ts";
import type {Connector} from "../../src/model/format.ts";
import {toConnectorsPage} from "../../src/site/connectors-page.ts";
import {pages} from "../../src/site/pages.ts";
import {renderHeader} from "../../src/site/shell.ts";

const EXAMPLE = await readFile("data/connectors/thirsty.example.ts", "utf8");
const PAGE = toConnectorsPage(CONNECTORS, EXAMPLE);

test("toConnectorsPage(connectors) shows each with its tables, their keys, and how to get the export", () => {
  for (const {label, tables, help} of CONNECTORS) {
    expect(help.length).toBeGreaterThan(100);
    expect(PAGE).toContain(label);
    expect(PAGE).toContain(help);
    for (const {name, what, key} of tables) {
      expect(what).toMatch(/\.$/);
      expect(PAGE).toContain(
        `| \`${name}\` | ${what} | ${key.map((one) => `\`${one}\``).join(", ")} |`
      );
    }
  }
});

test("toConnectorsPage shows a help that several connectors share once", () => {
  expect(PAGE.split("*Export Original* (a ZIP").length).toBe(2);
  expect(PAGE).toContain("## Training: FIT, Training: GPX, Training: TCX");
});

test("toConnectorsPage shows a user's own connector without help by its tables", () => {
  const mine: Connector = {
    name: "mine",
    label: "Mine",
    extensions: [],
    formats: ["csv"],
    recognise: () => true,
    tables: [{name: "things", what: "One thing.", key: ["id"]}],
    help: ""
  };
  expect(toConnectorsPage([mine], "")).toContain("## Mine\n\n| table | one row | key |");
});

test("toConnectorsPage holds a whole connector, and no cell that runs", () => {
  expect(PAGE).toContain(EXAMPLE.trim());
  expect(EXAMPLE.split("\n").length).toBeLessThan(60);
  const fences = PAGE.match(/^```\w.*$/gm) ?? [];
  expect(fences.filter((fence) => !/^```(?:sh$|.* run=false$)/.test(fence))).toEqual([]);
  expect(PAGE.replace(/```[^]*?```/g, "")).not.toContain("${");
});

test("the rail leads to the page of connectors", () => {
  expect(pages().map(({path}) => path)).toContain("/connectors");
  expect(renderHeader({title: "Connectors", path: "/connectors"})).toMatch(
    /href="\/connectors" aria-current="page" title="Connectors"/
  );
});
