import type {ChangeBlock, Database, GroupRow} from "./database.ts";

/** What was written elsewhere, on its way into this history. */
export interface ForeignHistory {
  readonly groups: readonly GroupRow[];
  /** The number of each write's first change here. */
  readonly seqOf: ReadonlyMap<string, number>;
}

/**
 * Numbers for the writes that are not here yet: before all that are here, so that what follows the history hears of
 * nothing new; the merge is a write of its own, and is what brings records to where they are. Into an empty history they
 * come with the numbers that they have.
 */
export async function placeHistory(
  db: Database,
  archived: readonly GroupRow[]
): Promise<ForeignHistory> {
  const known = new Set(await db.groups.toCollection().primaryKeys());
  const groups = archived.filter(({group}) => !known.has(group)).sort((a, b) => a.seq - b.seq);
  if (known.size === 0) return {groups, seqOf: new Map(groups.map(({group, seq}) => [group, seq]))};
  const first = (await db.groups.orderBy("seq").first())!.seq;
  let next = Math.min(first, 1) - groups.reduce((sum, group) => sum + countOf(group), 0);
  const seqOf = new Map<string, number>();
  for (const group of groups) {
    seqOf.set(group.group, next);
    next += countOf(group);
  }
  return {groups: groups.map((group) => ({...group, seq: seqOf.get(group.group)!})), seqOf};
}

/** The blocks of foreign writes with their numbers here; those of writes that are here are left out. */
export function placeBlocks(
  blocks: readonly ChangeBlock[],
  {seqOf}: ForeignHistory,
  archived: ReadonlyMap<string, GroupRow>
): ChangeBlock[] {
  return blocks.flatMap((block) => {
    const seq = seqOf.get(block.group);
    return seq === undefined
      ? []
      : [{...block, seq: seq + block.seq - archived.get(block.group)!.seq}];
  });
}

function countOf({added, changed, removed}: GroupRow): number {
  return added + changed + removed;
}
