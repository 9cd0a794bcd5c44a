import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {csv} from "../../src/formats/delimited.ts";
import {NativeEngine} from "../../src/lake/native-engine.ts";
import {openDelimited} from "../../src/lake/read-delimited.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {Reading} from "../../src/model/table.ts";
import {toSqlType} from "../../src/model/table.ts";
import {makeMembers} from "../formats/delimited/pollutions.ts";

const folder = mkdtempSync(join(tmpdir(), "lakebook-test-"));
let engine: NativeEngine;
beforeAll(async () => {
  engine = await NativeEngine.open({work: folder});
});
afterAll(() => {
  engine.close();
  rmSync(folder, {recursive: true, force: true});
});

/** A text's rows as the engine reads them by the plan. */
async function readByEngine(text: string): Promise<{types: string[]; rows: unknown[][]}> {
  const bytes = new TextEncoder().encode(text);
  const source = toByteSource("t.csv", bytes);
  const opened = await openDelimited(engine, source, {
    origin: {path: "t.csv", format: "csv", connector: null},
    plan: csv.plan!,
    mount: () => engine.write(source.stream()),
    reread: () => Promise.resolve(undefined),
    force: true
  });
  const {columns} = opened!;
  const rows = await engine.rows(opened!.select(columns));
  return {
    types: columns.map(({name, type}) => `${name} ${type}`),
    rows: rows.map((row) => Object.values(row))
  };
}

function readByUs(text: string): {types: string[]; rows: unknown[][]} {
  const {tables} = csv.read!(new TextEncoder().encode(text), {path: "t.csv"}) as Reading;
  const {columns} = tables[0]!;
  return {
    types: columns.map(({name, type}) => `${name} ${toSqlType(type)}`),
    rows: columns[0]!.values.map((_, i) => columns.map(({values}) => values[i]))
  };
}

const members = makeMembers("engine", 300);
const memberText = [members.names, ...members.rows]
  .map((row) => row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","))
  .join("\n");

test.each([
  ["people of a club", `${memberText}\n`],
  [
    "German numbers and days",
    "a;b;c\n1.488.202;310,70;31.12.2020\n2.294;10,68;01.02.2020\n-;-;-\n17;1;2.1.2020\n98;2,5;3.1.2020\n"
  ],
  [
    "American days and hours",
    "t,n\n3/14/2015 9:26,1\n12/31/2015 23:59,2\n1/2/2016 0:05,3\n1/3/16 0:05,4\n5/5/2016 1:00,5\n"
  ],
  [
    "half days and months by name",
    "a,b\n3/14/2015 9:26:05 AM,4 Mar 2021\n12/31/2015 11:59:59 PM,25 Dec 2020\n1/1/2015 12:00:00 AM,1 Jan 2020\n1/1/2015 12:30:00 PM,2 Jan 2020\n1/1/2015 1:30:00 PM,3 Jan 2020\n"
  ],
  [
    "moments, offsets, truth values",
    "t,z,b\n2024-01-02 03:04:05.5,2024-01-02T03:04:05+02:00,true\n2024-01-02,2024-01-02T03:04:05Z,FALSE\n,,\n2024-01-05 00:00:00,2024-01-02T03:04:05-0330,True\n2024-01-02,2024-01-02T03:04:05Z,false\n"
  ],
  [
    "lines before the header, and words for no value",
    "Report\nof, nobody\n\nid,x\n1,NA\n2,3.5\n3,n/a\n4,1e3\n5,7\n"
  ],
  ["a delimiter of two characters", "a||b\n1||x\n2||\n3||z\n4||u\n5||v\n"],
  ["blanks and apostrophes in numbers", "a;b\n1 234;1'553'423\n22 522;36'819\n7;12\n8;13\n9;14\n"],
  ["backslashes before quotes", 'a,b\n1,"say \\"hi\\""\n2,"x, y"\n3,z\n4,"\\"q\\""\n5,w\n'],
  [
    "no header",
    "2020-01-01,Berlin,5.5\n2020-01-02,Paris,6.5\n2020-01-03,Rome,7.0\n2020-01-04,Oslo,1.0\n2020-01-05,Bern,2.0\n"
  ]
])("openDelimited(engine, source) reads %s as csv.read does", async (_, text) => {
  expect(await readByEngine(text)).toEqual(readByUs(text));
});
