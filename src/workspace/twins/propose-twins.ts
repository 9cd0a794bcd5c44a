import {createPause} from "../../lib/pause.ts";
import type {Reason} from "../../match/match-record.ts";
import type {Store} from "../../store/store.ts";
import type {SuggestionDraft} from "../../store/suggestions.ts";
import type {Proposer} from "../suggest/proposer.ts";
import type {TypeRecords} from "./type-records.ts";

/** What is proposed is looked at by somebody who did not ask: it had better be likely. */
const MIN_SCORE = 0.75;
const MAX_PER_ENTRY = 5;
/** Suggestions written at once. */
const PAGE_DRAFTS = 500;

/** Entries of one family of types that may be the same thing, each pair once. */
export function createTwinProposer(store: Store, open: () => Promise<TypeRecords>): Proposer {
  return {
    what: "entries that may be the same",
    async propose({signal, onProgress} = {}) {
      const pause = createPause(signal);
      const records = await open();
      const roots = new Set((await store.types.list()).map(({name}) => records.family(name)));
      const families = [...roots].filter((family) => family !== undefined);
      const total = families.reduce((sum, {size}) => sum + size, 0);
      let [done, added] = [0, 0];
      let drafts: SuggestionDraft[] = [];
      const flush = async (): Promise<void> => {
        added += await store.suggestions.propose(drafts);
        drafts = [];
      };
      for (const family of families) {
        for (const record of [...family.records()]) {
          for (const twin of family.find(record, {limit: MAX_PER_ENTRY, minScore: MIN_SCORE}))
            // the other one finds it too, unless its list is full: the ledger knows a pair by both
            drafts.push(toDuplicateDraft(record.id, twin.record.id, twin));
          if (drafts.length >= PAGE_DRAFTS) await flush();
          onProgress?.(++done, total);
          await pause();
        }
      }
      await flush();
      return added;
    }
  };
}

/** The suggestion that two ends are the same thing. */
export function toDuplicateDraft(
  a: string,
  b: string,
  {score, reasons}: {readonly score: number; readonly reasons: readonly Reason[]}
): SuggestionDraft {
  return {
    kind: "duplicate",
    ends: [a, b].sort(),
    proposal: {do: "merge"},
    score,
    evidence: reasons.map(({what, weight}) => ({
      what: weight < 0 ? `but ${what}` : what,
      weight: Math.max(0, weight)
    })),
    method: "likely twins"
  };
}
