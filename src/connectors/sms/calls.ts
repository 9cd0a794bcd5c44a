import type {Field} from "../../formats/field-table.ts";
import type {XmlElement} from "../../formats/xml-tree.ts";
import {getContact, getInteger, getText, getTime, normaliseAddress} from "./attributes.ts";

export interface Call {
  readonly element: XmlElement;
  readonly offsetMinutes: number | null;
}

/** As Android's `CallLog.Calls` numbers them. */
const DIRECTIONS: Readonly<Record<number, string>> = {
  1: "incoming",
  2: "outgoing",
  3: "missed",
  4: "voicemail",
  5: "rejected",
  6: "blocked",
  7: "answered elsewhere"
};

export const CALL_FIELDS: readonly Field<Call>[] = [
  [
    "call_id",
    "VARCHAR",
    ({element}) =>
      [getText(element, "date"), getNumber(element), getText(element, "type")].join(" ")
  ],
  ["time", "TIMESTAMPTZ", ({element}) => getTime(element, "date")],
  ["utc_offset_minutes", "BIGINT", ({offsetMinutes}) => offsetMinutes],
  ["number", "VARCHAR", ({element}) => getNumber(element)],
  ["contact", "VARCHAR", ({element}) => getContact(element)],
  ["direction", "VARCHAR", ({element}) => DIRECTIONS[getInteger(element, "type") ?? 0]],
  ["duration_s", "BIGINT", ({element}) => getInteger(element, "duration")]
];

/** Null where the number was withheld, which Android writes as a negative one. */
function getNumber(element: XmlElement): string | null {
  const number = getText(element, "number");
  return number === null || /^-\d$/.test(number) ? null : normaliseAddress(number);
}
