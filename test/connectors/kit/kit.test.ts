import {expect, test} from "vitest";
import {
  Refusals,
  createClockReader,
  fromEpochMs,
  hasHeader,
  readRecords,
  toClock,
  toFieldTable,
  toInteger,
  toKilocalories,
  toKilograms,
  toMetres,
  toNumber,
  toUtc,
  toZoned
} from "../../../src/connectors/kit/kit.ts";
import {toSample} from "../../../src/connectors/detect.ts";

const encode = (text: string) => new TextEncoder().encode(text);

test("readRecords(bytes, {header}) finds the delimiter and the header below a preamble", () => {
  const {header, rows, preamble, delimiter} = readRecords(
    encode('Account;DE1\n\nDate;Amount;Note\n2024-01-02;-3,50;"a\nb"\n;;\n2024-01-03; 4 ;c\n'),
    {header: ["amount", "date"]}
  );
  expect([header, delimiter]).toEqual([["Date", "Amount", "Note"], ";"]);
  expect(preamble[0]).toEqual(["Account", "DE1"]);
  expect(rows.map((row) => [row.where, row.text("AMOUNT"), row.text("note")])).toEqual([
    ["line 4", "-3,50", "a\nb"],
    ["line 7", "4", "c"]
  ]);
  expect([rows[0]!.text("nothing"), rows[0]!.has("nothing"), rows[0]!.has("date")]).toEqual([
    "",
    false,
    true
  ]);
});

test("readRecords gives no header and no rows where no row has the names", () => {
  expect(readRecords(encode("a,b\n1,2\n"), {header: ["c"]})).toMatchObject({header: [], rows: []});
});

test("readRecords takes encoding and delimiter from what a person said", () => {
  const bytes = new Uint8Array([0x6e, 0x7e, 0x6d, 10, 0xfc, 0x7e, 0x31]);
  const {rows} = readRecords(bytes, {
    header: ["n", "m"],
    parse: {encoding: "iso-8859-1", delimiter: "~"}
  });
  expect(rows[0]!.fields).toEqual(["ü", "1"]);
});

test("hasHeader(sample, names) looks at content, not at the name of the file", () => {
  const sample = toSample("x.txt", encode('"B";"A"\r\n1;2\r\n'));
  expect([hasHeader(sample, ["a", "b"]), hasHeader(sample, ["a", "c"])]).toEqual([true, false]);
});

test("toNumber(text) reads both decimal marks and marks between thousands", () => {
  const texts = ["1,234.5", "1.234,5", "1 234,5", "1,234", "80,5", "1,234,567", "-3", "", "x", "."];
  expect(texts.map((text) => toNumber(text))).toEqual([
    1234.5,
    1234.5,
    1234.5,
    1234,
    80.5,
    1234567,
    -3,
    null,
    null,
    null
  ]);
  expect(toNumber("1,234", ",")).toBe(1.234);
  expect([toInteger("12"), toInteger("1.5")]).toEqual([12, null]);
});

test("toUtc(text) gives the moment in UTC and the offset that the text wrote", () => {
  expect(toUtc("2014-09-21 07:08:47 +0100")).toEqual({
    time: new Date("2014-09-21T06:08:47Z"),
    offsetMinutes: 60
  });
  expect(toUtc("2024-05-01T06:00:00.25-03:30")).toEqual({
    time: new Date("2024-05-01T09:30:00.250Z"),
    offsetMinutes: -210
  });
  expect(toUtc("2024-02-29 23:30:00 -0130")!.time).toEqual(new Date("2024-03-01T01:00:00Z"));
  expect(toUtc("2024-05-01T06:00Z")!.offsetMinutes).toBeNull();
  const others = [
    "2O24-05-01 06:00:00 +0100",
    "2024-05-01 24:00:00 +0100",
    "2024-05-01T06:00:00",
    "2024-02-31T06:00:00Z",
    "2024-05-01T06:61:00Z",
    "today"
  ];
  expect(others.map(toUtc)).toEqual(others.map(() => null));
});

test("toClock(text, formats) reads a clock without a zone, by the first format that fits", () => {
  const formats = ["yyyy-MM-dd HH:mm:ss", "d LLL yyyy, HH:mm"];
  expect(toClock("3 Jun 2025, 19:56", formats)).toEqual(new Date("2025-06-03T19:56:00Z"));
  expect(toClock("3/6/2025", formats)).toBeNull();
});

test("createClockReader(formats, locales) reads the months of several languages", () => {
  const read = createClockReader(["d LLLL yyyy"], ["en-US", "de", "fr"]);
  const texts = ["3 June 2025", "3 Juni 2025", "3 juin 2025", "3 June 2025", "3 kesäkuu 2025"];
  const day = new Date("2025-06-03T00:00:00Z");
  expect(texts.map(read)).toEqual([day, day, day, day, null]);
});

test("toZoned(clock, zone) knows summer time, and no zone that is none", () => {
  const clock = new Date("2024-07-01T12:00:00Z");
  expect(toZoned(clock, "Europe/Berlin")).toEqual({
    time: new Date("2024-07-01T10:00:00Z"),
    offsetMinutes: 120
  });
  expect(toZoned(clock, "Middle/Earth")).toBeNull();
});

test("fromEpochMs(value) reads milliseconds, and nothing else", () => {
  expect(fromEpochMs("0")).toEqual(new Date(0));
  expect([fromEpochMs(""), fromEpochMs("x"), fromEpochMs(1e18)]).toEqual([null, null, null]);
});

test("toKilograms, toMetres and toKilocalories convert by the unit's name, and know no others", () => {
  expect([toKilograms(100, "lbs"), toKilograms(80, "kg"), toKilograms(1, "?")]).toEqual([
    45.359237,
    80,
    null
  ]);
  expect([toMetres(2, "mi."), toMetres(null, "km")]).toEqual([3218.688, null]);
  expect([toKilocalories(418.4, "kJ"), toKilocalories(5, "Cal")]).toEqual([100, 5]);
});

test("toFieldTable gives every column, with null where an item has no value", () => {
  const table = toFieldTable("t", [{a: 1}, {}], [["a", "BIGINT", ({a}: {a?: number}) => a]], ["a"]);
  expect(table).toEqual({
    name: "t",
    key: ["a"],
    columns: [{name: "a", type: "BIGINT", values: [1, null]}]
  });
});

test("Refusals keeps a thousand rows and counts all", () => {
  const refusals = new Refusals("a.csv");
  for (let i = 0; i < 1500; ++i) refusals.add(`line ${i}`, "x", "no date");
  const {problems, rejects} = refusals.notes();
  expect(rejects).toHaveLength(1000);
  expect(problems).toEqual([{file: "a.csv", where: "line 0", what: "1500 rows refused: no date"}]);
  expect(new Refusals("a").notes()).toEqual({problems: [], rejects: []});
});
