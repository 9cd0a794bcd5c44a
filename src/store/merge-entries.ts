import {InputError} from "../lib/errors.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {Entry, Fields} from "../model/entry.ts";
import {findTwins, toTriple} from "./add-edges.ts";
import type {Batch} from "./batch.ts";
import type {EntryPatch} from "./change-entries.ts";
import {patchRow, writeChanges} from "./change-entries.ts";
import type {EntryRow} from "./database.ts";
import {toEntry} from "./database.ts";
import {findProblem} from "./edge-guard.ts";
import {hasRules} from "./edge-rules.ts";
import {readKinds} from "./kinds.ts";
import {toMerged} from "./merged.ts";
import {findEdges} from "./remove-entries.ts";

/** See `Entries.merge`. */
export async function mergeEntries(
  batch: Batch,
  keepId: string,
  otherIds: readonly string[],
  patch: EntryPatch = {}
): Promise<{entry: Entry; what: string}> {
  const ids = new Set(otherIds);
  ids.delete(keepId);
  const [kept, ...others] = await readRows(batch, [keepId, ...ids]);
  await moveEdges(batch, kept!, ids);
  await dropSuggestions(batch, ids);
  const {fields = fillFields(kept!, others), tags = toAllTags(kept!, others)} = patch;
  const patched = patchRow(kept!, {fields, tags}, await batch.types(), batch.at);
  const after = {
    ...patched,
    merged: [...(kept!.merged ?? []), ...others.flatMap(toMerged)],
    updated: batch.at,
    revision: kept!.revision + 1
  };
  // before the others go: the address of one that goes is not for the one that stays, since undo gives it back
  const [written] = await writeChanges(batch, [{before: kept!, after}]);
  await batch.write(
    "entries",
    others.map((before) => ({before, after: null}))
  );
  const what = `Merge ${others.map(({title}) => `"${title}"`).join(", ")} into "${after.title}"`;
  return {entry: toEntry(written!), what};
}

async function readRows({db}: Batch, ids: readonly string[]): Promise<EntryRow[]> {
  if (ids.length < 2) throw new InputError("entries to merge: there must be two at least");
  const rows = await db.entries.bulkGet([...ids]);
  const missing = rows.indexOf(undefined);
  if (missing >= 0)
    throw new InputError(`entry not found: ${ids[missing]} (it may have been merged or removed)`);
  return rows as EntryRow[];
}

/** The kept one's values, and those of the others where it has none. */
function fillFields(kept: Entry, others: readonly Entry[]): Fields {
  const fields: Record<string, unknown> = {...kept.fields};
  for (const other of others)
    for (const [name, value] of Object.entries(other.fields))
      if (isEmpty(fields[name])) fields[name] = value;
  return fields;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function toAllTags(kept: Entry, others: readonly Entry[]): string[] {
  return [kept, ...others].flatMap(({tags}) => tags);
}

/** Moves the edges of the others to the kept one; what would be there twice, or join it to itself, or has no place there, goes. */
async function moveEdges(batch: Batch, kept: EntryRow, ids: ReadonlySet<string>): Promise<void> {
  const kinds = await readKinds(batch.db);
  const toKept = (end: string): string => (ids.has(end) ? kept.id : end);
  const pairs = (await findEdges(batch.db, [...ids])).map((before) => ({
    before,
    after: {
      ...before,
      from: toKept(before.from),
      to: toKept(before.to),
      updated: batch.at,
      revision: before.revision + 1
    }
  }));
  const twins = await findTwins(
    batch,
    pairs.map(({after}) => after),
    kinds
  );
  const known = new Set(twins.map((edge) => toTriple(edge, kinds)));
  const gone: Edge[] = [];
  const moved: typeof pairs = [];
  for (const pair of pairs) {
    const {before, after} = pair;
    const triple = toTriple(after, kinds);
    const kind = kinds.get(after.kind);
    if (known.has(triple) || after.from === after.to) gone.push(before);
    else if (!kind || !hasRules(kind)) moved.push(pair);
    else if (!(await moveRuled(batch, kind, pair))) gone.push(before);
    known.add(triple);
  }
  await batch.write("edges", moved);
  await batch.write(
    "edges",
    gone.map((before) => ({before, after: null}))
  );
}

/** Moves one edge at once, so that the next is held against it; false where there is no place for it. */
async function moveRuled(
  batch: Batch,
  kind: EdgeKind,
  pair: {readonly before: Edge; readonly after: Edge}
): Promise<boolean> {
  if (await findProblem(batch.db, kind, [pair.after])) return false;
  await batch.write("edges", [pair]);
  return true;
}

/** What was proposed of an entry that goes has nothing to be about. */
async function dropSuggestions(batch: Batch, ids: ReadonlySet<string>): Promise<void> {
  const found = await batch.db.suggestions
    .where("ends")
    .anyOf([...ids])
    .filter(({status}) => status === "open")
    .distinct()
    .toArray();
  await batch.write(
    "suggestions",
    found.map((before) => ({before, after: null}))
  );
}
