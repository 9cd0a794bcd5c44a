import {CFB, utils, write} from "@e965/xlsx";
import {strToU8, unzipSync, zipSync} from "fflate";
import {describe, expect, test} from "vitest";
import writeWorkbook from "write-excel-file/node";
import {ods, xls, xlsb, xlsx} from "../../../src/formats/workbook/workbook.ts";
import {read, toColumns} from "../read.ts";
import {makeRow, makeWorkbook} from "../workbook.ts";

type Value = string | number | boolean | Date | null;

interface SheetSpec {
  readonly rows: readonly (readonly Value[])[];
  /** Ranges such as `A1:B1`. */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
}

/** A workbook that SheetJS writes; dates are days. */
function makeSheets(sheets: Readonly<Record<string, SheetSpec>>, bookType = "xlsx"): Uint8Array {
  const book = utils.book_new();
  for (const [name, {rows, merges = []}] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows as Value[][], {UTC: true, dateNF: "yyyy-mm-dd"});
    sheet["!merges"] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {Sheets: Object.values(sheets).map(({isHidden}) => ({Hidden: isHidden ? 1 : 0}))};
  return new Uint8Array(
    write(book, {type: "array", bookType: bookType as "xlsx", UTC: true} as never) as ArrayBuffer
  );
}

const sheetOf = (rows: readonly (readonly Value[])[], merges?: readonly string[]): Uint8Array =>
  makeSheets({S: {rows, merges}});
const columnsOf = async (bytes: Uint8Array) => toColumns((await read(xlsx, bytes)).tables[0]);
const namesOf = async (...args: Parameters<typeof sheetOf>) =>
  (await read(xlsx, sheetOf(...args))).tables[0]!.columns.map(({name}) => name);

