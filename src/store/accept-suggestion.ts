import {toEnd} from "../model/end.ts";
import type {Suggestion} from "../model/suggestion.ts";
import {addEdges, findTwins} from "./add-edges.ts";
import type {Batch} from "./batch.ts";
import type {EntryPatch} from "./change-entries.ts";
import {updateEntry} from "./change-entries.ts";
import {readKinds} from "./kinds.ts";
import {mergeEntries} from "./merge-entries.ts";

/** How two entries become one; without a word on it the first is kept, with what it lacks from the other. */
export interface MergeChoice extends EntryPatch {
  /** The id of the entry that stays. */
  readonly keep?: string;
}

/** Does what a suggestion proposes; an edge that is there already stays as it is. */
export async function acceptSuggestion(
  batch: Batch,
  {proposal, ends, score}: Suggestion,
  {keep, ...patch}: MergeChoice = {}
): Promise<void> {
  if (proposal.do === "edge") {
    const {kind, from, to, fields = {}} = proposal;
    const draft = {kind, from, to, fields, confidence: score};
    const twins = await findTwins(batch, [draft], await readKinds(batch.db));
    if (twins.length === 0) await addEdges(batch, [draft]);
    return;
  }
  // a row of the lake has no tags, and cannot become one with an entry
  const ids = ends.filter((end) => toEnd(end)?.kind === "entry");
  if (proposal.do === "tag") {
    for (const id of ids) {
      const {tags = []} = (await batch.db.entries.get(id)) ?? {};
      await updateEntry(batch, id, {tags: [...tags, proposal.tag]});
    }
  } else if (ids.length > 1) {
    const kept = keep ?? ids[0]!;
    await mergeEntries(
      batch,
      kept,
      ids.filter((id) => id !== kept),
      patch
    );
  }
}
