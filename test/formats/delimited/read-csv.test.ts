import {expect, test} from "vitest";
import {csv} from "../../../src/formats/delimited.ts";
import type {ParseOptions} from "../../../src/model/parse-options.ts";
import type {Reading} from "../../../src/model/table.ts";
import {toSqlType} from "../../../src/model/table.ts";
import {toColumns} from "../read.ts";

function readText(text: string | Uint8Array, parse?: ParseOptions): Reading {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return csv.read!(bytes, {path: "t.csv", parse}) as Reading;
}

/** The first table's columns with their types, and their first values. */
function outline({tables}: Reading): string[] {
  return (tables[0]?.columns ?? []).map(({name, type, values: [value = null]}) => {
    const text = value instanceof Date ? value.toISOString().slice(0, 19) : value;
    return `${name} ${toSqlType(type)} ${text as string}`;
  });
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

test.each([
  [
    "a title, a source and German numbers",
    "Bevölkerung;;;\nStand: 31.12.2020;;;\n;;;\nOrt;Zahl;Fläche;Tag\nA;1.488.202;310,70;31.12.2020\nB;2.294;10,68;31.12.2020\nC;-;-;31.12.2020\n;;;\n© Amt 2021;;;\n",
    ["Ort VARCHAR A", "Zahl BIGINT 1488202", "Fläche DOUBLE 310.7", "Tag DATE 2020-12-31T00:00:00"],
    3
  ],
  [
    "quoted thousands, per cent and money, and notes below",
    'State,People,Share,Income\nA,"4,903,185",1.5%,"$50,536"\nB,"731,545",0.2%,"$77,640"\nC,"7,278,717",2.2%,$999\n\nSource: Census, 2019\n',
    ["State VARCHAR A", "People BIGINT 4903185", "Share VARCHAR 1.5%", "Income VARCHAR $50,536"],
    3
  ],
  [
    "units below the names",
    "Station,Temp,Wind\n,°C,m/s\nA,12.1,3\nB,13.4,5\nC,11.0,2\n",
    ["Station VARCHAR A", "Temp °C DOUBLE 12.1", "Wind m/s BIGINT 3"],
    3
  ],
  [
    "years over groups of names",
    ",2010,,2011,\nRegion,M,F,M,F\nN,10,12,11,13\nS,20,22,21,23\nW,5,6,7,8\n",
    [
      "Region VARCHAR N",
      "2010 M BIGINT 10",
      "2010 F BIGINT 12",
      "2011 M BIGINT 11",
      "2011 F BIGINT 13"
    ],
    3
  ],
  [
    "delimiters at the end of rows",
    "id,name\n1,a,\n2,b,\n3,c,\n",
    ["id BIGINT 1", "name VARCHAR a"],
    3
  ],
  ["a delimiter of two characters", "a||b\n1||x\n2||\n3||z\n", ["a BIGINT 1", "b VARCHAR x"], 3],
  [
    "blanks after commas before quotes",
    '"a", "b"\n"1", "x, y"\n"3", "z"\n',
    ["a BIGINT 1", "b VARCHAR x, y"],
    2
  ],
  [
    "columns that blanks align",
    "Name        Age  City\nAnn Smith    34  Berlin\nBob Jones     5  New York\nCy           77  Rome\n",
    ["Name VARCHAR Ann Smith", "Age BIGINT 34", "City VARCHAR Berlin"],
    3
  ],
  [
    "comments among the rows",
    "# by tool, v2\nid,x\n1,2\n# left out, please\n3,4\n",
    ["id BIGINT 1", "x BIGINT 2"],
    2
  ],
  ["a line that names the delimiter", "sep=;\na;b\n1;2\n3;4\n", ["a BIGINT 1", "b BIGINT 2"], 2],
  [
    "quotes that are none",
    'a\tb\nsays "hi"\t1\n5" pipe\t2\n',
    ['a VARCHAR says "hi"', "b BIGINT 1"],
    2
  ],
  [
    "months by name, and years first",
    "a,b\n4 Mar 2021,2021.03.05\n25 Dec 2020,2020.12.26\n",
    ["a DATE 2021-03-04T00:00:00", "b DATE 2021-03-05T00:00:00"],
    2
  ],
  [
    "half days",
    "t,n\n3/14/2015 9:26:05 AM,1\n12/31/2015 11:59:59 PM,2\n",
    ["t TIMESTAMP 2015-03-14T09:26:05", "n BIGINT 1"],
    2
  ],
  [
    "blanks and apostrophes in numbers",
    "a;b\n1 234;1'553'423\n22 522;36'819\n7;12\n",
    ["a BIGINT 1234", "b BIGINT 1553423"],
    3
  ],
  [
    "words for no value in numbers",
    "a,b\n1,NA\n2,3.5\n3,n/a\n",
    ["a BIGINT 1", "b DOUBLE null"],
    3
  ],
  [
    "no header over text",
    "Berlin,Germany,EU\nParis,France,EU\nRome,Italy,EU\n",
    ["column0 VARCHAR Berlin", "column1 VARCHAR Germany", "column2 VARCHAR EU"],
    3
  ],
  [
    "years as names",
    "Land,2018,2019,2020\nDE,1,2,3\nFR,4,5,6\n",
    ["Land VARCHAR DE", "2018 BIGINT 1", "2019 BIGINT 2", "2020 BIGINT 3"],
    2
  ],
  [
    "text with commas in one column",
    "comment\nThis is good, really\nNot so, though\nfine\nOK\n",
    ["comment VARCHAR This is good, really"],
    4
  ]
])("csv.read(bytes) understands %s", (_, text, columns, rows) => {
  const reading = readText(text);
  expect(outline(reading)).toEqual(columns);
  expect(reading.tables[0]!.columns[0]!.values).toHaveLength(rows);
});

test("csv.read(bytes) tells two tables in one file apart, and says where the second begins", () => {
  const {tables, problems} = readText(
    "Table 1: Sales\nYear,Region,Total\n2019,N,100\n2020,N,120\n2021,N,130\n\nTable 2: Staff\nUnit,Head,Count,Since\nIT,Ann,12,2015\nHR,Bob,5,2017\nOp,Cy,30,2011\n"
  );
  expect(
    tables.map(({name, columns}) => [name, columns.length, columns[0]!.values.length])
  ).toEqual([
    ["", 3, 3],
    ["2", 4, 3]
  ]);
  expect(problems.map(({where, what}) => `${where}: ${what}`)).toContain(
    "line 8: table 2 begins here"
  );
});

test("csv.read(bytes) keeps country codes, though NA stands for no value elsewhere", () => {
  const {tables} = readText("land,n\nDE,45\nNA,5\nFR,NA\n");
  expect(toColumns(tables[0])).toEqual({
    land: ["VARCHAR", ["DE", "NA", "FR"]],
    n: ["VARCHAR", ["45", "5", "NA"]]
  });
});

test("csv.read(bytes, {parse}) holds to what is given, and guesses the rest", () => {
  const text = "x;y\n1,5;03/04/2021\n2,5;05/06/2021\n";
  expect(outline(readText(text, {dateOrder: "mdy"}))).toEqual([
    "x DOUBLE 1.5",
    "y DATE 2021-03-04T00:00:00"
  ]);
  expect(outline(readText(text, {delimiter: ","}))[0]).toBe("column0 BIGINT 1");
  expect(outline(readText(text, {header: 0}))[0]).toBe("column0 VARCHAR x");
  expect(outline(readText(text, {skip: 1, header: 0}))[0]).toBe("column0 DOUBLE 1.5");
  expect(outline(readText(text, {types: {x: "VARCHAR"}}))[0]).toBe("x VARCHAR 1,5");
  expect(outline(readText("a,b\n1,?\n2,3\n", {nulls: ["1"]}))[0]).toBe("a BIGINT null");
  expect(outline(readText(Uint8Array.of(0x61, 10, 0xe9, 10), {encoding: "iso-8859-5"}))).toEqual([
    "a VARCHAR щ"
  ]);
});

test("csv.read(bytes, {parse: {types}}) refuses a row with a value that does not fit, and keeps its text", () => {
  const {tables, rejects, problems} = readText("a,b\n1,x\ntwo,y\n3,z\n", {types: {a: "BIGINT"}});
  expect(toColumns(tables[0])).toEqual({a: ["BIGINT", [1, 3]], b: ["VARCHAR", ["x", "z"]]});
  expect(rejects).toEqual([{where: "line 3", text: "two,y", what: "no BIGINT in column a: two"}]);
  expect(problems.map(({what}) => what)).toEqual([
    "1 rows refused: a value is not of the type that was asked for"
  ]);
});

test.each([
  "Report;;\n\na;b;c\n1,5;2020-01-02;x\n2,5;2020-01-03;NA\n;;\nend\n",
  'a,b\n"1,234",03/14/2021\n"22,345",05/06/2021\n',
  "x|y\n1|a\n2|b\n",
  "M,M\na,b\n1,2\n3,4\n5,6\n"
])("csv.read(bytes, {parse}) with the options that it gave for %j reads the same again", (text) => {
  const first = readText(text);
  const again = readText(text, first.details!.parse as ParseOptions);
  expect(again.tables).toEqual(first.tables);
  expect(again.details).toMatchObject({
    parse: first.details!.parse,
    dialect: first.details!.dialect
  });
});

test("csv.read(bytes) drops zero bytes, and refuses what has no row", () => {
  expect(toColumns(readText("a,b\n\u00001,2\n").tables[0])).toEqual({
    a: ["BIGINT", [1]],
    b: ["BIGINT", [2]]
  });
  for (const text of ["", "\n \n", '"\n']) expect(readText(text).tables).toEqual([]);
});

test("csv.read(bytes) takes days that only another column explains for what they are", () => {
  const {tables} = readText("a,b\n03/04/2021,25/12/2020\n05/06/2021,01/02/2020\n");
  expect(toColumns(tables[0])).toEqual({
    a: ["DATE", [day("2021-04-03"), day("2021-06-05")]],
    b: ["DATE", [day("2020-12-25"), day("2020-02-01")]]
  });
});
