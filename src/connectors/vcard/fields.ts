import type {ContentComponent, ContentProperty} from "../../formats/content-lines.ts";
import {findProperties, findProperty, toContentText} from "../../formats/content-lines.ts";
import type {Field} from "../../formats/field-table.ts";
import type {Value} from "../../model/column.ts";
import type {DataType} from "../../model/table.ts";
import {toDay, toRevision} from "./dates.ts";

const TYPED: DataType = {struct: {type: "VARCHAR", value: "VARCHAR"}};
const ADDRESS_PARTS = [
  "box",
  "extended",
  "street",
  "city",
  "region",
  "postcode",
  "country"
] as const;
const ADDRESS: DataType = {
  struct: {
    type: "VARCHAR",
    ...Object.fromEntries(ADDRESS_PARTS.map((part) => [part, "VARCHAR" as const]))
  }
};
/** Words of `TYPE` that say nothing of which of somebody's numbers it is. */
const EMPTY_TYPES = new Set(["pref", "internet", "voice", "x400", "parcel", "postal", "intl"]);

/** The columns of a card. */
export const CONTACT_FIELDS: readonly Field<ContentComponent>[] = [
  ["contact_id", "VARCHAR", toContactId],
  ["uid", "VARCHAR", (card) => findText(card, "uid")],
  ["name", "VARCHAR", findName],
  ["given", "VARCHAR", (card) => findPart(card, "n", 1)],
  ["family", "VARCHAR", (card) => findPart(card, "n", 0)],
  ["additional", "VARCHAR", (card) => findPart(card, "n", 2)],
  ["prefix", "VARCHAR", (card) => findPart(card, "n", 3)],
  ["suffix", "VARCHAR", (card) => findPart(card, "n", 4)],
  ["nickname", "VARCHAR", (card) => findText(card, "nickname")],
  ["org", "VARCHAR", (card) => findPart(card, "org", 0)],
  ["department", "VARCHAR", (card) => findPart(card, "org", 1)],
  ["title", "VARCHAR", (card) => findText(card, "title")],
  ["role", "VARCHAR", (card) => findText(card, "role")],
  ["phones", {list: TYPED}, (card) => toTyped(card, "tel", /^tel:/i)],
  ["emails", {list: "VARCHAR"}, (card) => toList(findEmails(card))],
  ["addresses", {list: ADDRESS}, (card) => findAddresses(card)],
  ["messengers", {list: TYPED}, (card) => toTyped(card, "impp", /^$/)],
  ["urls", {list: "VARCHAR"}, (card) => toList(findTexts(card, "url").map(unescapeColon))],
  ["birthday", "DATE", (card) => toDay(findProperty(card, "bday")?.raw)],
  ["birthday_text", "VARCHAR", (card) => findProperty(card, "bday")?.raw],
  ["anniversary", "DATE", (card) => toDay(findProperty(card, "anniversary")?.raw)],
  ["note", "VARCHAR", (card) => findNotes(card).join("\n") || null],
  ["categories", {list: "VARCHAR"}, (card) => toList(findTexts(card, "categories"))],
  ["photo_bytes", "BIGINT", (card) => toPhotoBytes(findProperty(card, "photo"))],
  ["revision", "TIMESTAMPTZ", (card) => toRevision(findProperty(card, "rev")?.raw)],
  ["version", "VARCHAR", (card) => findText(card, "version")]
];

/** Its UID; without one, what tells people apart: name, first address, first number. */
function toContactId(card: ContentComponent): string {
  const uid = findText(card, "uid");
  if (uid !== null) return uid;
  const phone = findText(card, "tel")?.replace(/^tel:/i, "");
  const parts = [findName(card), findEmails(card)[0], phone];
  return parts.map((part) => part ?? "").join(" | ");
}

/** `FN`, else what `N` has, else the organisation. */
function findName(card: ContentComponent): string | null {
  const parts = [3, 1, 2, 0, 4].map((part) => findPart(card, "n", part)).filter(Boolean);
  return findText(card, "fn") ?? (parts.join(" ") || findPart(card, "org", 0));
}

function findText(card: ContentComponent, name: string): string | null {
  return toContentText(findProperty(card, name));
}

/** All texts of all properties by a name. */
function findTexts(card: ContentComponent, name: string): string[] {
  return findProperties(card, name)
    .flatMap(({values}) => values.flat())
    .filter((value): value is string => typeof value === "string" && value.trim() !== "")
    .map((text) => text.trim());
}

/** Of notes ical.js makes lists, parted by commas. */
function findNotes(card: ContentComponent): string[] {
  return findProperties(card, "note")
    .map(({raw}) =>
      raw
        .replace(/\\([nN])/g, "\n")
        .replace(/\\(.)/g, "$1")
        .trim()
    )
    .filter((text) => text !== "");
}

function findEmails(card: ContentComponent): string[] {
  return findTexts(card, "email").map((text) => text.replace(/^mailto:/i, ""));
}

/** A part of a value that is structured, such as the family name; what has several texts joins them. */
function findPart(card: ContentComponent, name: string, part: number): string | null {
  return toPart(findProperty(card, name)?.values[0], part);
}

function toPart(value: unknown, part: number): string | null {
  const item: unknown = Array.isArray(value) ? value[part] : part === 0 ? value : undefined;
  const text = Array.isArray(item) ? item.join(" ") : item;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}

function toTyped(card: ContentComponent, name: string, scheme: RegExp): Value {
  return toList(
    findProperties(card, name).flatMap((property) => {
      const value = toContentText(property)?.replace(scheme, "");
      return value ? [{type: toType(card, property), value}] : [];
    })
  );
}

function findAddresses(card: ContentComponent): Value {
  return toList(
    findProperties(card, "adr").map((property) => ({
      type: toType(card, property),
      ...Object.fromEntries(
        ADDRESS_PARTS.map((part, i) => [part, toPart(property.values[0], i)] as const)
      )
    }))
  );
}

/** What kind of number or address it is, in lower case: by `TYPE`, or by Apple's label in the same group. */
function toType(card: ContentComponent, {parameters}: ContentProperty): string | null {
  const types = [parameters.type ?? []]
    .flat()
    .map((type) => type.toLowerCase())
    .filter((type) => !EMPTY_TYPES.has(type));
  if (types.length > 0) return [...new Set(types)].join(", ");
  const label = card.properties.find(
    ({name, parameters: {group}}) =>
      name === "x-ablabel" && group !== undefined && group === parameters.group
  );
  return (
    toContentText(label)
      ?.replace(/^_\$!<(.*)>!\$_$/, "$1")
      .toLowerCase() ?? null
  );
}

/** The size of a picture that stands in the card. */
function toPhotoBytes(property: ContentProperty | undefined): number | null {
  if (!property) return null;
  const text = property.raw.replace(/^data:[^,]*,/, "").replace(/\s/g, "");
  if (/^[a-z]+:/i.test(text)) return null;
  return Math.floor((text.replace(/=+$/, "").length * 3) / 4);
}

function toList<T extends Value>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items;
}

/** Apple writes `http\://`. */
function unescapeColon(text: string): string {
  return text.replaceAll("\\:", ":");
}
