import {describe, expect, test} from "vitest";
import type {FieldSchema} from "../../src/model/schema.ts";
import {findHidden} from "../../src/model/field-when.ts";
import {readClock} from "../../src/model/values/clock.ts";
import {readColour} from "../../src/model/values/colour.ts";
import {formatMoney, isAmount} from "../../src/model/values/money.ts";
import {readNumber} from "../../src/model/values/number-text.ts";
import {readPlace} from "../../src/model/values/place.ts";
import {readText} from "../../src/model/values/read-text.ts";
import {formatSpan, readSpan} from "../../src/model/values/span.ts";

describe("readSpan(text)", () => {
  test.each([
    ["1h 30m", "PT1H30M", "1 h 30 min"],
    ["1:30", "PT1H30M", "1 h 30 min"],
    ["0:00:45", "PT45S", "45 s"],
    ["90 min", "PT1H30M", "1 h 30 min"],
    ["1,5 h", "PT1H30M", "1 h 30 min"],
    ["2 days, 3 hours", "P2DT3H", "2 d 3 h"],
    ["36h", "PT36H", "36 h"],
    ["PT90M", "PT1H30M", "1 h 30 min"],
    ["p1y2m", "P1Y2M", "1 y 2 mo"],
    ["0 min", "PT0S", "0 min"]
  ])("%s is %s, read as %s", (text, iso, words) => {
    expect(readSpan(text)).toBe(iso);
    expect(formatSpan(iso)).toBe(words);
    expect(readSpan(words)).toBe(iso);
  });

  test.each(["90", "1h 2h", "soon", "1:75", "3 parsecs", ""])("%j is no span", (text) => {
    expect(readSpan(text)).toBeUndefined();
  });
});

describe("readClock(text)", () => {
  test.each([
    ["18:30", "18:30"],
    ["6:05", "06:05"],
    ["6:30 pm", "18:30"],
    ["12 am", "00:00"],
    ["12:15 PM", "12:15"],
    ["23:59:59", "23:59:59"]
  ])("%s is %s", (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  test.each(["18", "24:00", "13 pm", "6:60", "noon"])("%s is no time of day", (text) => {
    expect(readClock(text)).toBeUndefined();
  });
});

describe("readPlace(text)", () => {
  test.each([
    ["51.5, -0.12", 51.5, -0.12],
    ["51.5 -0.12", 51.5, -0.12],
    ["geo:51.5,-0.12;u=35", 51.5, -0.12],
    ["geo:51.5,-0.12?z=12", 51.5, -0.12],
    ["33.9° S, 151.2° E", -33.9, 151.2],
    ["51°30′36″N 0°7′12″W", 51.51, -0.12]
  ])("%s is %f, %f", (text, latitude, longitude) => {
    expect(readPlace(text)).toEqual({latitude, longitude});
  });

  test.each(["91, 0", "0, 181", "London", "51.5", "geo:"])("%s is no place", (text) => {
    expect(readPlace(text)).toBeUndefined();
  });
});

test("readColour(text) takes what people and style sheets write", () => {
  expect(["#ABC", "a1b2c3", "rgb(1, 2, 255)"].map(readColour)).toEqual([
    "#aabbcc",
    "#a1b2c3",
    "#0102ff"
  ]);
  expect(["red", "#abcd", "rgb(1,2,256)"].map(readColour)).toEqual([
    undefined,
    undefined,
    undefined
  ]);
});

test("readNumber(text, unit) takes thousands, a decimal comma, signs and the unit", () => {
  const texts = [
    "1,234.50",
    "1.234,50",
    "1 234,5",
    "€ 12,30",
    "12.30 EUR",
    "-4e3",
    "1'000",
    "0.25"
  ];
  expect(texts.map((text) => readNumber(text))).toEqual([
    1234.5, 1234.5, 1234.5, 12.3, 12.3, -4000, 1000, 0.25
  ]);
  expect(readNumber("12 kg", "kg")).toBe(12);
  expect(["12 kg", "1,2,3", "twelve", ""].map((text) => readNumber(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined
  ]);
});

test("amounts have the decimals of their currency", () => {
  expect(formatMoney(1204.5, "EUR")).toBe("EUR 1,204.50");
  expect(formatMoney(1204, "JPY")).toBe("JPY 1,204");
  expect(formatMoney(3, undefined)).toBe("3.00");
  expect(isAmount(19.99, "EUR")).toBe(true);
  expect(isAmount(19.999, "EUR")).toBe(false);
  expect(isAmount(19.5, "JPY")).toBe(false);
  expect(isAmount(1.005, "KWD")).toBe(true);
});

test("readText(text, schema) reads a cell as its field wants it, and leaves what does not fit", () => {
  const cases: [string, FieldSchema, unknown][] = [
    ["  ", {type: "string"}, undefined],
    [" as it is ", {type: "string"}, " as it is "],
    ["1,200", {type: "integer"}, 1200],
    ["many", {type: "integer"}, "many"],
    ["Ja", {type: "boolean"}, true],
    ["0", {type: "boolean"}, false],
    ["29.2.2024", {type: "string", format: "date"}, "2024-02-29"],
    ["2024-02-29 00:00:00", {type: "string", format: "date"}, "2024-02-29"],
    ["3/4/2024", {type: "string", format: "date"}, "3/4/2024"],
    ["2024-02-29T10:00Z", {type: "string", format: "date-time"}, "2024-02-29T10:00:00.000Z"],
    ["USED", {enum: ["new", "used"]}, "used"],
    ["2", {enum: [1, 2]}, 2],
    ["red; blue", {type: "array", items: {type: "string"}}, ["red", "blue"]],
    ["1;2", {type: "array", items: {type: "number"}}, [1, 2]],
    ['{"a": 1}', {type: "object"}, {a: 1}],
    ["90 min", {type: "string", "x-lakebook": {kind: "span"}}, "PT1H30M"],
    ["6 pm", {type: "string", "x-lakebook": {kind: "clock"}}, "18:00"],
    ["EUR 5", {type: "number", "x-lakebook": {kind: "money", currency: "EUR"}}, 5],
    ["1, 2", {type: "object", "x-lakebook": {kind: "place"}}, {latitude: 1, longitude: 2}]
  ];
  for (const [text, schema, value] of cases) expect(readText(text, schema)).toEqual(value);
});

test("findHidden(schema, values) hides what hangs on a hidden field too", () => {
  const schema: FieldSchema = {
    properties: {
      kind: {enum: ["car", "bike"]},
      fuel: {"x-lakebook": {when: {field: "kind", is: ["car"]}}},
      tank: {"x-lakebook": {when: {field: "fuel", is: []}}}
    }
  };
  expect([...findHidden(schema, {kind: "car", fuel: "petrol"})]).toEqual([]);
  expect([...findHidden(schema, {kind: "car"})]).toEqual(["tank"]);
  expect([...findHidden(schema, {kind: "bike", fuel: "petrol", tank: 50})]).toEqual([
    "fuel",
    "tank"
  ]);
  expect([...findHidden(schema, {kind: ["bike", "car"], fuel: "petrol"})]).toEqual([]);
});
