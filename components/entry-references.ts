import type {EntryType, Store, Transaction} from "../src/index.ts";
import {groupBy} from "../src/index.ts";
import type {EdgeHint, Reference, References} from "./reference.ts";

/** Edges of one kind that a field shows; more than these are on the entry's page. */
const MAX_EDGES = 1000;

/** What is to be done so that the edges are what a form says. */
export interface ReferencePlan {
  readonly added: readonly {readonly edge: EdgeHint; readonly other: Reference}[];
  /** Ids of edges. */
  readonly removed: readonly string[];
}

/** The fields of a type whose values are edges. */
export function toReferenceFields({schema}: EntryType): [name: string, edge: EdgeHint][] {
  return Object.entries(schema.properties).flatMap(([name, {"x-lakebook": hints}]) =>
    hints?.kind === "reference" && hints.edge ? [[name, hints.edge] as [string, EdgeHint]] : []
  );
}

/** What an entry refers to, by field. */
export async function readReferences(
  store: Store,
  type: EntryType,
  entryId: string
): Promise<References> {
  const fields = toReferenceFields(type);
  if (fields.length === 0) return {};
  const groups = await store.edges.of(entryId, {limit: MAX_EDGES});
  const byKind = groupBy(groups, ({kind, direction}) => `${direction} ${kind}`);
  return Object.fromEntries(
    fields.map(([name, {kind, direction}]) => {
      const edges = (byKind.get(`${direction} ${kind}`) ?? []).flatMap(({edges}) => edges);
      const references = edges.map(({edge, other}) => ({
        id: other.id,
        type: other.type,
        title: other.title,
        edgeId: edge.id
      }));
      return [name, references];
    })
  );
}

export function planReferences(
  type: EntryType,
  before: References,
  after: References
): ReferencePlan {
  const all = toReferenceFields(type).map(([name, edge]) => {
    const [former, wanted] = [before[name] ?? [], after[name] ?? []];
    const isIn = (list: readonly Reference[], {edgeId}: Reference): boolean =>
      edgeId !== undefined && list.some((one) => one.edgeId === edgeId);
    return {
      added: wanted.filter((one) => !isIn(former, one)).map((other) => ({edge, other})),
      removed: former.filter((one) => !isIn(wanted, one)).map(({edgeId}) => edgeId!)
    };
  });
  return {
    added: all.flatMap(({added}) => added),
    removed: all.flatMap(({removed}) => removed)
  };
}

/** Writes a plan inside of the write that the entry is saved in; entries that are not there yet are made. */
export async function writeReferences(
  tx: Transaction,
  entryId: string,
  {added, removed}: ReferencePlan,
  types: ReadonlyMap<string, EntryType>
): Promise<void> {
  if (removed.length > 0) await tx.edges.remove(removed);
  for (const {edge, other} of added) {
    const otherId = other.id === "" ? await addOther(tx, other, types) : other.id;
    const [from, to] = edge.direction === "out" ? [entryId, otherId] : [otherId, entryId];
    await tx.edges.add({kind: edge.kind, from, to});
  }
}

async function addOther(
  tx: Transaction,
  {type, title}: Reference,
  types: ReadonlyMap<string, EntryType>
): Promise<string> {
  const field = types.get(type)?.titleField ?? "title";
  return (await tx.entries.add({type, fields: {[field]: title}})).id;
}
