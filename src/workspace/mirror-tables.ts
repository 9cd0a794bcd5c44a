import type {Change} from "../model/change.ts";
import type {Value} from "../model/column.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry} from "../model/entry.ts";
import type {DataTable, DataType} from "../model/table.ts";

/** A column of a relation that is made of records: its value for a record. */
export interface MirrorColumn<T> {
  readonly name: string;
  readonly type: DataType;
  readonly get: (record: T) => Value;
}

const TEXTS: DataType = {list: "VARCHAR"};

export const ENTRY_COLUMNS: readonly MirrorColumn<Entry>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "type", type: "VARCHAR", get: ({type}) => type},
  {name: "slug", type: "VARCHAR", get: ({slug}) => slug},
  {name: "title", type: "VARCHAR", get: ({title}) => title},
  {name: "tags", type: TEXTS, get: ({tags}) => tags},
  {name: "fields", type: "VARCHAR", get: ({fields}) => JSON.stringify(fields)},
  {name: "source_table", type: "VARCHAR", get: ({source}) => source?.table ?? null},
  {name: "source_file", type: "VARCHAR", get: ({source}) => source?.file ?? null},
  {name: "source_sha256", type: "VARCHAR", get: ({source}) => source?.sha256 ?? null},
  {name: "source_row", type: "BIGINT", get: ({source}) => source?.row ?? null},
  {name: "created", type: "TIMESTAMP", get: ({created}) => new Date(created)},
  {name: "updated", type: "TIMESTAMP", get: ({updated}) => new Date(updated)},
  {name: "revision", type: "BIGINT", get: ({revision}) => revision}
];

export const EDGE_COLUMNS: readonly MirrorColumn<Edge>[] = [
  {name: "id", type: "VARCHAR", get: ({id}) => id},
  {name: "kind", type: "VARCHAR", get: ({kind}) => kind},
  {name: "from_id", type: "VARCHAR", get: ({from}) => from},
  {name: "to_id", type: "VARCHAR", get: ({to}) => to},
  {name: "fields", type: "VARCHAR", get: ({fields}) => JSON.stringify(fields)},
  {name: "created", type: "TIMESTAMP", get: ({created}) => new Date(created)},
  {name: "updated", type: "TIMESTAMP", get: ({updated}) => new Date(updated)},
  {name: "revision", type: "BIGINT", get: ({revision}) => revision}
];

export const HISTORY_COLUMNS: readonly MirrorColumn<Change>[] = [
  {name: "seq", type: "BIGINT", get: ({seq}) => seq},
  {name: "at", type: "TIMESTAMP", get: ({at}) => new Date(at)},
  {name: "what", type: "VARCHAR", get: ({what}) => what},
  {
    name: "action",
    type: "VARCHAR",
    get: ({before, after}) => (before === null ? "added" : after === null ? "removed" : "changed")
  },
  {name: "table_name", type: "VARCHAR", get: ({table}) => table},
  {name: "record_id", type: "VARCHAR", get: ({id}) => id},
  {name: "group_id", type: "VARCHAR", get: ({group}) => group},
  {name: "undoes", type: "VARCHAR", get: ({undoes}) => undoes}
];

/** `relation` is the type's name in SQL. */
export const TYPE_COLUMNS: readonly MirrorColumn<EntryType & {readonly relation: string}>[] = [
  {name: "name", type: "VARCHAR", get: ({name}) => name},
  {name: "relation", type: "VARCHAR", get: ({relation}) => relation},
  {name: "label", type: "VARCHAR", get: ({label}) => label},
  {name: "plural", type: "VARCHAR", get: ({plural}) => plural},
  {name: "title_field", type: "VARCHAR", get: ({titleField}) => titleField},
  {name: "key_field", type: "VARCHAR", get: ({keyField}) => keyField},
  {name: "version", type: "BIGINT", get: ({version}) => version},
  {name: "schema", type: "VARCHAR", get: ({schema}) => JSON.stringify(schema)}
];

export const KIND_COLUMNS: readonly MirrorColumn<EdgeKind>[] = [
  {name: "name", type: "VARCHAR", get: ({name}) => name},
  {name: "label", type: "VARCHAR", get: ({label}) => label},
  {name: "inverse", type: "VARCHAR", get: ({inverse}) => inverse},
  {name: "symmetric", type: "BOOLEAN", get: ({symmetric}) => symmetric},
  {name: "from_types", type: TEXTS, get: ({fromTypes}) => fromTypes},
  {name: "to_types", type: TEXTS, get: ({toTypes}) => toTypes}
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
