import type {Edge} from "../model/edge.ts";
import type {EdgeDraft} from "./add-edges.ts";
import {addEdges} from "./add-edges.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Directory} from "./directory.ts";
import type {EdgePage, EdgeQuery} from "./edge-page.ts";
import {readEdgePage} from "./edge-page.ts";
import type {EdgeGroup} from "./edge-groups.ts";
import {readGroups} from "./edge-groups.ts";
import {removeEdges} from "./remove-edges.ts";
import type {EdgePatch} from "./update-edge.ts";
import {updateEdge} from "./update-edge.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";

/** Edges read at once by `scan`. */
const SCAN_LIMIT = 5000;

/** The edges. Each write is one transaction with its history. */
export interface Edges {
  get(id: string): Promise<Edge | undefined>;
  /** Every edge at an entry, in groups by label; at most `limit` (200) others a group, by title. */
  of(entryId: string, options?: {limit?: number}): Promise<EdgeGroup[]>;
  /** A page of a list of edges with what stands at their ends, and how long the list is. */
  page(query?: EdgeQuery): Promise<EdgePage>;
  /** All edges, page by page in the order of their ids: those after an id. An empty page says that there are no more. */
  scan(after?: string, limit?: number): Promise<Edge[]>;
  count(): Promise<number>;
  /** How many there are of each kind, kinds without any left out. */
  countByKind(): Promise<Map<string, number>>;
  /**
   * Joins two ends; an edge that is there already is not doubled but given back, with `fields` where they are given.
   * Throws `InputError` where the kind or an end is not there, the kind does not join such ends, or what it says of
   * edges beside each other (cardinality, circles, positions, room) leaves no place for this one.
   */
  add(draft: EdgeDraft): Promise<Edge>;
  /** Adds all or none. */
  addAll(
    drafts: readonly EdgeDraft[],
    options?: BulkOptions
  ): Promise<{added: number; changed: number; unchanged: number; group: string | null}>;
  /**
   * Changes an edge; with another end, the edge moves there, and its history tells where it was. With the `revision` that
   * the change is based on, throws `InputError` where somebody else was first.
   */
  update(id: string, patch: EdgePatch, options?: {revision?: number}): Promise<Edge>;
  /** Removes edges; what is not there is passed over. */
  remove(
    ids: readonly string[],
    options?: BulkOptions
  ): Promise<{edges: number; group: string | null}>;
}

export function createEdges(connection: Connection, directory: Directory): Edges {
  return {
    get: (id) => connection.run((db) => db.edges.get(id)),
    of: (entryId, options) => readGroups(connection, entryId, options),
    page: (query = {}) => readEdgePage(connection, directory, query),
    scan: (after = "", limit = SCAN_LIMIT) =>
      connection.run((db) => db.edges.where(":id").above(after).limit(limit).toArray()),

    count: () => connection.run((db) => db.edges.count()),

    countByKind: () =>
      connection.run(async (db) => {
        const counts = new Map<string, number>();
        for (const kind of await db.kinds.toCollection().primaryKeys()) {
          const count = await db.edges.where("kind").equals(kind).count();
          if (count > 0) counts.set(kind, count);
        }
        return counts;
      }),

    async add(draft) {
      const {result} = await runBatch(connection, {what: toWhat}, (batch) =>
        addEdges(batch, [draft])
      );
      return result.edges[0]!;
    },

    async addAll(drafts, {what, ...options} = {}) {
      const {result, group} = await runBatch(connection, {what: what ?? toWhat}, (batch) =>
        addEdges(batch, drafts, options)
      );
      const {added, changed, unchanged} = result;
      return {added, changed, unchanged, group: group?.group ?? null};
    },

    async update(id, patch, options) {
      const {result} = await runBatch(connection, {what: toWhat}, (batch) =>
        updateEdge(batch, id, patch, options)
      );
      return result.edge;
    },

    async remove(ids, {what, ...options} = {}) {
      const toRemoved = (count: number): string => `Remove ${countOf(count, "edge")}`;
      const {result, group} = await runBatch(connection, {what: what ?? toRemoved}, (batch) =>
        removeEdges(batch, ids, options)
      );
      return {edges: result, group: group?.group ?? null};
    }
  };
}

function toWhat({what}: {readonly what: string}): string {
  return what;
}
