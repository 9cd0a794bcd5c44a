import {expect, test} from "vitest";
import {guessTextColumns, guessTime} from "../../../src/workspace/meaning/guess-columns.ts";

function column(name: string, toValue: (i: number) => string) {
  return {name, values: Array.from({length: 40}, (_, i) => toValue(i))};
}

test("guessTextColumns(samples) takes columns of real words, and no paths, codes, JSON or lists of choices", () => {
  const samples = [
    column("id", (i) => `note about the freezer ${i}`),
    column("path", (i) => `notes/My note ${i}.md`),
    column("place", (i) => `/home/ada/pictures ${i}/a b c`),
    column("code", (i) => `FRZ-${i}-AB`),
    column("front", (i) => `{"title": "a note with words ${i}"}`),
    column("room", (i) => ["the living room", "the small kitchen"][i % 2]!),
    column("title", (i) => `Note ${i}`),
    column("copy", (i) => `the LAMP in the hall is number ${i}`.toLowerCase()),
    column("person", (i) => `Ada Lovelace ${"abcdefghij"[i % 10]}`),
    column("body", (i) => (i % 4 ? `The lamp in the hall is number ${i}` : "")),
    column("nothing", () => "")
  ];
  expect(guessTextColumns(samples)).toEqual({columns: ["title", "copy"], isWorth: true});
  expect(guessTextColumns(samples.filter(({name}) => name !== "copy"))).toEqual({
    columns: ["title", "body"],
    isWorth: true
  });
  expect(guessTextColumns(samples.slice(0, 6))).toEqual({columns: [], isWorth: false});
  expect(guessTextColumns([])).toEqual({columns: [], isWorth: false});
});

test("guessTextColumns(samples) takes names where there is nothing better, and texts that are written without spaces", () => {
  const dishes = [column("dish", (i) => `Leek soup ${"abcdefghij"[i % 10]}`)];
  expect(guessTextColumns(dishes)).toEqual({columns: ["dish"], isWorth: false});
  const chinese = [column("內容", (i) => `冰箱的警報在第${i}天晚上響了`)];
  expect(guessTextColumns(chinese)).toMatchObject({columns: ["內容"]});
});

test("guessTextColumns(samples) takes every name where no column is a text, and what names the row beside one", () => {
  const people = [
    column("surname", (i) => `Lovelace${"abcdefghij"[i % 10]}`),
    column("given_name", (i) => `Ada${"abcdefghij"[i % 10]}`),
    column("street", (i) => `Mill Lane ${i}`),
    column("phone", (i) => `+44 ${i}555`),
    column("code", (i) => `FRZ-${i}-AB`),
    column("country", (i) => ["England", "France"][i % 2]!)
  ];
  const names = ["surname", "given_name", "street"];
  expect(guessTextColumns(people)).toEqual({columns: names, isWorth: false});
  const noted = [...people, column("note", (i) => `The lamp in the hall is number ${i}`)];
  expect(guessTextColumns(noted)).toEqual({
    columns: ["surname", "given_name", "note"],
    isWorth: true
  });
  const tracks = [column("trackTitle", (i) => `Rain ${i}`), noted.at(-1)!];
  expect(guessTextColumns(tracks)).toMatchObject({columns: ["trackTitle", "note"]});
});

test("guessTime(names) takes what is called so, else the first", () => {
  expect(guessTime(["sent_time", "time"])).toBe("time");
  expect(guessTime(["warranty_until", "purchased"])).toBe("warranty_until");
  expect(guessTime(["updated", "created"])).toBe("created");
  expect(guessTime([])).toBeNull();
});
