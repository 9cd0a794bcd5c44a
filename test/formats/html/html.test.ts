import {expect, test} from "vitest";
import {html} from "../../../src/formats/html/html.ts";
import {read, toColumns} from "../read.ts";

test("html reads a table by its header, with texts decoded and trimmed", async () => {
  const {tables, problems, details} = await read(
    html,
    `<!doctype html><title>Prices &amp; more</title><h1>Prices</h1>
     <table><thead><tr><th>Name<th>Price</thead>
     <tr><td> Tea &amp;<br>cake </td><td>2.50</td></tr><tr><td>Caf&eacute;<td><script>x()</script>3</table>`
  );
  expect(problems).toEqual([]);
  expect(tables.map(({name}) => name)).toEqual([""]);
  expect(toColumns(tables[0])).toEqual({
    Name: ["VARCHAR", ["Tea & cake", "Café"]],
    Price: ["DOUBLE", [2.5, 3]]
  });
  expect(details).toEqual({encoding: "utf-8", title: "Prices & more"});
});

test("html spreads cells over the columns and rows that they span, in the header too", async () => {
  const {tables} = await read(
    html,
    `<table><tr><th rowspan=2>City</th><th colspan=2>Rain</th></tr><tr><th>May</th><th>June</th></tr>
     <tr><td rowspan=2>Ulm</td><td>1</td><td>2</td></tr><tr><td colspan=2>3</td></tr></table>`
  );
  expect(toColumns(tables[0])).toEqual({
    City: ["VARCHAR", ["Ulm", "Ulm"]],
    "Rain May": ["BIGINT", [1, 3]],
    "Rain June": ["BIGINT", [2, 3]]
  });
});

test("html names several tables by their captions or their places, and leaves out what only lays out", async () => {
  const table = (caption: string): string =>
    `<table>${caption}<tr><th>a<th>b<tr><td>1<td>2</table>`;
  const {tables} = await read(
    html,
    `<table><tr><td>menu${table("<caption>First <b>one</b></caption>")}<tr><td>foot</table>${table("")}`
  );
  expect(tables.map(({name}) => name)).toEqual(["First one", "table 3"]);
  expect(tables.map(toColumns)).toEqual([
    {a: ["BIGINT", [1]], b: ["BIGINT", [2]]},
    {a: ["BIGINT", [1]], b: ["BIGINT", [2]]}
  ]);
});

test("html takes a first row of words above numbers for a header, and numbers columns where there is none", async () => {
  const rows = (...cells: string[][]): string =>
    `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join("")}`).join("")}</table>`;
  const named = await read(html, rows(["Item", "Count"], ["Tea", "2"]));
  expect(toColumns(named.tables[0])).toEqual({Item: ["VARCHAR", ["Tea"]], Count: ["BIGINT", [2]]});
  const plain = await read(html, rows(["Tea", "2"], ["Cake", "3"]));
  expect(toColumns(plain.tables[0])).toEqual({
    column0: ["VARCHAR", ["Tea", "Cake"]],
    column1: ["BIGINT", [2, 3]]
  });
});

test("html reads a page without tables as one row with its text", async () => {
  const {tables} = await read(
    html,
    "<title>Note</title><p>One<p>two <b>three</b><style>p{}</style>",
    "n/a.html"
  );
  expect(toColumns(tables[0])).toEqual({
    path: ["VARCHAR", ["n/a.html"]],
    title: ["VARCHAR", ["Note"]],
    text: ["VARCHAR", ["One\ntwo three"]],
    words: ["BIGINT", [3]]
  });
  const {problems} = await read(html, "<html></html>");
  expect(problems[0]!.what).toBe("no table and no text in it");
});

test("html reads the encoding that the page declares", async () => {
  const page = Buffer.from(
    `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xe9`,
    "latin1"
  );
  const {tables, details} = await read(html, page);
  expect(toColumns(tables[0])["text"]).toEqual(["VARCHAR", ["й"]]);
  expect(details).toMatchObject({encoding: "windows-1251"});
});

test("html refuses a table that claims more cells than a page can have", async () => {
  const cell = "<td colspan=1000 rowspan=65534>x</td>";
  const {tables, problems} = await read(html, `<table>${`<tr>${cell}</tr>`.repeat(6000)}</table>`);
  expect(tables).toEqual([]);
  expect(problems).toEqual([
    {file: "a.html", where: "table 1", what: "left out: its cells span more than 5 million"}
  ]);
});
