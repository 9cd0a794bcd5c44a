import type {EdgeKind, Entry, EntryType, Fields, Store} from "../src/index.ts";
import {toEdgeKind, toIdentifier, toUnique} from "../src/index.ts";
import {toFormField} from "./form-field.ts";
import {toValue} from "./form-value.ts";
import {addEntry} from "./save-entry.ts";

/** A kind of edge that somebody makes while joining two entries. */
export interface KindDraft {
  readonly label: string;
  readonly inverse: string;
  readonly symmetric: boolean;
}

/** The other end: an entry that is there or the address of something else, or an entry to be made with a title. */
export type OtherEnd = {readonly id: string} | {readonly type: EntryType; readonly title: string};

export interface EdgePlan {
  readonly kind: EdgeKind | KindDraft;
  readonly entry: Entry;
  /** `out`: the entry is the first end. */
  readonly direction: "out" | "in";
  readonly other: OtherEnd;
  /** The edge's own. */
  readonly fields?: Fields;
}

/**
 * Joins two entries, after making the kind and the other end where they are new. Gives the writes in order, for undo,
 * and whether there was no such edge before. Where the edge is refused, what was made for it is taken back.
 */
export async function addEdge(
  store: Store,
  plan: EdgePlan
): Promise<{groups: string[]; isNew: boolean}> {
  const groups: string[] = [];
  try {
    const kind = await provideKind(store, plan.kind, groups);
    const otherId = await provideOther(store, plan.other, groups);
    const [from, to] =
      plan.direction === "out" ? [plan.entry.id, otherId] : [otherId, plan.entry.id];
    const {fields} = plan;
    const {added, group} = await store.edges.addAll([{kind, from, to, ...(fields && {fields})}]);
    if (group !== null) groups.push(group);
    return {groups, isNew: added > 0};
  } catch (error) {
    for (const group of groups.reverse()) await store.history.undo(group);
    throw error;
  }
}

async function provideKind(
  store: Store,
  kind: EdgeKind | KindDraft,
  groups: string[]
): Promise<string> {
  if ("name" in kind) return kind.name;
  const label = kind.label.trim();
  const kinds = await store.kinds.list();
  const twin = kinds.find((one) => one.label.toLowerCase() === label.toLowerCase());
  if (twin) return twin.name;
  const names = new Set(kinds.map(({name}) => name));
  const name = toUnique(toIdentifier(label, "kind"), (one) => names.has(one));
  const inverse = kind.inverse.trim();
  const {symmetric} = kind;
  await store.kinds.put(
    toEdgeKind({name, label, symmetric, ...(inverse !== "" && !symmetric && {inverse})})
  );
  const [change] = await store.history.of("kinds", name, {limit: 1});
  if (change) groups.push(change.group);
  return name;
}

async function provideOther(store: Store, other: OtherEnd, groups: string[]): Promise<string> {
  if ("id" in other) return other.id;
  const {type, title} = other;
  const field = toFormField(
    type.titleField,
    type.schema.properties[type.titleField] ?? {type: "string"}
  );
  const {entry, group} = await addEntry(store, type, {
    fields: {[type.titleField]: toValue(title, field)},
    tags: []
  });
  if (group !== null) groups.push(group);
  return entry.id;
}
