import type {Edge, EdgeKind} from "../model/edge.ts";
import {toEdgeKind} from "../model/edge.ts";
import type {End} from "../model/end.ts";
import {toEnd} from "../model/end.ts";
import type {Entry} from "../model/entry.ts";
import type {Connection} from "./connection.ts";
import {toEntry} from "./database.ts";
import {readTopicTitles} from "./ends.ts";

const DEFAULT_LIMIT = 200;

/** The edges of one entry that are read the same way. */
export interface EdgeGroup {
  readonly kind: string;
  /** `out`: the entry is the edge's first end (a symmetric kind is always out). */
  readonly direction: "out" | "in";
  /** The kind's label as it reads from this end. */
  readonly label: string;
  /** Those whose other end is an entry, by its title. */
  readonly edges: readonly {readonly edge: Edge; readonly other: Entry}[];
  /** Those whose other end is something else; the title where it has one. */
  readonly elsewhere: readonly {
    readonly edge: Edge;
    readonly end: Exclude<End, EntryEnd>;
    readonly title: string | undefined;
  }[];
  /** How many there are; the lists may hold fewer. */
  readonly total: number;
}

type EntryEnd = Extract<End, {kind: "entry"}>;

/** See `Edges.of`. */
export function readGroups(
  connection: Connection,
  entryId: string,
  {limit = DEFAULT_LIMIT}: {limit?: number} = {}
): Promise<EdgeGroup[]> {
  return connection.run((db) =>
    db.transaction("r", [db.edges, db.kinds, db.entries, db.topics], async () => {
      const kinds = new Map((await db.kinds.toArray()).map((kind) => [kind.name, kind]));
      const out = await db.edges
        .where("[from+kind+to]")
        .between([entryId], [entryId, []])
        .toArray();
      const into = await db.edges.where("to").equals(entryId).toArray();
      const groups: EdgeGroup[] = [];
      for (const [key, edges] of groupEdges([...out, ...into], entryId, kinds)) {
        const [direction, kind] = key.split(" ", 2) as ["out" | "in", string];
        const {label, inverse} = kinds.get(kind) ?? toEdgeKind({name: kind});
        const shown = edges.slice(0, limit);
        const ends = shown.map((edge) => otherEnd(edge, entryId));
        const others = await db.entries.bulkGet(ends);
        const topics = await readTopicTitles(db, ends);
        groups.push({
          kind,
          direction,
          label: direction === "out" ? label : inverse,
          edges: shown
            .flatMap((edge, i) => (others[i] ? [{edge, other: toEntry(others[i])}] : []))
            .sort((a, b) => byTitle(a.other, b.other)),
          elsewhere: shown.flatMap((edge) => {
            const text = otherEnd(edge, entryId);
            const end = toEnd(text);
            return end && end.kind !== "entry" ? [{edge, end, title: topics.get(text)}] : [];
          }),
          total: edges.length
        });
      }
      return groups.sort((a, b) => collator.compare(a.label, b.label));
    })
  );
}

const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: "base"});

function byTitle(a: Entry, b: Entry): number {
  return collator.compare(a.title, b.title);
}

function groupEdges(
  edges: readonly Edge[],
  entryId: string,
  kinds: ReadonlyMap<string, EdgeKind>
): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const isOut = edge.from === entryId || kinds.get(edge.kind)?.symmetric;
    const key = `${isOut ? "out" : "in"} ${edge.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return groups;
}

function otherEnd({from, to}: Edge, entryId: string): string {
  return from === entryId ? to : from;
}
