import {expect, test} from "vitest";
import {parseDate, toDateShape, toMonthFirst} from "../../../src/formats/delimited/dates.ts";

test.each([
  ["28/01/2018", "%d/%m/%Y", [28, 1], false],
  ["3.4.21", "%d.%m.%y", [3, 4], false],
  ["2021/03/05", "%Y/%m/%d", undefined, false],
  ["4 Mar 2021", "%d %b %Y", undefined, false],
  ["December 25, 2020", "%B %d, %Y", undefined, false],
  ["3/14/2015 9:26:05 AM", "%d/%m/%Y %I:%M:%S %p", [3, 14], true]
] as const)("toDateShape(text) sees how %s is written", (text, format, numbers, hasTime) => {
  expect(toDateShape(text)).toEqual({format, hasTime, ...(numbers && {numbers})});
});

test.each(["00:00", "13/13/2018", "32.1.2018", "1-2/2018", "4 Mai 2021", "2018-13-01", "1.2.3"])(
  "toDateShape(text) sees no date in %s",
  (text) => {
    expect(toDateShape(text)).toBeUndefined();
  }
);

test.each([
  ["28/01/2018", "%d/%m/%Y", "2018-01-28T00:00:00.000Z"],
  ["01/02/69", "%d/%m/%y", "1969-02-01T00:00:00.000Z"],
  ["01/02/68", "%d/%m/%y", "2068-02-01T00:00:00.000Z"],
  ["12/31/2015 12:05 am", "%m/%d/%Y %I:%M %p", "2015-12-31T00:05:00.000Z"]
])("parseDate(text, formats) reads %s as %s", (text, format, iso) => {
  expect(parseDate(text, [format])?.toISOString()).toBe(iso);
});

test.each([
  ["30/02/2018", "%d/%m/%Y"],
  ["28/01/2018", "%m/%d/%Y"],
  ["1/1/2018 24:00", "%d/%m/%Y %H:%M"]
])("parseDate(text, formats) knows no moment %s of %s", (text, format) => {
  expect(parseDate(text, [format])).toBeUndefined();
});

test("toMonthFirst(format) changes the places of day and month only", () => {
  expect(toMonthFirst("%d/%m/%Y %H:%M")).toBe("%m/%d/%Y %H:%M");
});
