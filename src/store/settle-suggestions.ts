import type {Suggestion, SuggestionStatus} from "../model/suggestion.ts";
import {toSuggestionKey} from "../model/suggestion.ts";
import type {Batch} from "./batch.ts";

/** What a method proposes; the ledger adds the rest. */
export type SuggestionDraft = Omit<Suggestion, "id" | "status" | "created" | "decided">;

/**
 * Writes proposals that are decided already, in the ledger or new to it, and does nothing else: whoever accepts does
 * what was proposed in the same write. Gives how many were not decided so before.
 */
export async function settleSuggestions(
  batch: Batch,
  drafts: readonly SuggestionDraft[],
  status: SuggestionStatus
): Promise<number> {
  const fresh = new Map(drafts.map((draft) => [toSuggestionKey(draft), draft]));
  const known = await batch.db.suggestions.bulkGet([...fresh.keys()]);
  const decided = status === "open" ? null : batch.at;
  const pairs = [...fresh].flatMap(([id, draft], i) => {
    const before = known[i] ?? null;
    if (before?.status === status) return [];
    const created = before?.created ?? batch.at;
    return [{before, after: {...draft, id, status, created, decided}}];
  });
  await batch.write("suggestions", pairs);
  return pairs.length;
}
