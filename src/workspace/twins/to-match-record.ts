import {toText} from "../../lib/text.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import type {MatchRecord} from "../../match/match-record.ts";
import type {NamingFields} from "../find/entry-names.ts";
import {toTitle} from "../../model/title.ts";

/** What an entry, a draft or a row is compared by. A title that no field gave is none. */
export function toMatchRecord(
  {id, fields}: {readonly id: string; readonly fields: Fields},
  type: EntryType,
  {keyField, unique}: NamingFields
): MatchRecord {
  const names = new Set(keyField === null ? unique : [keyField, ...unique]);
  const keys = [...names]
    .map((name) => [name, toText(fields[name]).trim()] as const)
    .filter(([, value]) => value !== "");
  const title = toTitle(fields, type);
  const isMade = title === toTitle({}, type);
  return {id, title: isMade ? "" : title, keys: Object.fromEntries(keys), fields};
}
