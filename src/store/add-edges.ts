import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {Entry, Fields} from "../model/entry.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {toStoredFields} from "./draft.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** What a person gives to join two entries. */
export interface EdgeDraft {
  readonly kind: string;
  /** Entry ids. */
  readonly from: string;
  readonly to: string;
  readonly fields?: Fields;
}

export interface AddedEdges {
  /** The edge of each draft, in order. */
  readonly edges: Edge[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly group: string | null;
}

/** See `Edges.addAll`. */
export async function addEdges(
  connection: Connection,
  drafts: readonly EdgeDraft[],
  {what, ...options}: BulkOptions = {}
): Promise<AddedEdges> {
  const counts = {added: 0, changed: 0, unchanged: 0};
  const edges: Edge[] = [];
  let only = "";
  const toWhat = (): string =>
    drafts.length === 1 ? only : `Add ${countOf(counts.added, "edge")}`;
  const {group} = await runBatch(connection, {what: () => what ?? toWhat()}, async (batch) => {
    const kinds = new Map((await batch.db.kinds.toArray()).map((kind) => [kind.name, kind]));
    await forEachChunk(drafts, options, async (chunk) => {
      const ends = await readEnds(batch.db, chunk);
      for (const draft of chunk) {
        const kind = findKind(kinds, draft.kind);
        const [from, to] = checkEnds(draft, kind, ends);
        only = `Join "${from.title}" ${kind.label} "${to.title}"`;
      }
      edges.push(...(await putEdges(batch, chunk, kinds, counts)));
    });
  });
  return {...counts, edges, group: group?.group ?? null};
}

async function putEdges(
  batch: Batch,
  drafts: readonly EdgeDraft[],
  kinds: ReadonlyMap<string, EdgeKind>,
  counts: {added: number; changed: number; unchanged: number}
): Promise<Edge[]> {
  const triples = drafts.flatMap(({kind, from, to}) =>
    kinds.get(kind)!.symmetric
      ? [
          [from, kind, to],
          [to, kind, from]
        ]
      : [[from, kind, to]]
  );
  const found = await batch.db.edges.where("[from+kind+to]").anyOf(triples).toArray();
  const known = new Map(found.map((edge) => [toTriple(edge, kinds), edge]));
  const pairs: {before: Edge | null; after: Edge}[] = [];
  const edges = drafts.map((draft) => {
    const triple = toTriple(draft, kinds);
    const before = known.get(triple) ?? null;
    const fields = draft.fields && toStoredFields(draft.fields);
    if (before && (!fields || isSame(fields, before.fields))) {
      ++counts.unchanged;
      return before;
    }
    const after: Edge = before
      ? {...before, fields: fields!, updated: batch.at, revision: before.revision + 1}
      : {
          id: batch.createId(),
          kind: draft.kind,
          from: draft.from,
          to: draft.to,
          fields: fields ?? {},
          created: batch.at,
          updated: batch.at,
          revision: 1
        };
    ++counts[before ? "changed" : "added"];
    known.set(triple, after);
    pairs.push({before, after});
    return after;
  });
  await batch.write("edges", pairs);
  return edges;
}

/** What makes two edges the same edge; of a symmetric kind the ends have no order. */
function toTriple({kind, from, to}: EdgeDraft, kinds: ReadonlyMap<string, EdgeKind>): string {
  const [a, b] = kinds.get(kind)?.symmetric && to < from ? [to, from] : [from, to];
  return `${a} ${kind} ${b}`;
}

async function readEnds(db: Database, drafts: readonly EdgeDraft[]): Promise<Map<string, Entry>> {
  const ids = [...new Set(drafts.flatMap(({from, to}) => [from, to]))];
  const rows = (await db.entries.bulkGet(ids)).filter((row) => row !== undefined);
  return new Map(rows.map((row) => [row.id, row]));
}

function findKind(kinds: ReadonlyMap<string, EdgeKind>, name: string): EdgeKind {
  const kind = kinds.get(name);
  if (kind) return kind;
  const names = [...kinds.keys()].sort().join(", ");
  throw new InputError(
    `edge kind not found: "${name}" (${names === "" ? "there is none yet" : `there are: ${names}`})`
  );
}

function checkEnds(
  {from, to}: EdgeDraft,
  {label, fromTypes, toTypes, symmetric}: EdgeKind,
  ends: ReadonlyMap<string, Entry>
): [Entry, Entry] {
  const [first, second] = [ends.get(from), ends.get(to)];
  if (!first || !second)
    throw new InputError(`end of edge not found: ${first ? to : from} (it may have been removed)`);
  if (from === to) throw new InputError(`edge joins an entry to itself: "${first.title}"`);
  const fits = (a: Entry, b: Entry): boolean =>
    allows(fromTypes, a.type) && allows(toTypes, b.type);
  if (!fits(first, second) && !(symmetric && fits(second, first))) {
    throw new InputError(
      `"${label}" does not join these: it goes from ${toNames(fromTypes)} to ${toNames(toTypes)}, not from ${first.type} to ${second.type}`
    );
  }
  return [first, second];
}

function allows(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type);
}

function toNames(types: readonly string[]): string {
  return types.length === 0 ? "anything" : types.join(" or ");
}
