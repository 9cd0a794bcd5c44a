import type {ContentComponent, ContentProperty} from "../../formats/content-lines.ts";
import {
  findProperties,
  findProperty,
  toContentText,
  toParameter
} from "../../formats/content-lines.ts";
import type {Field} from "../../formats/field-table.ts";
import type {Value} from "../../model/column.ts";
import type {DataType} from "../../model/table.ts";
import {toWallTime} from "./wall-time.ts";

/** Whatever becomes a row: the component that its properties are read of. */
export interface HasComponent {
  readonly component: ContentComponent;
}

const PERSON: DataType = {
  struct: {name: "VARCHAR", email: "VARCHAR", status: "VARCHAR", role: "VARCHAR"}
};

/** The columns that events, tasks and journal entries share. */
export const COMMON_FIELDS: readonly Field<HasComponent>[] = [
  ["summary", "VARCHAR", ({component}) => findText(component, "summary")],
  ["description", "VARCHAR", ({component}) => findText(component, "description")],
  ["status", "VARCHAR", ({component}) => lower(findText(component, "status"))],
  ["class", "VARCHAR", ({component}) => lower(findText(component, "class"))],
  ["categories", {list: "VARCHAR"}, ({component}) => findList(component, "categories")],
  ["url", "VARCHAR", ({component}) => findText(component, "url")],
  ["organizer", "VARCHAR", ({component}) => toEmail(findProperty(component, "organizer"))],
  [
    "attendees",
    {list: PERSON},
    ({component}) => {
      const people = findProperties(component, "attendee");
      return people.length === 0 ? null : people.map(toPerson);
    }
  ],
  ["rrule", "VARCHAR", ({component}) => findProperty(component, "rrule")?.raw ?? null],
  ["sequence", "BIGINT", ({component}) => findInteger(component, "sequence")],
  ["created", "TIMESTAMPTZ", ({component}) => findUtc(component, "created")],
  ["modified", "TIMESTAMPTZ", ({component}) => findUtc(component, "last-modified")]
];

/** The text of the first property by a name that has one. */
export function findText(component: ContentComponent, name: string): string | null {
  return toContentText(findProperty(component, name));
}

/** A whole number; null where there is none. */
export function findInteger(component: ContentComponent, name: string): number | null {
  const number = Number(findText(component, name) ?? NaN);
  return Number.isSafeInteger(number) ? number : null;
}

/** A time that the standard wants in UTC; one without its mark is read as such. */
export function findUtc(component: ContentComponent, name: string): Date | null {
  const property = findProperty(component, name);
  const time = property && toWallTime(property.values[0], property);
  return time ? new Date(time.local) : null;
}

/** In lower case, as all columns with few values are. */
export function lower(text: string | null): string | null {
  return text?.toLowerCase() ?? null;
}

function findList(component: ContentComponent, name: string): Value {
  const texts = findProperties(component, name)
    .flatMap(({values}) => values)
    .filter((value): value is string => typeof value === "string" && value.trim() !== "");
  return texts.length === 0 ? null : texts.map((text) => text.trim());
}

function toPerson(property: ContentProperty): Value {
  return {
    name: toParameter(property, "cn"),
    email: toEmail(property),
    status: lower(toParameter(property, "partstat")),
    role: lower(toParameter(property, "role"))
  };
}

/** An address without `mailto:`; what is no address (a name, a path in a directory) stays as it is. */
function toEmail(property: ContentProperty | undefined): string | null {
  return toContentText(property)?.replace(/^mailto:/i, "") ?? null;
}
