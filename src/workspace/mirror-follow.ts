import {isSame} from "../lib/same.ts";
import type {Lake} from "../lake/lake.ts";
import {toPath} from "../lake/lake.ts";
import type {Change} from "../model/change.ts";
import type {Entry} from "../model/entry.ts";
import type {Store} from "../store/store.ts";
import {createRelation, writeTypes} from "./mirror-build.ts";
import type {MirrorState} from "./mirror-state.ts";
import {
  EDGE_ROWS,
  appendEntries,
  appendRecords,
  removeRecords,
  toRelations,
  ws
} from "./mirror-state.ts";
import {EDGE_COLUMNS, HISTORY_COLUMNS} from "./mirror-tables.ts";
import {toTypeColumns} from "./type-columns.ts";

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
  const isOfTypes = changes.some(({table}) => table === "types");
  const state = isOfTypes ? await withTypes(store, former) : former;
  if (!state) return undefined;
  if (isOfTypes || changes.some(({table}) => table === "kinds"))
    await writeTypes(lake, store, state);
  const remade = await alignRelations(lake, store, former, state);
  const entries = toLast(changes, "entries");
  const edges = toLast(changes, "edges");
  await removeEntries(lake, state, changes, [...entries.keys()], remade);
  await appendEntries(lake, state, present(entries), remade);
  await removeRecords(lake, EDGE_ROWS, [...edges.keys()]);
  await appendRecords(lake, EDGE_ROWS, EDGE_COLUMNS, present(edges));
  if (state.hasHistory) await appendRecords(lake, ws("history"), HISTORY_COLUMNS, changes);
  return {...state, revision: changes.at(-1)?.seq ?? state.revision};
}

/** The state with the types as they are now; undefined where a relation would have to change its name. */
async function withTypes(store: Store, former: MirrorState): Promise<MirrorState | undefined> {
  const list = await store.types.list();
  const types = new Map(list.map((type) => [type.name, type]));
  const relations = toRelations(list);
  const isRenamed = [...former.relations].some(
    ([name, relation]) => relations.has(name) && relations.get(name) !== relation
  );
  return isRenamed ? undefined : {...former, types, relations};
}

/** Makes and drops types' relations; gives the types whose relation was made anew with all of their entries in it. */
async function alignRelations(
  lake: Lake,
  store: Store,
  former: MirrorState,
  {types, relations}: MirrorState
): Promise<Set<string>> {
  const remade = new Set<string>();
  for (const [name, relation] of former.relations) {
    if (!relations.has(name)) await lake.query(`DROP TABLE IF EXISTS ${toPath(ws(relation))}`);
  }
  for (const [name, type] of types) {
    if (isSame(former.types.get(name), type)) continue;
    await createRelation(lake, type, relations.get(name)!);
    remade.add(name);
    const {entries} = await store.entries.page({type: name, limit: Infinity});
    await appendRecords(lake, ws(relations.get(name)!), toTypeColumns(type), entries);
  }
  return remade;
}

/** The last state of each record that was changed; null where it is no more. */
function toLast<T extends "entries" | "edges">(
  changes: readonly Change[],
  table: T
): Map<string, Change<T>["after"]> {
  const mine = changes.filter((change) => change.table === table) as Change<T>[];
  return new Map(mine.map(({id, after}) => [id, after]));
}

function present<T>(records: ReadonlyMap<string, T | null>): T[] {
  return [...records.values()].filter((record) => record !== null);
}

async function removeEntries(
  lake: Lake,
  {relations}: MirrorState,
  changes: readonly Change[],
  ids: readonly string[],
  apart: ReadonlySet<string>
): Promise<void> {
  await removeRecords(lake, ws("entries"), ids);
  const touched = new Set<string>();
  for (const {table, before, after} of changes)
    if (table === "entries") touched.add(((after ?? before) as Entry).type);
  for (const type of touched) {
    const relation = relations.get(type);
    if (relation !== undefined && !apart.has(type)) await removeRecords(lake, ws(relation), ids);
  }
}
