import {omit} from "../lib/omit.ts";
import type {Edge} from "../model/edge.ts";
import type {EdgeDraft} from "./add-edges.ts";
import {addEdges} from "./add-edges.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {EdgeGroup} from "./edge-groups.ts";
import {readGroups} from "./edge-groups.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** Edges read at once by `scan`. */
const SCAN_LIMIT = 5000;

/** The edges. Each write is one transaction with its history. */
export interface Edges {
  get(id: string): Promise<Edge | undefined>;
  /** Every edge at an entry, in groups by label; at most `limit` (200) others a group, by title. */
  of(entryId: string, options?: {limit?: number}): Promise<EdgeGroup[]>;
  /** All edges, page by page in the order of their ids: those after an id. An empty page says that there are no more. */
  scan(after?: string, limit?: number): Promise<Edge[]>;
  count(): Promise<number>;
  /** How many there are of each kind, kinds without any left out. */
  countByKind(): Promise<Map<string, number>>;
  /**
   * Joins two entries; an edge that is there already is not doubled but given back, with `fields` where they are given.
   * Throws `InputError` where the kind or an end is not there, or the kind does not join such ends.
   */
  add(draft: EdgeDraft): Promise<Edge>;
  /** Adds all or none. */
  addAll(
    drafts: readonly EdgeDraft[],
    options?: BulkOptions
  ): Promise<{added: number; changed: number; unchanged: number; group: string | null}>;
  /** Removes edges; what is not there is passed over. */
  remove(
    ids: readonly string[],
    options?: BulkOptions
  ): Promise<{edges: number; group: string | null}>;
}

export function createEdges(connection: Connection): Edges {
  return {
    get: (id) => connection.run((db) => db.edges.get(id)),
    of: (entryId, options) => readGroups(connection, entryId, options),
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

    add: async (draft) => (await addEdges(connection, [draft])).edges[0]!,

    async addAll(drafts, options) {
      return omit(await addEdges(connection, drafts, options), ["edges"]);
    },

    async remove(ids, {what, ...options} = {}) {
      let edges = 0;
      const toWhat = (): string => what ?? `Remove ${countOf(edges, "edge")}`;
      const {group} = await runBatch(connection, {what: toWhat}, async (batch) => {
        await forEachChunk([...new Set(ids)], options, async (chunk) => {
          const found = (await batch.db.edges.bulkGet([...chunk])).filter(
            (edge) => edge !== undefined
          );
          await batch.write(
            "edges",
            found.map((before) => ({before, after: null}))
          );
          edges += found.length;
        });
      });
      return {edges, group: group?.group ?? null};
    }
  };
}
