import {isSame} from "../../lib/same.ts";
import type {Lake, TableName} from "../../lake/lake.ts";
import {toPath} from "../../lake/lake.ts";
import type {Change} from "../../model/change.ts";
import type {Edge} from "../../model/edge.ts";
import type {Entry} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";
import {createRows, writeTypes, writeViews} from "./mirror-build.ts";
import type {RowChange} from "./mirror-rows.ts";
import {appendRecords, toRowColumns, writeRows} from "./mirror-rows.ts";
import type {MirrorState} from "./mirror-state.ts";
import {EDGE_ROWS, rows, ws} from "./mirror-state.ts";
import type {MirrorColumn} from "./mirror-tables.ts";
import {
  CHANGE_COLUMNS,
  EDGE_COLUMNS,
  ENTRY_COLUMNS,
  HISTORY_COLUMNS,
  toDataTable,
  toFieldChanges
} from "./mirror-tables.ts";
import type {MirrorType} from "./mirror-types.ts";
import {toMirrorTypes} from "./mirror-types.ts";

/** With more changes than this, making all anew takes less time than following them. */
const MAX_CHANGES = 5000;

/** The mirror after the changes that came since; undefined where it is better made anew. */
export async function followMirror(
  lake: Lake,
  store: Store,
  former: MirrorState
): Promise<MirrorState | undefined> {
  const changes = await store.history.since(former.revision, MAX_CHANGES + 1);
  if (changes.length > MAX_CHANGES) return undefined;
  const has = (name: Change["table"]): boolean => changes.some(({table}) => table === name);
  const types = has("types") ? await toTypes(store, former) : former.types;
  if (!types) return undefined;
  const remade = await alignRows(lake, store, former.types, types);
  if (has("types") || has("kinds")) await writeTypes(lake, store, types);
  if (has("views")) await writeViews(lake, store);
  await writeRows(lake, [
    ...toEntryChanges(changes, types, remade),
    toRowChange(EDGE_ROWS, EDGE_COLUMNS, toLast<Edge>(changes, "edges")),
    ...(former.hasHistory ? toHistoryChanges(changes) : [])
  ]);
  return {...former, types, revision: changes.at(-1)?.seq ?? former.revision};
}

/** The types as they are now; undefined where a relation would have to change its name. */
async function toTypes(
  store: Store,
  former: MirrorState
): Promise<ReadonlyMap<string, MirrorType> | undefined> {
  const types = toMirrorTypes(await store.types.list());
  const isRenamed = [...former.types].some(
    ([name, {relation}]) => types.has(name) && types.get(name)!.relation !== relation
  );
  return isRenamed ? undefined : types;
}

/** Makes and drops types' rows; gives the types whose rows were made anew, with all of their entries. */
async function alignRows(
  lake: Lake,
  store: Store,
  former: ReadonlyMap<string, MirrorType>,
  types: ReadonlyMap<string, MirrorType>
): Promise<Set<string>> {
  const remade = new Set<string>();
  for (const [name, {relation}] of former) {
    if (types.has(name)) continue;
    await lake.query(
      `DROP VIEW IF EXISTS ${toPath(ws(relation))}; DROP TABLE IF EXISTS ${toPath(rows(relation))}`
    );
  }
  for (const [name, mirror] of types) {
    const before = former.get(name);
    if (before && isSame(toShape(before), toShape(mirror))) continue;
    await createRows(lake, mirror);
    remade.add(name);
    const {entries} = await store.entries.page({type: name, limit: Infinity});
    await appendRecords(lake, rows(mirror.relation), toRowColumns(mirror), entries);
  }
  return remade;
}

/** What a type's rows are made of. */
function toShape({columns}: MirrorType): unknown {
  return columns.map(({name, type, role, field}) => [name, type, role, field ?? null]);
}

function toEntryChanges(
  changes: readonly Change[],
  types: ReadonlyMap<string, MirrorType>,
  remade: ReadonlySet<string>
): RowChange[] {
  const last = toLast<Entry>(changes, "entries");
  const touched = new Set<string>();
  for (const {table, before, after} of changes)
    if (table === "entries")
      for (const entry of [before, after] as (Entry | null)[]) if (entry) touched.add(entry.type);
  const own = [...touched].flatMap((name) => {
    const mirror = types.get(name);
    if (!mirror || remade.has(name)) return [];
    const mine = new Map([...last].map(([id, entry]) => [id, entry?.type === name ? entry : null]));
    return [toRowChange(rows(mirror.relation), toRowColumns(mirror), mine)];
  });
  return [toRowChange(ws("entries"), ENTRY_COLUMNS, last), ...own];
}

function toHistoryChanges(changes: readonly Change[]): RowChange[] {
  const fields = toFieldChanges(changes);
  return [
    {table: ws("history"), remove: [], add: toDataTable("history", HISTORY_COLUMNS, changes)},
    {table: ws("changes"), remove: [], add: toDataTable("changes", CHANGE_COLUMNS, fields)}
  ];
}

function toRowChange<T>(
  table: TableName,
  columns: readonly MirrorColumn<T>[],
  last: ReadonlyMap<string, T | null>
): RowChange {
  const present = [...last.values()].filter((record) => record !== null);
  return {table, remove: [...last.keys()], add: toDataTable(table.name, columns, present)};
}

/** The last state of each record that was changed; null where it is no more. */
function toLast<T>(changes: readonly Change[], table: Change["table"]): Map<string, T | null> {
  const mine = changes.filter((change) => change.table === table);
  return new Map(mine.map(({id, after}) => [id, after as T | null]));
}
