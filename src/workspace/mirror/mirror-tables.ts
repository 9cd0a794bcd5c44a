import {isSame} from "../../lib/same.ts";
import {toText} from "../../lib/text.ts";
import type {Change, RecordTable} from "../../model/change.ts";
import type {Value} from "../../model/column.ts";
import type {Edge, EdgeKind} from "../../model/edge.ts";
import type {End} from "../../model/end.ts";
import {toEnd} from "../../model/end.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry, Fields} from "../../model/entry.ts";
import type {Suggestion} from "../../model/suggestion.ts";
import type {DataTable, DataType} from "../../model/table.ts";
import type {View} from "../../model/view.ts";

/** A column of a relation that is made of records: its value for a record. */
export interface MirrorColumn<T> {
  readonly name: string;
  readonly type: DataType;
  readonly get: (record: T) => Value;
}

const TEXTS: DataType = {list: "VARCHAR"};

/** Where a record came from, and when it was written. */
const ORIGIN_COLUMNS: readonly MirrorColumn<
  Pick<Entry, "created" | "updated" | "revision"> & Pick<Edge, "source">
>[] = [
  {name: "source_table", type: "VARCHAR", get: ({source}) => source?.table ?? null},
  {name: "source_file", type: "VARCHAR", get: ({source}) => source?.file ?? null},
  {name: "source_sha256", type: "VARCHAR", get: ({source}) => source?.sha256 ?? null},
  {name: "source_row", type: "BIGINT", get: ({source}) => source?.row ?? null},
  {name: "created", type: "TIMESTAMP", get: ({created}) => new Date(created)},
  {name: "updated", type: "TIMESTAMP", get: ({updated}) => new Date(updated)},
  {name: "revision", type: "BIGINT", get: ({revision}) => revision}
];

export const ENTRY_COLUMNS: readonly MirrorColumn<Entry>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "type", type: "VARCHAR", get: ({type}) => type},
  {name: "slug", type: "VARCHAR", get: ({slug}) => slug},
  {name: "title", type: "VARCHAR", get: ({title}) => title},
  {name: "tags", type: TEXTS, get: ({tags}) => tags},
  {name: "fields", type: "VARCHAR", get: ({fields}) => JSON.stringify(fields)},
  ...ORIGIN_COLUMNS
];

/** `from_end` and `to_end` say what an end is that is no entry; an entry's title is looked up. */
export const EDGE_COLUMNS: readonly MirrorColumn<Edge>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "kind", type: "VARCHAR", get: ({kind}) => kind},
  {name: "from_id", type: "VARCHAR", get: ({from}) => from},
  {name: "to_id", type: "VARCHAR", get: ({to}) => to},
  {name: "from_end", type: "VARCHAR", get: ({from}) => toEndTitle(toEnd(from))},
  {name: "to_end", type: "VARCHAR", get: ({to}) => toEndTitle(toEnd(to))},
  {name: "fields", type: "VARCHAR", get: ({fields}) => JSON.stringify(fields)},
  {name: "confidence", type: "DOUBLE", get: ({confidence}) => confidence ?? null},
  ...ORIGIN_COLUMNS
];

export const HISTORY_COLUMNS: readonly MirrorColumn<Change>[] = [
  {name: "seq", type: "BIGINT", get: ({seq}) => seq},
  {name: "at", type: "TIMESTAMP", get: ({at}) => new Date(at)},
  {name: "who", type: "VARCHAR", get: ({who}) => who},
  {name: "what", type: "VARCHAR", get: ({what}) => what},
  {name: "action", type: "VARCHAR", get: toAction},
  {name: "table_name", type: "VARCHAR", get: ({table}) => table},
  {name: "record_id", type: "VARCHAR", get: ({id}) => id},
  {name: "group_id", type: "VARCHAR", get: ({group}) => group},
  {name: "undoes", type: "VARCHAR", get: ({undoes}) => undoes}
];

/** A field of a record before and after a change; null where the record has none. */
export interface FieldChange {
  readonly change: Change;
  /** `fields.<name>` of an entry's or an edge's own fields. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export const CHANGE_COLUMNS: readonly MirrorColumn<FieldChange>[] = [
  {name: "seq", type: "BIGINT", get: ({change}) => change.seq},
  {name: "at", type: "TIMESTAMP", get: ({change}) => new Date(change.at)},
  {name: "who", type: "VARCHAR", get: ({change}) => change.who},
  {name: "what", type: "VARCHAR", get: ({change}) => change.what},
  {name: "action", type: "VARCHAR", get: ({change}) => toAction(change)},
  {name: "table_name", type: "VARCHAR", get: ({change}) => change.table},
  {name: "record_id", type: "VARCHAR", get: ({change}) => change.id},
  {name: "field", type: "VARCHAR", get: ({field}) => field},
  {name: "before", type: "VARCHAR", get: ({before}) => maybeText(before)},
  {name: "after", type: "VARCHAR", get: ({after}) => maybeText(after)}
];

/** What each change did to each field; what only counts or dates the record is left out. */
export function toFieldChanges(changes: readonly Change[]): FieldChange[] {
  return changes.flatMap((change) => {
    const before = toFlat(change.before);
    const after = toFlat(change.after);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => !isSame(before[field], after[field]))
      .map((field) => ({change, field, before: before[field], after: after[field]}));
  });
}

