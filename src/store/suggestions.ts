import {InputError} from "../lib/errors.ts";
import {groupBy} from "../lib/group-by.ts";
import type {Suggestion, SuggestionKind, SuggestionStatus} from "../model/suggestion.ts";
import {toSuggestionKey} from "../model/suggestion.ts";
import type {MergeChoice} from "./accept-suggestion.ts";
import {acceptSuggestion} from "./accept-suggestion.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {SuggestionDraft} from "./settle-suggestions.ts";
import {countOf} from "./words.ts";

export type {SuggestionDraft} from "./settle-suggestions.ts";

export interface SuggestionQuery {
  readonly status?: SuggestionStatus;
  readonly kind?: SuggestionKind;
  /** Only what this method found. */
  readonly method?: string;
  /** Only those about this end. */
  readonly end?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface SuggestionPage {
  readonly suggestions: readonly Suggestion[];
  readonly total: number;
  /** How many each method found, of all methods. */
  readonly methods: ReadonlyMap<string, number>;
}

/** The suggestion ledger: what the machine proposed, and what was decided. Decisions are in the history, so undo takes them back. */
export interface Suggestions {
  get(id: string): Promise<Suggestion | undefined>;
  /** Open ones unless a status is asked for, the surest first. */
  page(query?: SuggestionQuery): Promise<SuggestionPage>;
  countByStatus(): Promise<ReadonlyMap<SuggestionStatus, number>>;
  /**
   * Adds what is new, brings evidence and score of what is open up to date, and leaves what somebody decided alone: a
   * rejected pair never comes back by itself. Gives how many are new.
   */
  propose(drafts: readonly SuggestionDraft[]): Promise<number>;
  /**
   * Decides, and does what is accepted in the same write: an edge is added, a tag given, entries are merged as `merge`
   * says. Gives the group that undoes all of it, null where all was decided so before.
   */
  decide(
    ids: readonly string[],
    status: SuggestionStatus,
    options?: {merge?: MergeChoice}
  ): Promise<string | null>;
}

export function createSuggestions(connection: Connection): Suggestions {
  return {
    get: (id) => connection.run((db) => db.suggestions.get(id)),

    page: ({status = "open", kind, method, end, offset = 0, limit = 50} = {}) =>
      connection.run(async (db) => {
        const found =
          end === undefined
            ? db.suggestions.where("[status+score]").between([status], [status, []]).reverse()
            : db.suggestions.where("ends").equals(end);
        const wanted = found.filter(
          (one) => one.status === status && (kind === undefined || one.kind === kind)
        );
        const all = await wanted.toArray();
        if (end !== undefined) all.sort((a, b) => b.score - a.score);
        const byMethod = groupBy(all, (one) => one.method);
        const suggestions = method === undefined ? all : (byMethod.get(method) ?? []);
        return {
          suggestions: suggestions.slice(offset, offset + limit),
          total: suggestions.length,
          methods: new Map(Array.from(byMethod, ([name, found]) => [name, found.length]))
        };
      }),

    countByStatus: () =>
      connection.run(async (db) => {
        const counts = new Map<SuggestionStatus, number>();
        for (const status of ["open", "accepted", "rejected", "later"] as const) {
          const range = db.suggestions.where("[status+score]").between([status], [status, []]);
          const count = await range.count();
          if (count > 0) counts.set(status, count);
        }
        return counts;
      }),

    propose: (drafts) =>
      connection.run((db) =>
        db.transaction("rw", db.suggestions, async () => {
          const fresh = new Map(drafts.map((draft) => [toSuggestionKey(draft), draft]));
          const known = await db.suggestions.bulkGet([...fresh.keys()]);
          const rows = [...fresh].flatMap(([id, draft], i): Suggestion[] => {
            const before = known[i];
            if (before && before.status !== "open") return [];
            const created = before?.created ?? Date.now();
            return [{...draft, id, status: "open", created, decided: null}];
          });
          await db.suggestions.bulkPut(rows);
          return rows.length - known.filter((one) => one?.status === "open").length;
        })
      ),

    async decide(ids, status, {merge} = {}) {
      const toWhat = (changed: number): string =>
        `${WORDS[status]} ${countOf(changed, "suggestion")}`;
      const {group} = await runBatch(connection, {what: toWhat}, async (batch) => {
        const found = await batch.db.suggestions.bulkGet([...new Set(ids)]);
        const missing = found.indexOf(undefined);
        if (missing >= 0) throw new InputError(`suggestion not found: ${ids[missing]}`);
        const pairs = (found as Suggestion[])
          .filter((before) => before.status !== status)
          .map((before) => ({
            before,
            after: {...before, status, decided: status === "open" ? null : batch.at}
          }));
        await batch.write("suggestions", pairs);
        if (status === "accepted")
          for (const {before} of pairs) await acceptSuggestion(batch, before, merge);
        return pairs.length;
      });
      return group?.group ?? null;
    }
  };
}

const WORDS: Readonly<Record<SuggestionStatus, string>> = {
  open: "Reopen",
  accepted: "Accept",
  rejected: "Reject",
  later: "Put off"
};