describe("cells", () => {
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

  test.each([
    [xlsx, "xlsx"],
    [xlsx, "xlsm"],
    [xlsb, "xlsb"],
    [xls, "biff8"],
    [xls, "biff5"],
    [ods, "ods"]
  ])("$name reads the same table out of %s %s", async (format, bookType) => {
    const rows = [
      ["name", "day", "size", "isHere"],
      ["Ada", new Date("2020-02-29"), 1.5, true],
      ["Bob", new Date("1999-12-31"), null, false]
    ];
    const {tables, problems} = await read(format, makeSheets({S: {rows}}, bookType));
    expect(problems).toEqual([]);
    expect(toColumns(tables[0])).toEqual({
      name: ["VARCHAR", ["Ada", "Bob"]],
      day: ["DATE", [new Date("2020-02-29"), new Date("1999-12-31")]],
      size: ["DOUBLE", [1.5, null]],
      isHere: ["BOOLEAN", [true, false]]
    });
  });

  test.each([
    ["yyyy-mm-dd", "DATE", 43831, new Date("2020-01-01")],
    ["d.m.yy h:mm", "TIMESTAMP", 43831.5, new Date("2020-01-01T12:00:00Z")],
    ["[$-409]mmmm d, yyyy;@", "DATE", 1, new Date("1900-01-01")],
    ["yyyy", "DATE", 59, new Date("1900-02-28")],
    ["yyyy", "DATE", 61, new Date("1900-03-01")],
    ["yyyy-mm-dd hh:mm:ss.000", "TIMESTAMP", 45000.123456, new Date("2023-03-15T02:57:46.598Z")],
    ["h:mm:ss", "VARCHAR", 0.75, "18:00:00"],
    ["h:mm:ss", "VARCHAR", 45000.75, "18:00:00"],
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
          `<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="str"><f>A1</f><v>x</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" s="1" t="d"><v>2024-01-02T03:04:05</v></c><c r="E5" t="e"><v>#N/A</v></c><c r="F5" s="1"><v>43831</v></c><c r="G5"/></row>` +
          `<row r="9"><c r="A9" t="s"><v>1</v></c><c r="G9"><v>5</v></c></row>`
      },
      strings: [
        "<r><t>rich </t></r><r><t>text</t></r><rPh><t>reading</t></rPh>",
        "<t>a_x000D_b</t>"
      ]
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

  test("xlsx says which cells show an error", async () => {
    const sheet =
      makeRow("a", "b") + `<row r="2"><c r="A2" t="e"><v>#DIV/0!</v></c></row>` + makeRow(1, 2);
    const {tables, problems} = await read(xlsx, makeWorkbook({sheets: {S: sheet}}));
    expect(toColumns(tables[0])).toMatchObject({a: ["BIGINT", [1]], b: ["BIGINT", [2]]});
    expect(problems).toEqual([
      {file: "a.xlsx", where: "sheet S", what: "cells with errors are null: A2 #DIV/0!"}
    ]);
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
});

describe("sheets", () => {
  test("xlsx makes a table of each sheet by its name; an empty one is a problem, a chart is none", async () => {
    const sheet = makeRow("a", "b") + makeRow(1, "x");
    const {tables, problems, details} = await read(
      xlsx,
      makeWorkbook({sheets: {One: sheet, Two: "", Three: sheet}, charts: ["Chart"]})
    );
    expect(tables.map(({name}) => name)).toEqual(["One", "Three"]);
    expect(problems).toEqual([{file: "a.xlsx", where: "sheet Two", what: "sheet is empty"}]);
    const parse = {skip: 0, header: 1};
    expect(details).toEqual({sheets: ["One", "Three"].map((name) => ({name, parse}))});
  });

  test.each([
    [xlsx, "xlsx"],
    [xls, "biff8"],
    [xlsb, "xlsb"]
  ])(
    "$name reads a hidden sheet of a workbook %s %s and says that it is hidden",
    async (format, bookType) => {
      const rows = [["a"], [1]];
      const bytes = makeSheets({Seen: {rows}, Secret: {rows, isHidden: true}}, bookType);
      const {tables, problems} = await read(format, bytes);
      expect(tables.map(({name}) => name)).toEqual(["Seen", "Secret"]);
      expect(problems).toMatchObject([
        {where: "sheet Secret", what: "sheet is hidden: it was read like the others"}
      ]);
    }
  );

  test("ods finds the sheets that a style hides", async () => {
    const bytes = changePart(makeSheets({Seen: {rows: [[1]]}, Secret: {rows: [[2]]}}, "ods"), {
      "content.xml": (xml) =>
        xml
          .replace(
            /<office:automatic-styles[^>]*>/,
            '$&<style:style style:name="no" style:family="table"><style:table-properties table:display="false"/></style:style>'
          )
          .replace(
            /<table:table table:name="Secret"[^>]*?>/,
            '<table:table table:name="Secret" table:style-name="no">'
          )
    });
    const {tables, problems} = await read(ods, bytes);
    expect(tables).toHaveLength(2);
    expect(problems).toMatchObject([
      {where: "sheet Secret", what: "sheet is hidden: it was read like the others"}
    ]);
  });

  test("xlsx reads the other sheets where one is broken", async () => {
    const bytes = makeWorkbook({sheets: {Good: makeRow("a") + makeRow(1), Bad: "<row><c></row>"}});
    const {tables, problems} = await read(xlsx, bytes);
    expect(tables).toHaveLength(1);
    expect(problems[0]).toMatchObject({where: "sheet Bad"});
  });
});

describe("headers", () => {
  test("xlsx finds the header below a title and beside an empty column", async () => {
    const rows = [[null, "Report of 2024"], [], [null, "id", "name"], [null, 1, "Ada"]];
    const {tables, details} = await read(xlsx, sheetOf(rows));
    expect(toColumns(tables[0])).toEqual({id: ["BIGINT", [1]], name: ["VARCHAR", ["Ada"]]});
    expect(details).toMatchObject({parse: {skip: 2, header: 1}});
  });

  test("xlsx leaves out a title that is merged over all columns", async () => {
    expect(
      await namesOf(
        [
          ["Sales", null, null],
          ["a", "b", "c"],
          [1, 2, 3]
        ],
        ["A1:C1"]
      )
    ).toEqual(["a", "b", "c"]);
  });

  test("xlsx numbers the columns where no row names them, and tells equal names apart", async () => {
    expect(await columnsOf(makeWorkbook({sheets: {S: makeRow(1, 2) + makeRow(3, 4)}}))).toEqual({
      column0: ["BIGINT", [1, 3]],
      column1: ["BIGINT", [2, 4]]
    });
    expect(
      await namesOf([
        ["a", "b", "a"],
        [1, 2, 3]
      ])
    ).toEqual(["a", "b", "a_1"]);
  });

  test("xlsx puts names together out of merged groups and the names below them", async () => {
    const rows = [
      ["Town", "2023", null, "2024", null],
      [null, "low", "high", "low", "high"],
      ["Bern", 1, 2, 3, 4]
    ];
    expect(await namesOf(rows, ["A1:A2", "B1:C1", "D1:E1"])).toEqual([
      "Town",
      "2023 low",
      "2023 high",
      "2024 low",
      "2024 high"
    ]);
  });

  test("xlsx spreads a group that is not merged over the names to its right", async () => {
    const rows = [
      [null, "North", null, "South", null],
      ["year", "in", "out", "in", "out"],
      [2020, 1, 2, 3, 4]
    ];
    expect(await namesOf(rows)).toEqual(["year", "North in", "North out", "South in", "South out"]);
  });

  test("xlsx takes a series of years for names", async () => {
    expect(
      await namesOf([
        ["land", 2019, 2020, 2021],
        ["CH", 1, 2, 3]
      ])
    ).toEqual(["land", "2019", "2020", "2021"]);
  });

  test("xlsx adds a row of units to the names", async () => {
    const rows = [
      ["run", "length", "speed"],
      [null, "(km)", "m/s"],
      ["a", 5, 2.5]
    ];
    expect(await columnsOf(sheetOf(rows))).toEqual({
      run: ["VARCHAR", ["a"]],
      "length (km)": ["BIGINT", [5]],
      "speed (m/s)": ["DOUBLE", [2.5]]
    });
  });

  test("xlsx reads as many lines of header as it is told, after those that it is told to skip", async () => {
    const bytes = sheetOf([
      ["x", "y"],
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["sum", "-"]
    ]);
    const {tables, details} = await read(xlsx, bytes, undefined, {
      skip: 1,
      header: 2,
      footer: 1,
      nulls: ["f"]
    });
    expect(toColumns(tables[0])).toEqual({"a c": ["VARCHAR", ["e"]], "b d": ["VARCHAR", [null]]});
    expect(details).toMatchObject({parse: {skip: 1, header: 2}});
    const none = await read(xlsx, bytes, undefined, {header: 0});
    expect(Object.keys(toColumns(none.tables[0]))).toEqual(["column0", "column1"]);
  });
});

test("xlsx writes a label that is merged over rows into each of them, and an amount into the first only", async () => {
  const rows = [
    ["town", "shop", "sold", "all"],
    ["Bern", "a", 1, 6],
    [null, "b", 2, null],
    [null, "c", 3, null]
  ];
  const {tables, problems} = await read(xlsx, sheetOf(rows, ["A2:A4", "D2:D4"]));
  expect(toColumns(tables[0])).toMatchObject({
    town: ["VARCHAR", ["Bern", "Bern", "Bern"]],
    all: ["BIGINT", [6, null, null]]
  });
  expect(problems).toMatchObject([
    {where: "sheet S", what: "value of merged cells stands in each of their rows: A2:A4"}
  ]);
});

describe("what is refused", () => {
  test("read(bytes) refuses a workbook that is encrypted, with the word password", async () => {
    const office = makeEncrypted();
    const manifest = strToU8("<manifest:encryption-data/>");
    const open = zipSync({"content.xml": strToU8("x"), "META-INF/manifest.xml": manifest});
    for (const [format, bytes] of [
      [xlsx, office],
      [xls, office],
      [ods, open]
    ] as const) {
      const {tables, problems} = await read(format, bytes);
      expect(tables).toEqual([]);
      expect(problems[0]!.what).toMatch(/password/);
    }
  });

  test("read(bytes) refuses what is no workbook", async () => {
    for (const bytes of ["PK\u0003\u0004 no archive", "", "a,b\n1,2", "\u00d0\u00cf\u0011\u00e0"]) {
      const {tables, problems} = await read(xlsx, bytes);
      expect(tables).toEqual([]);
      expect(problems[0]!.what).toMatch(/^workbook cannot be read: /);
    }
  });

  test("xlsx refuses a workbook that unpacks to too much, whatever sizes it declares", async () => {
    const bomb = changePart(makeSheets({S: {rows: [[1]]}}), {
      "xl/worksheets/sheet1.xml": () => " ".repeat(120 * 2 ** 20)
    });
    expect((await read(xlsx, bomb)).problems[0]!.what).toMatch(/bomb/);
    const small = bomb.slice();
    const view = new DataView(small.buffer);
    for (let i = 0; i < small.length - 28; ++i)
      if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) > 2 ** 20)
        view.setUint32(i + 24, 1000, true);
    expect((await read(xlsx, small)).problems[0]!.what).toMatch(/larger than the archive says/);
  });

  test("ods refuses cells that are repeated beyond all measure", async () => {
    const bytes = changePart(makeSheets({S: {rows: [["x"]]}}, "ods"), {
      "content.xml": (xml) =>
        xml
          .replace("<table:table-row", '<table:table-row table:number-rows-repeated="999999999"')
          .replace(
            "<table:table-cell ",
            '<table:table-cell table:number-columns-repeated="999999999" '
          )
    });
    expect((await read(ods, bytes)).problems[0]!.what).toMatch(/more than 10,000,000 cells/);
  });

  test("xlsx reads a sheet of absurd dimensions by the cells that it has", async () => {
    const cells = '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>';
    const bytes = makeWorkbook({sheets: {S: makeRow("a", "b") + makeRow(1, 2) + cells}});
    const {tables} = await read(xlsx, bytes);
    expect(tables[0]!.columns.map(({values}) => values)).toEqual([
      [1, null],
      [2, null],
      [null, 3]
    ]);
  });
});

test("xlsx reads a sheet with a link over all its 17 billion places, with a prefix or none", async () => {
  const sheets = {S: makeRow("a") + makeRow(1)};
  for (const name of ["hyperlink", "x:hyperlink", "x2:hyperlink"]) {
    const rest = `<hyperlinks><${name} ref="A1:XFD1048576" location="S!A1"/></hyperlinks>`;
    expect(await columnsOf(makeWorkbook({sheets, rest}))).toEqual(
      await columnsOf(makeWorkbook({sheets}))
    );
  }
});

/** What a workbook with a password looks like from outside: a compound file with two streams. */
function makeEncrypted(): Uint8Array {
  const library = CFB as {
    utils: {cfb_new(): object; cfb_add(file: object, name: string, bytes: Uint8Array): void};
    write(file: object, options: {type: "array"}): ArrayLike<number>;
  };
  const file = library.utils.cfb_new();
  library.utils.cfb_add(file, "/EncryptionInfo", new Uint8Array(64));
  library.utils.cfb_add(file, "/EncryptedPackage", new Uint8Array(5000));
  return Uint8Array.from(library.write(file, {type: "array"}));
}

/** The same archive with some of its texts changed. */
function changePart(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes))
    parts[name] = strToU8(change(new TextDecoder().decode(parts[name])));
  return zipSync(parts);
}
