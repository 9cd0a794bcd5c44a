import {omit} from "../lib/omit.ts";
import {isSame} from "../lib/same.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";

/** How a record of an archive stands to the one that is here. */
export type Verdict =
  | "added"
  | "changed"
  | "unchanged"
  /** The one that is here was changed later, and stays. */
  | "older";

/** In a merge the later change counts; where something is replaced, what the archive has. */
export type LoadMode = "merge" | "replace";

export function judge(
  table: RecordTable,
  here: RecordOf[RecordTable] | undefined,
  archived: RecordOf[RecordTable],
  mode: LoadMode
): Verdict {
  if (!here) return "added";
  if (isSame(toContent(here), toContent(archived))) return "unchanged";
  return mode === "merge" && timeOf(table, here) > timeOf(table, archived) ? "older" : "changed";
}

/** The archive's record as the next state of the one that is here: what counts up never counts down. */
export function toSuccessor<T extends RecordOf[RecordTable]>(here: T, archived: T): T {
  if ("version" in here && "version" in archived)
    return {...archived, version: Math.max(here.version + 1, archived.version)};
  if (!("revision" in here) || !("revision" in archived)) return archived;
  return {...archived, revision: Math.max(here.revision + 1, archived.revision)};
}

function toContent(record: RecordOf[RecordTable]): object {
  return omit(record, ["revision", "updated", "version", "key", "uniques", "base"]);
}

/** When a record was last changed, or how often; 0 of what says neither. */
function timeOf(table: RecordTable, record: RecordOf[RecordTable]): number {
  if ("updated" in record) return record.updated;
  if ("version" in record) return record.version;
  return "decided" in record && table === "suggestions" ? (record.decided ?? 0) : 0;
}
