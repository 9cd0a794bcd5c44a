import type {Field} from "../../formats/field-table.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import {readJsonValue} from "../../formats/json-value.ts";
import type {Connector} from "../../model/format.ts";
import type {DataType} from "../../model/table.ts";
import {fromMicros} from "../browser-history/web-time.ts";
import {getAt, listAt, numberAt, textAt} from "./values.ts";

const KEY = ["note_id"];
const ITEM: DataType = {struct: {text: "VARCHAR", checked: "BOOLEAN"}};

const FIELDS: readonly Field<unknown>[] = [
  ["note_id", "VARCHAR", toNoteId],
  ["title", "VARCHAR", (note) => textAt(note, "title")],
  ["text", "VARCHAR", (note) => textAt(note, "textContent")],
  [
    "items",
    {list: ITEM},
    (note) =>
      listAt(note, "listContent").map((item) => ({
        text: textAt(item, "text"),
        checked: getAt(item, "isChecked") === true
      }))
  ],
  [
    "labels",
    {list: "VARCHAR"},
    (note) => listAt(note, "labels").flatMap((label) => textAt(label, "name") ?? [])
  ],
  ["created", "TIMESTAMPTZ", (note) => fromMicros(numberAt(note, "createdTimestampUsec"))],
  ["edited", "TIMESTAMPTZ", (note) => fromMicros(numberAt(note, "userEditedTimestampUsec"))],
  ["color", "VARCHAR", (note) => textAt(note, "color")?.toLowerCase()],
  ["pinned", "BOOLEAN", (note) => getAt(note, "isPinned") === true],
  ["archived", "BOOLEAN", (note) => getAt(note, "isArchived") === true],
  ["trashed", "BOOLEAN", (note) => getAt(note, "isTrashed") === true],
  ["attachments", "BIGINT", (note) => listAt(note, "attachments").length]
];

/** A note of Google Keep; each is a file of its own. */
export const takeoutKeep: Connector = {
  name: "takeout-keep",
  label: "Google Keep",
  formats: ["json"],
  extensions: [],
  recognise: ({text}) =>
    /^\s*\{/.test(text) &&
    /"userEditedTimestampUsec"\s*:/.test(text) &&
    /"(?:textContent|listContent|isTrashed)"\s*:/.test(text),
  tables: [{name: "keep_notes", what: "One note or list.", key: KEY}],
  help: `1. Go to takeout.google.com → *Deselect all* → *Keep* → *Next step* → *Create export*.
2. Put the zip into \`data/raw\` as it is. Each note is a JSON file beside an HTML file of the same; the JSON is read into \`keep_notes\`.`,
  read: (bytes, {path}) =>
    readJsonValue(bytes, path, (note) => ({
      tables: [toFieldTable("keep_notes", [note], FIELDS, KEY)],
      problems: []
    }))
};

/** When it was made, which Google did not always write, and its title. */
function toNoteId(note: unknown): string {
  const made =
    numberAt(note, "createdTimestampUsec") ?? numberAt(note, "userEditedTimestampUsec") ?? "";
  return `${made} ${textAt(note, "title") ?? ""}`;
}
