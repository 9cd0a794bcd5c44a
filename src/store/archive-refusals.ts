import type {RecordOf, RecordTable} from "../model/change.ts";
import type {Edge} from "../model/edge.ts";
import {toEnd} from "../model/end.ts";
import type {LoadMode} from "./archive-judge.ts";
import type {Database, EntryRow} from "./database.ts";
import {toEntryRow} from "./rows.ts";
import type {TypeBook} from "./type-book.ts";

/** What records of an archive can lean on. */
export interface LoadGround {
  /** Types and kinds as they will be. */
  readonly types: TypeBook;
  readonly kinds: ReadonlySet<string>;
  /** The ids of the archive's entries, and of those that were refused. */
  readonly archived: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  readonly mode: LoadMode;
}

/** Why records cannot be brought in, by id. */
export async function findRefusals(
  db: Database,
  table: RecordTable,
  chunk: readonly RecordOf[RecordTable][],
  ground: LoadGround
): Promise<ReadonlyMap<string, string>> {
  if (table === "entries") return refuseEntries(db, chunk as readonly EntryRow[], ground);
  return table === "edges" ? refuseEdges(db, chunk as readonly Edge[], ground) : new Map();
}

/** Entries without a type, and those that would share with another what is unique. */
async function refuseEntries(
  db: Database,
  chunk: readonly EntryRow[],
  {types, archived, mode}: LoadGround
): Promise<ReadonlyMap<string, string>> {
  const refusals = new Map<string, string>();
  const rows = chunk.map((entry) => toEntryRow(entry, types));
  const holders = mode === "merge" ? await findHolders(db, rows, archived) : new Map();
  for (const row of rows) {
    const holder = toClaims(row)
      .map((claim) => holders.get(claim) as EntryRow | undefined)
      .find((one) => one !== undefined);
    if (!types.get(row.type)) refusals.set(row.id, `its type is not there: ${row.type}`);
    else if (holder)
      refusals.set(row.id, `"${holder.title}" is here with the same key, and is another entry`);
  }
  return refusals;
}

/** The entries that are here, and not in the archive, by what nobody else may have. */
async function findHolders(
  db: Database,
  rows: readonly EntryRow[],
  archived: ReadonlySet<string>
): Promise<Map<string, EntryRow>> {
  const byUnique = await db.entries
    .where("uniques")
    .anyOf(rows.flatMap(({uniques = []}) => uniques))
    .toArray();
  const byKey = await db.entries
    .where("[type+key]")
    .anyOf(rows.flatMap(({type, key}) => (key === undefined ? [] : [[type, key]])))
    .toArray();
  const others = [...byUnique, ...byKey].filter(({id}) => !archived.has(id));
  return new Map(others.flatMap((row) => toClaims(row).map((claim) => [claim, row])));
}

function toClaims({type, key, uniques = []}: EntryRow): string[] {
  return key === undefined ? [...uniques] : [...uniques, `${type} ${key}`];
}

/** Edges whose kind or ends are not there. */
async function refuseEdges(
  db: Database,
  chunk: readonly Edge[],
  {kinds, archived, refused}: LoadGround
): Promise<ReadonlyMap<string, string>> {
  const ends = new Set(chunk.flatMap(({from, to}) => [from, to]));
  const others = [...ends].filter(
    (text) => toEnd(text)?.kind === "entry" && (!archived.has(text) || refused.has(text))
  );
  const there = await db.entries.bulkGet(others);
  const lost = new Set(others.filter((_, i) => !there[i]));
  return new Map(
    chunk.flatMap(({id, kind, from, to}): [string, string][] => {
      if (!kinds.has(kind)) return [[id, `its kind is not there: ${kind}`]];
      return lost.has(from) || lost.has(to) ? [[id, "one of its ends is not there"]] : [];
    })
  );
}
