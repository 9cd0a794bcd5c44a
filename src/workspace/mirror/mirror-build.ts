import {quoteText} from "../../lib/sql.ts";
import type {Lake} from "../../lake/lake.ts";
import {toPath} from "../../lake/lake.ts";
import {WORKSPACE_TABLES} from "../../model/entry-type.ts";
import {MATCH_COLUMNS} from "./mirror-matches.ts";
import type {MirrorSource} from "./mirror-source.ts";
import {appendEntries, appendRecords} from "./mirror-rows.ts";
import type {MirrorState} from "./mirror-state.ts";
import {EDGE_ROWS, rows, ws} from "./mirror-state.ts";
import {
  CHANGE_COLUMNS,
  EDGE_COLUMNS,
  ENTRY_COLUMNS,
  HISTORY_COLUMNS,
  KIND_COLUMNS,
  SUGGESTION_COLUMNS,
  TYPE_COLUMNS,
  VIEW_COLUMNS,
  toDataTable,
  toFieldChanges
} from "./mirror-tables.ts";
import {MEMBER_COLUMNS, TOPIC_COLUMNS} from "./mirror-topics.ts";
import type {MirrorType} from "./mirror-types.ts";
import {toMirrorTypes} from "./mirror-types.ts";
import {EDGES_VIEW, writeTypeView} from "./mirror-views.ts";
import {isKept} from "./type-columns.ts";

/** Makes all relations anew. What is written to the store meanwhile may be in it or not: `revision` is that of the start. */
export async function buildMirror(lake: Lake, store: MirrorSource): Promise<MirrorState> {
  const {generation} = lake;
  const revision = await store.history.revision();
  const types = toMirrorTypes(await store.types.list());
  await clear(lake, types);
  await lake.insert(ws("entries"), toDataTable("entries", ENTRY_COLUMNS, []));
  await lake.insert(ws("history"), toDataTable("history", HISTORY_COLUMNS, []));
  await lake.insert(ws("changes"), toDataTable("changes", CHANGE_COLUMNS, []));
  await lake.insert(ws("suggestions"), toDataTable("suggestions", SUGGESTION_COLUMNS, []));
  await lake.insert(ws("matches"), toDataTable("matches", MATCH_COLUMNS, []));
  await lake.insert(EDGE_ROWS, toDataTable("edges", EDGE_COLUMNS, []));
  await lake.query(EDGES_VIEW);
  for (const mirror of types.values()) await createRows(lake, mirror);
  await writeTypes(lake, store, types);
  await writeViews(lake, store);
  await lake.insert(ws("topics"), toDataTable("topics", TOPIC_COLUMNS, []));
  await lake.insert(ws("topic_members"), toDataTable("topic_members", MEMBER_COLUMNS, []));
  const {entries, edges} = store;
  for (let page = await entries.scan(); page.length > 0; page = await entries.scan(page.at(-1)!.id))
    await appendEntries(lake, types, page);
  for (let page = await edges.scan(); page.length > 0; page = await edges.scan(page.at(-1)!.id))
    await appendRecords(lake, EDGE_ROWS, EDGE_COLUMNS, page);
  return {generation, revision, types, hasHistory: false};
}

/** The mirror with its history, up to where the mirror is. */
export async function buildHistory(
  lake: Lake,
  store: MirrorSource,
  state: MirrorState
): Promise<MirrorState> {
  const changes = (await store.history.since(-Infinity)).filter(({seq}) => seq <= state.revision);
  await lake.insert(ws("history"), toDataTable("history", HISTORY_COLUMNS, changes));
  await lake.insert(ws("changes"), toDataTable("changes", CHANGE_COLUMNS, toFieldChanges(changes)));
  return {...state, hasHistory: true};
}

/** Makes the relations of all types, `ws.types` with what is wrong with them, and `ws.kinds`. */
export async function writeTypes(
  lake: Lake,
  store: MirrorSource,
  types: ReadonlyMap<string, MirrorType>
): Promise<void> {
  const kinds = await store.kinds.list();
  const symmetric = new Set(kinds.filter(({symmetric}) => symmetric).map(({name}) => name));
  const list = [];
  for (const mirror of types.values()) {
    const problems = await writeTypeView(lake, mirror, {types, symmetric});
    list.push({...mirror.type, relation: mirror.relation, problems});
  }
  await lake.insert(ws("types"), toDataTable("types", TYPE_COLUMNS, list));
  await lake.insert(ws("kinds"), toDataTable("kinds", KIND_COLUMNS, kinds));
}

export async function writeViews(lake: Lake, store: MirrorSource): Promise<void> {
  await lake.insert(ws("views"), toDataTable("views", VIEW_COLUMNS, await store.views.list()));
}

/** The ledger, read anew whenever a query names it: what is proposed is not in the history. */
export async function writeSuggestions(lake: Lake, store: MirrorSource): Promise<void> {
  const list = [];
  for (const status of ["open", "accepted", "rejected", "later"] as const)
    list.push(...(await store.suggestions.page({status, limit: Infinity})).suggestions);
  await lake.insert(ws("suggestions"), toDataTable("suggestions", SUGGESTION_COLUMNS, list));
}

/** The table for the entries of exactly this type, still empty. */
export async function createRows(lake: Lake, {relation, columns}: MirrorType): Promise<void> {
  const kept = columns.filter((column) => isKept(column) && column.role !== "type");
  await lake.insert(rows(relation), toDataTable(relation, kept, []));
}

/**
 * Takes away what an earlier mirror made, and what stands where this one puts something of another sort: all that it
 * makes but the tables of the workspace are views over its rows.
 */
async function clear(lake: Lake, types: ReadonlyMap<string, MirrorType>): Promise<void> {
  await lake.query(
    "CREATE SCHEMA IF NOT EXISTS memory.ws; CREATE SCHEMA IF NOT EXISTS memory.ws_rows"
  );
  const inWs = "database_name = 'memory' AND schema_name = 'ws'";
  const views = [...types.values()].map(({relation}) => relation.toLowerCase());
  const names = (list: readonly string[]): string => list.map(quoteText).join(", ");
  const found = await lake.query(
    `SELECT 'VIEW' AS sort, view_name AS name FROM duckdb_views() WHERE ${inWs} AND (sql LIKE '%ws_rows%' OR lower(view_name) IN (${names(WORKSPACE_TABLES)}))
    UNION ALL SELECT 'TABLE', table_name FROM duckdb_tables() WHERE ${inWs} AND lower(table_name) IN (${names(["edges", ...views])})`
  );
  const drops = (found.toArray() as {sort: string; name: string}[]).map(
    ({sort, name}) => `DROP ${sort} ${toPath(ws(name))}`
  );
  await lake.query(
    [...drops, "DROP SCHEMA memory.ws_rows CASCADE", "CREATE SCHEMA memory.ws_rows"].join("; ")
  );
}
