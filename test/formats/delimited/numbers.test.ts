import {expect, test} from "vitest";
import {csv} from "../../../src/formats/delimited.ts";
import {
  NUMBER_STYLES,
  toNumberType,
  toPlainNumber
} from "../../../src/formats/delimited/numbers.ts";
import type {Reading} from "../../../src/model/table.ts";

/** The marks of all ways in which a text may be a number, decimal mark first. */
function toStyles(text: string): string[] {
  return NUMBER_STYLES.filter(({pattern}) => pattern.test(text)).map(
    ({decimal, thousands}) => decimal + thousands
  );
}

test.each([
  ["1,5", [",", ",.", ", ", ",'"]],
  ["1.234.567", [",."]],
  ["1,234.5", [".,"]],
  ["1'553'423", [".'", ",'"]],
  ["1e5", ["."]],
  ["007", []],
  ["+49", []],
  ["12,34,567", []],
  ["$74.69", []]
])("NUMBER_STYLES tell in which ways %s may be a number", (text, styles) => {
  expect(toStyles(text)).toEqual(styles);
});

test("toPlainNumber(text, marks) writes a number as programs do", () => {
  expect(toPlainNumber("1.488.202,5", {decimal: ",", thousands: "."})).toBe("1488202.5");
  expect(toPlainNumber("22\u202f522", {decimal: ".", thousands: " "})).toBe("22522");
});

test("toNumberType(plain) gives numbers that would lose digits as text", () => {
  expect(toNumberType(["1", "-123456789012345678"])).toBe("BIGINT");
  expect(toNumberType(["1234567890123456789"])).toBe("VARCHAR");
  expect(toNumberType(["1.5", "123456789012345"])).toBe("DOUBLE");
  expect(toNumberType(["1.5", "1234567890123456"])).toBe("VARCHAR");
});

test.each([
  ["ZIP codes", ["90210", "01234"]],
  ["phone numbers", ["0301234567", "+49 30 1234567"]],
  ["long ids", ["12345678901234567890123", "1"]],
  ["codes that look like powers", ["1e5", "AB7"]],
  ["money", ["$74.69", "$29.81"]],
  ["times of day", ["00:00", "00:15"]]
])("csv.read(bytes) keeps %s as text", (_, values) => {
  const bytes = new TextEncoder().encode(
    `n,x\n${values.map((value, i) => `${i},${value}`).join("\n")}\n`
  );
  const {tables} = csv.read!(bytes, {path: "t.csv"}) as Reading;
  expect(tables[0]!.columns[1]).toMatchObject({type: "VARCHAR", values});
});
