import {expect, test} from "vitest";
import writeWorkbook from "write-excel-file/node";
import {xlsx} from "../../src/formats/xlsx.ts";
import {read, toColumns} from "./read.ts";
import {makeRow, makeWorkbook} from "./workbook.ts";

const columnsOf = async (bytes: Uint8Array) => toColumns((await read(xlsx, bytes)).tables[0]);

test("xlsx reads what a spreadsheet program wrote: header, numbers, dates, truth values", async () => {
  const rows = [
    ["name", "born", "size", "is here"].map((value) => ({value})),
    [
      {value: "Ada"},
      {value: new Date("1985-12-10"), type: Date, format: "yyyy-mm-dd"},
      {value: 1.5},
      {value: true}
    ],
    [
      {value: "Bob"},
      {value: new Date("2001-01-31"), type: Date, format: "yyyy-mm-dd"},
      {value: 2},
      {value: false}
    ]
  ];
  const bytes = await writeWorkbook(rows as never).toBuffer();
  expect(await columnsOf(new Uint8Array(bytes))).toEqual({
    name: ["VARCHAR", ["Ada", "Bob"]],
    born: ["DATE", [new Date("1985-12-10"), new Date("2001-01-31")]],
    size: ["DOUBLE", [1.5, 2]],
    "is here": ["BOOLEAN", [true, false]]
  });
});

test("xlsx makes a table of each sheet by its name; an empty one is a problem, a chart is none", async () => {
  const sheet = makeRow("a", "b") + makeRow(1, "x");
  const {tables, problems, details} = await read(
    xlsx,
    makeWorkbook({sheets: {One: sheet, Two: "", Three: sheet}, charts: ["Chart"]})
  );
  expect(tables.map(({name}) => name)).toEqual(["One", "Three"]);
  expect(problems).toEqual([{file: "a.xlsx", where: "sheet Two", what: "sheet is empty"}]);
  expect(details).toEqual({sheets: ["One", "Two", "Three"]});
});

test.each([
  ["yyyy-mm-dd", "DATE", 43831, new Date("2020-01-01")],
  ["d.m.yy h:mm", "TIMESTAMP", 43831.5, new Date("2020-01-01T12:00:00Z")],
  ["[$-409]mmmm d, yyyy;@", "DATE", 1, new Date("1900-01-01")],
  ["yyyy", "DATE", 59, new Date("1900-02-28")],
  ["yyyy", "DATE", 61, new Date("1900-03-01")],
  ["h:mm:ss", "VARCHAR", 0.75, "18:00:00"],
  ["[h]:mm", "VARCHAR", 1.25, "30:00:00"],
  ['0.00" days"', "DOUBLE", 1.5, 1.5],
  ["#,##0.00\\d", "DOUBLE", 2.5, 2.5],
  ["General", "BIGINT", 7, 7],
  ["0.0E+00", "DOUBLE", 1500.5, 1500.5]
])("xlsx reads a number in the format %j as %s", async (format, type, value, expected) => {
  const cell = `<c s="1"><v>${value}</v></c>`;
  const bytes = makeWorkbook({
    sheets: {S: makeRow("v") + makeRow(cell)},
    formats: [format.replaceAll('"', "&quot;")]
  });
  expect(await columnsOf(bytes)).toEqual({v: [type, [expected]]});
});

test("xlsx counts days from 1904 where the workbook does", async () => {
  const bytes = makeWorkbook({
    sheets: {S: makeRow("v") + makeRow('<c s="1"><v>42369</v></c>')},
    formats: ["yyyy-mm-dd"],
    isFrom1904: true
  });
  expect(await columnsOf(bytes)).toEqual({v: ["DATE", [new Date("2020-01-01")]]});
});

test("xlsx reads every kind of cell", async () => {
  const bytes = makeWorkbook({
    sheets: {
      S:
        makeRow("shared", "formula", "truth", "iso", "error", "built in", "gap") +
        `<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="str"><f>A1</f><v>x</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="d"><v>2024-01-02T03:04:05</v></c><c r="E5" t="e"><v>#N/A</v></c><c r="F5" s="1"><v>43831</v></c><c r="G5"/></row>` +
        `<row r="9"><c r="A9" t="s"><v>1</v></c><c r="G9"><v>5</v></c></row>`
    },
    strings: ["<r><t>rich </t></r><r><t>text</t></r><rPh><t>reading</t></rPh>", "<t>a_x000D_b</t>"]
  });
  expect(await columnsOf(bytes)).toEqual({
    shared: ["VARCHAR", ["rich text", "a\rb"]],
    formula: ["VARCHAR", ["x", null]],
    truth: ["BOOLEAN", [true, null]],
    iso: ["TIMESTAMP", [new Date("2024-01-02T03:04:05Z"), null]],
    error: ["VARCHAR", [null, null]],
    "built in": ["DATE", [new Date("2020-01-01"), null]],
    gap: ["BIGINT", [null, 5]]
  });
});

test("xlsx finds the header below a title and beside an empty column", async () => {
  const bytes = makeWorkbook({
    sheets: {
      S:
        makeRow(null, "Report of 2024") +
        "<row/>" +
        makeRow(null, "id", "name") +
        makeRow(null, 1, "Ada")
    }
  });
  expect(await columnsOf(bytes)).toEqual({id: ["BIGINT", [1]], name: ["VARCHAR", ["Ada"]]});
});

test("xlsx numbers the columns where no row names them, and tells equal names apart", async () => {
  expect(await columnsOf(makeWorkbook({sheets: {S: makeRow(1, 2) + makeRow(3, 4)}}))).toEqual({
    column0: ["BIGINT", [1, 3]],
    column1: ["BIGINT", [2, 4]]
  });
});

test("xlsx keeps a column of dates and texts as text", async () => {
  const bytes = makeWorkbook({
    sheets: {
      S: makeRow("v", "w") + makeRow('<c s="1"><v>43831.25</v></c>', 1) + makeRow("soon", 2)
    },
    formats: ["yyyy-mm-dd hh:mm"]
  });
  expect(await columnsOf(bytes)).toMatchObject({v: ["VARCHAR", ["2020-01-01 06:00:00", "soon"]]});
});

test("xlsx refuses a workbook with a password, and what is none", async () => {
  const encrypted = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  expect((await read(xlsx, encrypted)).problems[0]!.what).toMatch(/^workbook with a password/);
  for (const bytes of ["PK\u0003\u0004 no archive", "", "a,b\n1,2"]) {
    const {tables, problems} = await read(xlsx, bytes);
    expect(tables).toEqual([]);
    expect(problems[0]!.what).toMatch(/^no workbook that can be read: /);
  }
});

test("xlsx reads the other sheets where one is broken", async () => {
  const bytes = makeWorkbook({sheets: {Good: makeRow("a") + makeRow(1), Bad: "<row><c></row>"}});
  const {tables, problems} = await read(xlsx, bytes);
  expect(tables).toHaveLength(1);
  expect(problems[0]).toMatchObject({where: "sheet Bad"});
});
