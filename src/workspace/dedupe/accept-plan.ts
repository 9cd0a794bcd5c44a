import type {EntryDraft, Fields} from "../../model/entry.ts";
import type {Entry} from "../../model/entry.ts";
import {toEnd} from "../../model/end.ts";
import type {MergeRule, MergeSide} from "../../model/merge-sides.ts";
import {chooseAll, findDifferences, toMerged} from "../../model/merge-sides.ts";

/** Records that are one, and what there is of them. */
export interface OneThing {
  /** Entries among them, and those that rows of them were kept as before. */
  readonly entries: readonly Entry[];
  /** Rows among them that are kept, as drafts of entries, by their ends. */
  readonly rows: ReadonlyMap<string, EntryDraft>;
}

/** What makes one entry of them. */
export interface AcceptPlan {
  /** The entry that stays; undefined where a new one is made of the rows. */
  readonly keep: Entry | undefined;
  readonly others: readonly string[];
  readonly draft: EntryDraft | undefined;
  readonly fields: Fields;
  readonly tags: readonly string[];
  /** Rows that the entry is joined to. */
  readonly joined: readonly string[];
}

/**
 * How they become one: the entry with the most fields filled stays, the older one of two; without an entry the first row
 * becomes one. The others' values are taken as the rule says, or `fields` are given.
 */
export function planAccept(
  {entries, rows}: OneThing,
  {rule, fields: given}: {readonly rule: MergeRule; readonly fields?: Fields | undefined}
): AcceptPlan {
  const [keep, ...others] = [...entries].sort(
    (a, b) => countFilled(b.fields) - countFilled(a.fields) || (a.id < b.id ? -1 : 1)
  );
  const [first, ...rest] = rows;
  const start: MergeSide = keep ?? toSide(first![1]);
  const sides = [...others, ...(keep ? [...rows] : rest).map(([, draft]) => toSide(draft))];
  const merged = sides.reduce((side, other) => mergeSides(side, other, rule), start);
  const ends = [...rows.keys()];
  return {
    keep,
    others: others.map(({id}) => id),
    draft: keep ? undefined : first![1],
    fields: given ?? merged.fields,
    tags: merged.tags,
    joined: keep ? ends : ends.slice(1)
  };
}

/** True of an address of an entry. */
export function isEntryEnd(end: string): boolean {
  return toEnd(end)?.kind === "entry";
}

function mergeSides(kept: MergeSide, other: MergeSide, rule: MergeRule): MergeSide {
  const choices = chooseAll(kept, other, rule);
  return {
    ...kept,
    fields: toMerged(kept, findDifferences(kept, other), choices),
    tags: [...new Set([...kept.tags, ...other.tags])]
  };
}

/** A row has no time of its own: the entry it joins is newer. */
function toSide({fields, tags = []}: EntryDraft): MergeSide {
  return {title: "", fields, tags, updated: 0};
}

function countFilled(fields: Fields): number {
  return Object.values(fields).filter(
    (value) => value !== null && value !== undefined && value !== ""
  ).length;
}
