import {isSame} from "../lib/same.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {Fields, RowSource} from "../model/entry.ts";
import type {Batch} from "./batch.ts";
import {toStoredFields} from "./draft.ts";
import {checkEnds, readEnds} from "./ends.ts";
import {findKind, readKinds} from "./kinds.ts";
import {countOf} from "./words.ts";
import type {WorkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** What a person gives to join two ends. */
export interface EdgeDraft {
  readonly kind: string;
  /** Entry ids, or the addresses of something else (see `End`). */
  readonly from: string;
  readonly to: string;
  readonly fields?: Fields;
  readonly source?: RowSource | null;
  readonly confidence?: number | null;
}

export interface AddedEdges {
  /** The edge of each draft, in order. */
  readonly edges: Edge[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What was done, for people. */
  readonly what: string;
}

/** See `Edges.addAll`. */
export async function addEdges(
  batch: Batch,
  drafts: readonly EdgeDraft[],
  options: WorkOptions = {}
): Promise<AddedEdges> {
  const counts = {added: 0, changed: 0, unchanged: 0};
  const edges: Edge[] = [];
  let only = "";
  const kinds = await readKinds(batch.db);
  await forEachChunk(drafts, options, async (chunk) => {
    const ends = await readEnds(batch.db, chunk, await batch.types());
    for (const draft of chunk) {
      const kind = findKind(kinds, draft.kind);
      const [from, to] = checkEnds(draft, kind, ends);
      only = `Join "${from.title}" ${kind.label} "${to.title}"`;
    }
    for (const edge of await putEdges(batch, chunk, kinds, counts)) edges.push(edge);
  });
  const what = drafts.length === 1 ? only : `Add ${countOf(counts.added, "edge")}`;
  return {...counts, edges, what};
}

async function putEdges(
  batch: Batch,
  drafts: readonly EdgeDraft[],
  kinds: ReadonlyMap<string, EdgeKind>,
  counts: {added: number; changed: number; unchanged: number}
): Promise<Edge[]> {
  const known = new Map(
    (await findTwins(batch, drafts, kinds)).map((edge) => [toTriple(edge, kinds), edge])
  );
  const pairs: {before: Edge | null; after: Edge}[] = [];
  const edges = drafts.map((draft) => {
    const triple = toTriple(draft, kinds);
    const before = known.get(triple) ?? null;
    const said = toSaid(draft);
    if (before && isSame({...before, ...said}, before)) {
      ++counts.unchanged;
      return before;
    }
    const after: Edge = before
      ? {...before, ...said, updated: batch.at, revision: before.revision + 1}
      : {...toNewEdge(draft, batch), ...said};
    ++counts[before ? "changed" : "added"];
    known.set(triple, after);
    pairs.push({before, after});
    return after;
  });
  await batch.write("edges", pairs);
  return edges;
}

/** The edges that join the same ends by the same kind; of a symmetric kind in either direction. */
export async function findTwins(
  {db}: Batch,
  edges: readonly Pick<Edge, "kind" | "from" | "to">[],
  kinds: ReadonlyMap<string, EdgeKind>
): Promise<Edge[]> {
  const triples = edges.flatMap(({kind, from, to}) =>
    kinds.get(kind)?.symmetric
      ? [
          [from, kind, to],
          [to, kind, from]
        ]
      : [[from, kind, to]]
  );
  return db.edges.where("[from+kind+to]").anyOf(triples).toArray();
}

/** What makes two edges the same edge; of a symmetric kind the ends have no order. */
export function toTriple(
  {kind, from, to}: Pick<Edge, "kind" | "from" | "to">,
  kinds: ReadonlyMap<string, EdgeKind>
): string {
  const [a, b] = kinds.get(kind)?.symmetric && to < from ? [to, from] : [from, to];
  return `${a} ${kind} ${b}`;
}

/** What a draft or a patch says beyond its ends. */
export function toSaid({
  fields,
  source,
  confidence
}: Pick<EdgeDraft, "fields" | "source" | "confidence">): Partial<Edge> {
  return {
    ...(fields && {fields: toStoredFields(fields)}),
    ...(source !== undefined && {source}),
    ...(confidence !== undefined && {confidence})
  };
}

function toNewEdge({kind, from, to}: EdgeDraft, batch: Batch): Edge {
  const {at} = batch;
  return {id: batch.createId(), kind, from, to, fields: {}, created: at, updated: at, revision: 1};
}
