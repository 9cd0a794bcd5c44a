import type {Lake} from "../lake/lake.ts";
import {toPath} from "../lake/lake.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Store} from "../store/store.ts";
import type {MirrorState} from "./mirror-state.ts";
import {EDGE_ROWS, appendEntries, appendRecords, toRelations, ws} from "./mirror-state.ts";
import {
  EDGE_COLUMNS,
  ENTRY_COLUMNS,
  HISTORY_COLUMNS,
  KIND_COLUMNS,
  TYPE_COLUMNS,
  toDataTable
} from "./mirror-tables.ts";
import {toTypeColumns} from "./type-columns.ts";

/** Makes all relations anew. What is written to the store meanwhile may be in it or not: `revision` is that of the start. */
export async function buildMirror(lake: Lake, store: Store): Promise<MirrorState> {
  await lake.query("CREATE SCHEMA IF NOT EXISTS memory.ws; DROP VIEW IF EXISTS memory.ws.edges");
  const {generation} = lake;
  const revision = await store.history.revision();
  const list = await store.types.list();
  const relations = toRelations(list);
  const types = new Map(list.map((type) => [type.name, type]));
  await writeTypes(lake, store, {types, relations});
  await lake.insert(ws("entries"), toDataTable("entries", ENTRY_COLUMNS, []));
  await lake.insert(ws("history"), toDataTable("history", HISTORY_COLUMNS, []));
  await lake.insert(EDGE_ROWS, toDataTable("edges", EDGE_COLUMNS, []));
  await lake.query(EDGES_VIEW);
  for (const type of list) await createRelation(lake, type, relations.get(type.name)!);
  const {entries, edges} = store;
  for (let page = await entries.scan(); page.length > 0; page = await entries.scan(page.at(-1)!.id))
    await appendEntries(lake, {types, relations}, page);
  for (let page = await edges.scan(); page.length > 0; page = await edges.scan(page.at(-1)!.id))
    await appendRecords(lake, EDGE_ROWS, EDGE_COLUMNS, page);
  return {generation, revision, types, relations, hasHistory: false};
}

/** The mirror with its history, up to where the mirror is. */
export async function buildHistory(
  lake: Lake,
  store: Store,
  state: MirrorState
): Promise<MirrorState> {
  const changes = (await store.history.since(0)).filter(({seq}) => seq <= state.revision);
  await lake.insert(ws("history"), toDataTable("history", HISTORY_COLUMNS, changes));
  return {...state, hasHistory: true};
}

/** Writes `ws.types` and `ws.kinds`. */
export async function writeTypes(
  lake: Lake,
  store: Store,
  {types, relations}: Pick<MirrorState, "types" | "relations">
): Promise<void> {
  const rows = Array.from(types.values(), (type) => ({
    ...type,
    relation: relations.get(type.name)!
  }));
  await lake.insert(ws("types"), toDataTable("types", TYPE_COLUMNS, rows));
  await lake.insert(ws("kinds"), toDataTable("kinds", KIND_COLUMNS, await store.kinds.list()));
}

/** A type's relation, still empty. */
export async function createRelation(lake: Lake, type: EntryType, relation: string): Promise<void> {
  await lake.insert(ws(relation), toDataTable(relation, toTypeColumns(type), []));
}

const EDGES_VIEW = `CREATE VIEW memory.ws.edges AS
SELECT edge.id, edge.kind, edge.from_id, edge.to_id, first.title AS from_title, second.title AS to_title,
  edge.fields, edge.created, edge.updated, edge.revision
FROM ${toPath(EDGE_ROWS)} AS edge
LEFT JOIN memory.ws.entries AS first ON first.id = edge.from_id
LEFT JOIN memory.ws.entries AS second ON second.id = edge.to_id`;
