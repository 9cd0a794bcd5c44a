import type {Entry, EntryType, FieldSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {EntrySort} from "./entries-state.ts";
import {formatField, isNumberField} from "./format-field.ts";
import {formatMoment} from "./format-value.ts";

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

/** The columns behind the title: of one type its first fields, of all types what every entry has. */
export function toEntryColumns(
  type: EntryType | undefined,
  types: ReadonlyMap<string, EntryType>
): EntryColumn[] {
  return type
    ? [...toFieldColumns(type), TAGS, UPDATED]
    : [
        {
          label: "Type",
          isNumber: false,
          sort: "type",
          toText: (entry) => types.get(entry.type)?.label ?? entry.type
        },
        TAGS,
        UPDATED
      ];
}

function toFieldColumns({schema, titleField}: EntryType): EntryColumn[] {
  return Object.entries(schema.properties)
    .filter(([name]) => name !== titleField)
    .slice(0, MAX_FIELDS)
    .map(([name, field]: [string, FieldSchema]) => ({
      label: field.title ?? toLabel(name),
      isNumber: isNumberField(field),
      sort: {field: name},
      toText: ({fields}) => formatField(fields[name], field)
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
