import type {LakePart} from "../../model/catalogue.ts";
import {toEnd} from "../../model/end.ts";
import type {EntryType} from "../../model/entry-type.ts";
import {toEntryType} from "../../model/entry-type.ts";
import type {EntryDraft, RowSource} from "../../model/entry.ts";
import {toIdentifier} from "../../lib/slug.ts";
import {inferSchema} from "../infer-schema.ts";
import {prepareRows} from "../keep.ts";
import {toMatchSource} from "./match-source.ts";
import type {SourceRecords} from "./source-records.ts";

/** Rows of a table as drafts of entries, by their ends, and the type with the fields that they need. */
export async function draftRows(
  {result, ends}: SourceRecords,
  rows: readonly number[],
  {
    type,
    columns = {},
    parts
  }: {
    readonly type: EntryType;
    readonly columns?: Readonly<Record<string, string | null>>;
    readonly parts: readonly LakePart[];
  }
): Promise<{type: EntryType; drafts: Map<string, EntryDraft>}> {
  if (!result || rows.length === 0) return {type, drafts: new Map()};
  const prepared = await prepareRows({result, rows, type, columns, parts});
  const drafts = prepared.drafts.map((draft, i): [string, EntryDraft] => {
    const end = ends[rows[i]!]!;
    return [end, {...draft, source: draft.source ?? toContentSource(end)}];
  });
  return {type: prepared.type, drafts: new Map(drafts)};
}

/** A type for the rows of a table, as its values are. */
export function inferRowType({result, source}: SourceRecords): EntryType {
  const {name} = toMatchSource(source);
  return toEntryType({name: toIdentifier(name), ...inferSchema(result!), keyField: null});
}

/** Where a row stands that no one file holds. */
function toContentSource(text: string): RowSource | null {
  const end = toEnd(text);
  if (end?.kind !== "row") return null;
  const {table, sha256, row} = end;
  return {table, file: table, sha256, row};
}
