import {toEntryType} from "../../../src/model/entry-type.ts";

/** A type with a field of each kind that stands in SQL as something of its own. */
export const MISC = toEntryType({
  name: "misc",
  schema: {
    type: "object",
    properties: {
      title: {type: "string"},
      price: {type: "number", "x-lakebook": {kind: "money", currency: "EUR"}},
      span: {type: "string", "x-lakebook": {kind: "span"}},
      clock: {type: "string", "x-lakebook": {kind: "clock"}},
      place: {type: "object", "x-lakebook": {kind: "place"}},
      file: {type: "object", "x-lakebook": {kind: "file"}},
      files: {type: "array", items: {type: "object", "x-lakebook": {kind: "file"}}},
      choices: {type: "array", items: {type: "string", enum: ["a", "b'c"]}}
    }
  }
});

export const INSTRUMENT = toEntryType({
  name: "instrument",
  abstract: true,
  schema: {
    type: "object",
    properties: {label: {type: "string"}, serial: {type: "string"}}
  }
});

export const FREEZER = toEntryType({
  name: "freezer",
  extends: "instrument",
  schema: {type: "object", properties: {litres: {type: "integer"}}}
});

/** Its serial is a number, where its parent's is text. */
export const COMPUTER = toEntryType({
  name: "computer",
  extends: "instrument",
  schema: {type: "object", properties: {serial: {type: "integer"}, mac: {type: "string"}}}
});
