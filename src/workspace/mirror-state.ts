import {toUnique} from "../lib/slug.ts";
import {quoteText} from "../lib/sql.ts";
import type {Lake, TableName} from "../lake/lake.ts";
import {toPath} from "../lake/lake.ts";
import type {EntryType} from "../model/entry-type.ts";
import {RESERVED_TYPE_NAMES} from "../model/entry-type.ts";
import type {Entry} from "../model/entry.ts";
import type {MirrorColumn} from "./mirror-tables.ts";
import {ENTRY_COLUMNS, toDataTable} from "./mirror-tables.ts";
import {toTypeColumns} from "./type-columns.ts";

/** Where the edges' rows lie; `ws.edges` shows them with the titles of their ends, which change on their own. */
export const EDGE_ROWS: TableName = {schema: "ws_rows", name: "edges"};

/** What the mirror shows. */
export interface MirrorState {
  /** The lake's generation that it was made in. */
  readonly generation: number;
  /** The number of the last change that is in it. */
  readonly revision: number;
  readonly types: ReadonlyMap<string, EntryType>;
  /** Each type's relation in the schema `ws`, by the type's name. */
  readonly relations: ReadonlyMap<string, string>;
  /** History is long and rarely asked for: it is there once somebody did. */
  readonly hasHistory: boolean;
}

export function ws(name: string): TableName {
  return {schema: "ws", name};
}

/** A relation for each type; SQL tells no `Book` from `book`, so the second is `book_2`. */
export function toRelations(types: readonly EntryType[]): Map<string, string> {
  const taken = new Set(RESERVED_TYPE_NAMES);
  const relations = new Map<string, string>();
  for (const name of types.map(({name}) => name).sort()) {
    const relation = toUnique(name, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(relation.toLowerCase());
    relations.set(name, relation);
  }
  return relations;
}

export async function appendRecords<T>(
  lake: Lake,
  table: TableName,
  columns: readonly MirrorColumn<T>[],
  records: readonly T[]
): Promise<void> {
  if (records.length > 0) await lake.append(table, toDataTable(table.name, columns, records));
}

export async function removeRecords(
  lake: Lake,
  table: TableName,
  ids: readonly string[]
): Promise<void> {
  if (ids.length === 0) return;
  await lake.query(`DELETE FROM ${toPath(table)} WHERE id IN (${ids.map(quoteText).join(", ")})`);
}

/** Appends entries to `ws.entries` and, but for the types in `apart`, to their own relations. */
export async function appendEntries(
  lake: Lake,
  {relations, types}: Pick<MirrorState, "relations" | "types">,
  entries: readonly Entry[],
  apart: ReadonlySet<string> = new Set()
): Promise<void> {
  await appendRecords(lake, ws("entries"), ENTRY_COLUMNS, entries);
  for (const name of new Set(entries.map(({type}) => type))) {
    const relation = relations.get(name);
    if (relation === undefined || apart.has(name)) continue;
    const mine = entries.filter(({type}) => type === name);
    await appendRecords(lake, ws(relation), toTypeColumns(types.get(name)!), mine);
  }
}
