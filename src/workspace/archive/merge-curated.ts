import type {RecordOf, RecordTable} from "../../model/change.ts";
import type {LoadMode, Verdict} from "../../store/archive-judge.ts";
import {judge, toSuccessor} from "../../store/archive-judge.ts";
import type {CuratedRecords} from "../curated/records.ts";

/** The tables that a folder of text has. */
export type CuratedTable = Exclude<RecordTable, "suggestions">;

export type CuratedCounts = Readonly<
  Record<CuratedTable, Readonly<Record<Verdict | "removed", number>>>
>;

const TABLES = ["types", "kinds", "entries", "edges", "views"] as const;

/** Records that are here with those of an archive: in a merge the later change counts, else the archive's alone stay. */
export function mergeCurated(
  here: CuratedRecords,
  archived: CuratedRecords,
  mode: LoadMode
): {records: CuratedRecords; counts: CuratedCounts} {
  const counts: Record<string, Record<Verdict | "removed", number>> = {};
  const merged: Partial<Record<CuratedTable, unknown[]>> = {};
  for (const table of TABLES) {
    const count = {added: 0, changed: 0, unchanged: 0, older: 0, removed: 0};
    const records = mergeTable<RecordOf[CuratedTable]>(
      table,
      here[table],
      archived[table],
      mode,
      count
    );
    counts[table] = count;
    merged[table] = records;
  }
  const former = new Map(
    [...(mode === "merge" ? here.slugs : []), ...archived.slugs].map((one) => [
      `${one.type}/${one.slug}`,
      one
    ])
  );
  const records = {...merged, slugs: [...former.values()]} as unknown as CuratedRecords;
  return {records, counts: counts as CuratedCounts};
}

function mergeTable<T extends RecordOf[CuratedTable]>(
  table: CuratedTable,
  here: readonly T[],
  archived: readonly T[],
  mode: LoadMode,
  counts: Record<Verdict | "removed", number>
): T[] {
  const merged = new Map(here.map((record) => [nameOf(record), record]));
  for (const record of archived) {
    const former = merged.get(nameOf(record));
    const verdict = judge(table, former, record, mode);
    ++counts[verdict];
    if (verdict === "added") merged.set(nameOf(record), record);
    if (verdict === "changed") merged.set(nameOf(record), toSuccessor(former!, record));
  }
  if (mode === "merge") return [...merged.values()];
  const names = new Set(archived.map(nameOf));
  const kept = [...merged].filter(([name]) => names.has(name));
  counts.removed = merged.size - kept.length;
  return kept.map(([, record]) => record);
}

function nameOf(record: RecordOf[CuratedTable]): string {
  return "id" in record ? record.id : record.name;
}
