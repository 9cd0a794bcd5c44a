import type {EdgeKind, Store, Suggestion, SuggestionStatus} from "../src/index.ts";
import {InputError, SUGGESTED_KINDS, toMessage} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {UndoOffer} from "./undo-trail.ts";

export interface Decision {
  /** The writes, in order. */
  readonly groups: readonly string[];
  readonly decided: number;
  /** Suggestions that could not be accepted, and why the first of them could not. */
  readonly refused: number;
  readonly reason: string;
}

/**
 * Decides suggestions, all in one write. Where one of them cannot be accepted (its kind has no room left, an end was
 * removed), each is decided by itself, and those that cannot be stay as they are.
 */
export async function decide(
  store: Store,
  suggestions: readonly Suggestion[],
  status: SuggestionStatus,
  {keep}: {keep?: string} = {}
): Promise<Decision> {
  const groups = status === "accepted" ? await provideKinds(store, suggestions) : [];
  const decideAll = async (ids: readonly string[]): Promise<void> => {
    const options = keep === undefined ? {} : {merge: {keep}};
    const group = await store.suggestions.decide(ids, status, options);
    if (group !== null) groups.push(group);
  };
  const ids = suggestions.map(({id}) => id);
  try {
    await decideAll(ids);
    return {groups, decided: ids.length, refused: 0, reason: ""};
  } catch (error) {
    if (!(error instanceof InputError) || ids.length === 1) {
      for (const group of groups.reverse()) await store.history.undo(group);
      throw error;
    }
  }
  const reasons: string[] = [];
  for (const id of ids) {
    try {
      await decideAll([id]);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      reasons.push(toMessage(error));
    }
  }
  return {
    groups,
    decided: ids.length - reasons.length,
    refused: reasons.length,
    reason: reasons[0] ?? ""
  };
}

const DONE: Readonly<Record<SuggestionStatus, string>> = {
  open: "open again",
  accepted: "accepted",
  rejected: "rejected",
  later: "put off"
};

export function toOffer(
  store: Store,
  {groups, decided}: Decision,
  status: SuggestionStatus
): UndoOffer {
  const noun = decided === 1 ? "suggestion" : "suggestions";
  return {store, groups, message: `${formatCount(decided)} ${noun} ${DONE[status]}`};
}

/** Makes the kinds that are named and not there; gives the writes that did so. */
async function provideKinds(store: Store, suggestions: readonly Suggestion[]): Promise<string[]> {
  const names = new Set(
    suggestions.map(({proposal}) => (proposal.do === "edge" ? proposal.kind : ""))
  );
  const missing: EdgeKind[] = [];
  for (const kind of SUGGESTED_KINDS)
    if (names.has(kind.name) && !(await store.kinds.get(kind.name))) missing.push(kind);
  const groups: string[] = [];
  for (const kind of missing) {
    await store.kinds.put(kind);
    const [change] = await store.history.of("kinds", kind.name, {limit: 1});
    if (change) groups.push(change.group);
  }
  return groups;
}
