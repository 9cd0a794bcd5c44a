import {decodeText} from "../lib/text-encoding.ts";
import type {DataTable} from "../model/table.ts";
import {toFieldTable} from "./field-table.ts";
import type {Field} from "./field-table.ts";
import type {MboxMessage} from "./mbox-split.ts";

const FIELDS: readonly Field<MboxMessage & {text: string; end: number}>[] = [
  ["offset", "BIGINT", ({offset}) => offset],
  ["size", "BIGINT", ({size}) => size],
  ["separator", "VARCHAR", ({separator}) => separator || null],
  ["headers", "VARCHAR", ({text, end}) => text.slice(0, end)],
  ["body", "VARCHAR", ({text, end}) => text.slice(end).trim()]
];

/** Messages as they are, for who wants no connector: headers and body as text, nothing decoded. */
export function toMailTable(messages: readonly MboxMessage[]): DataTable {
  const rows = messages.map((message) => {
    const {text} = decodeText(message.bytes);
    const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
    return {...message, text, end};
  });
  return toFieldTable("", rows, FIELDS);
}
