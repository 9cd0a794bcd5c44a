import type {Entry, EntryType, FieldSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {EntrySort} from "./entries-state.ts";
import {toSubtitle} from "./entry-subtitle.ts";
import {formatField, isNumberField} from "./format-field.ts";
import {formatMoment} from "./format-value.ts";
import {getOwn} from "./get-own.ts";

/** A column of a list of entries. */
export interface EntryColumn {
  readonly label: string;
  readonly isNumber: boolean;
  /** The order that a click on its head gives. */
  readonly sort: EntrySort["by"] | undefined;
  toText(entry: Entry): string;
  /** What is said by hover, where the cell says less. */
  toTitle?(entry: Entry): string;
}

/** Fields of a type that its list shows, beside the title. */
const MAX_FIELDS = 5;
/** Values of an entry that a list of all types shows. */
const ABOUT_VALUES = 4;

/** The columns of a list, the title first: of one type with its first fields; tags only where an entry has any. */
export function toEntryColumns(
  type: EntryType | undefined,
  types: ReadonlyMap<string, EntryType>,
  entries: readonly Entry[]
): EntryColumn[] {
  const own = type ? toFieldColumns(type) : [toAboutColumn(types), toTypeColumn(types)];
  const isTagged = entries.some(({tags}) => tags.length > 0);
  return [toTitleColumn(type), ...own, ...(isTagged ? [TAGS] : []), UPDATED];
}

function toTitleColumn(type: EntryType | undefined): EntryColumn {
  const label = type
    ? (type.schema.properties[type.titleField]?.title ?? toLabel(type.titleField))
    : "Title";
  return {label, isNumber: false, sort: "title", toText: ({title}) => title};
}

function toAboutColumn(types: ReadonlyMap<string, EntryType>): EntryColumn {
  return {
    label: "About",
    isNumber: false,
    sort: undefined,
    toText: (entry) => toSubtitle(entry, types.get(entry.type), ABOUT_VALUES)
  };
}

function toTypeColumn(types: ReadonlyMap<string, EntryType>): EntryColumn {
  return {
    label: "Type",
    isNumber: false,
    sort: "type",
    toText: (entry) => types.get(entry.type)?.label ?? entry.type
  };
}

function toFieldColumns({schema, titleField}: EntryType): EntryColumn[] {
  return Object.entries(schema.properties)
    .filter(([name]) => name !== titleField)
    .slice(0, MAX_FIELDS)
    .map(([name, field]: [string, FieldSchema]) => ({
      label: field.title ?? toLabel(name),
      isNumber: isNumberField(field),
      sort: {field: name},
      toText: ({fields}) => formatField(getOwn(fields, name), field)
    }));
}

const TAGS: EntryColumn = {
  label: "Tags",
  isNumber: false,
  sort: undefined,
  toText: ({tags}) => tags.join(", ")
};

const UPDATED: EntryColumn = {
  label: "Changed",
  isNumber: false,
  sort: "updated",
  toText: ({updated}) => formatMoment(new Date(updated)),
  toTitle: ({updated, created}) =>
    `changed ${new Date(updated).toISOString()}, added ${new Date(created).toISOString()}`
};