/** `relation` is the type's name in SQL; `problems` is what is wrong with its relation, for people. */
export const TYPE_COLUMNS: readonly MirrorColumn<
  EntryType & {readonly relation: string; readonly problems: readonly string[]}
>[] = [
  {name: "name", type: "VARCHAR", get: ({name}) => name},
  {name: "relation", type: "VARCHAR", get: ({relation}) => relation},
  {name: "label", type: "VARCHAR", get: ({label}) => label},
  {name: "plural", type: "VARCHAR", get: ({plural}) => plural},
  {name: "title_field", type: "VARCHAR", get: ({titleField}) => titleField},
  {name: "key_field", type: "VARCHAR", get: ({keyField}) => keyField},
  {name: "extends", type: "VARCHAR", get: (type) => type.extends ?? null},
  {name: "abstract", type: "BOOLEAN", get: ({abstract}) => abstract ?? false},
  {name: "problems", type: TEXTS, get: ({problems}) => problems},
  {name: "version", type: "BIGINT", get: ({version}) => version},
  {name: "schema", type: "VARCHAR", get: ({schema}) => JSON.stringify(schema)}
];

export const KIND_COLUMNS: readonly MirrorColumn<EdgeKind>[] = [
  {name: "name", type: "VARCHAR", get: ({name}) => name},
  {name: "label", type: "VARCHAR", get: ({label}) => label},
  {name: "inverse", type: "VARCHAR", get: ({inverse}) => inverse},
  {name: "symmetric", type: "BOOLEAN", get: ({symmetric}) => symmetric},
  {name: "from_types", type: TEXTS, get: ({fromTypes}) => fromTypes},
  {name: "to_types", type: TEXTS, get: ({toTypes}) => toTypes},
  {name: "cardinality", type: "VARCHAR", get: ({cardinality}) => cardinality ?? "many-to-many"}
];

/** `proposal` and `evidence` are JSON text. */
export const SUGGESTION_COLUMNS: readonly MirrorColumn<Suggestion>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "kind", type: "VARCHAR", get: ({kind}) => kind},
  {name: "status", type: "VARCHAR", get: ({status}) => status},
  {name: "score", type: "DOUBLE", get: ({score}) => score},
  {name: "method", type: "VARCHAR", get: ({method}) => method},
  {name: "ends", type: TEXTS, get: ({ends}) => ends},
  {name: "proposal", type: "VARCHAR", get: ({proposal}) => JSON.stringify(proposal)},
  {name: "evidence", type: "VARCHAR", get: ({evidence}) => JSON.stringify(evidence)},
  {name: "created", type: "TIMESTAMP", get: ({created}) => new Date(created)},
  {name: "decided", type: "TIMESTAMP", get: ({decided}) => (decided ? new Date(decided) : null)}
];

/** `view` is all of it, as JSON text. */
export const VIEW_COLUMNS: readonly MirrorColumn<View>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "name", type: "VARCHAR", get: ({name}) => name},
  {name: "type", type: "VARCHAR", get: ({type}) => type},
  {name: "layout", type: "VARCHAR", get: ({layout}) => layout},
  {name: "view", type: "VARCHAR", get: (view) => JSON.stringify(view)}
];

/** Records as a table in memory. */
export function toDataTable<T>(
  name: string,
  columns: readonly MirrorColumn<T>[],
  records: readonly T[]
): DataTable {
  return {
    name,
    columns: columns.map(({name, type, get}) => ({name, type, values: records.map(get)}))
  };
}

/** What an end is that is no entry, for people; null of an entry, whose title is its own. */
function toEndTitle(end: End | undefined): string | null {
  switch (end?.kind) {
    case "row":
      return `${end.table} row ${end.row}`;
    case "topic":
      return `topic ${end.id}`;
    case "document":
      return end.place === "" ? `document ${end.id}` : `document ${end.id}, ${end.place}`;
    default:
      return null;
  }
}

function toAction({before, after}: Pick<Change, "before" | "after">): string {
  return before === null ? "added" : after === null ? "removed" : "changed";
}

const UNTOLD = new Set(["id", "created", "updated", "revision", "version"]);

function toFlat(record: Change<RecordTable>["before"]): Fields {
  const {fields = {}, ...rest} = (record ?? {}) as Fields & {readonly fields?: Fields};
  const own = Object.entries(fields).map(([name, value]) => [`fields.${name}`, value] as const);
  const others = Object.entries(rest).filter(([name]) => !UNTOLD.has(name));
  return Object.fromEntries<unknown>([...others, ...own]);
}

function maybeText(value: unknown): string | null {
  return value === null || value === undefined ? null : toText(value);
}
