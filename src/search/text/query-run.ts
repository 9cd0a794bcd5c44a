import type {Language} from "../../lib/stop-words.ts";
import {explainRow} from "./explain-row.ts";
import type {ScoredTerm} from "./explain-row.ts";
import type {IndexParts} from "./index-parts.ts";
import type {QueryPlan} from "./query-plan.ts";
import {planQuery} from "./query-plan.ts";
import type {RowCheck} from "./row-test.ts";
import {toFacet, toRowTest, toValueFlags} from "./row-test.ts";
import {selectRows} from "./select-rows.ts";
import type {TextHit} from "./text-document.ts";
import type {Clause, TextQuery, Wanted} from "./text-query.ts";

/** What an answer in time is worth beside words: little, so that words decide. */
const FACET_SCORE = 0.5;
const DEFAULT_LIMIT = 20;
/** Clauses that have a bit of their own; `match: "all"` does not ask for later ones. */
const MAX_BITS = 30;

export interface RunOptions {
  /** Hits at most, 20 if left out. */
  readonly limit?: number;
  /**
   * `any`: a row answers with any of the words (the default). `all`: only with all of them, common words left out; where
   * none has all, with any. `none`: words do not count, only what the query narrows by.
   */
  readonly match?: "all" | "any" | "none";
  /** Ids of documents that may be an answer; all if left out. */
  readonly accept?: (id: string) => boolean;
  /** Ids of documents that are an answer whatever words they have, where they pass what the query narrows by: counted, and no hits. */
  readonly also?: readonly string[];
}

/** The same, by rows. */
export interface RowOptions extends Omit<RunOptions, "also"> {
  readonly also?: readonly number[];
}

/** How many of all that answer have a value. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** An answer: its best hits, and what all that answer have. */
export interface QueryRun {
  readonly hits: readonly TextHit[];
  readonly total: number;
  /** How many are left when of those that say the same one counts. */
  readonly distinct: number;
  /** By id, of hits and of what answers besides: how many of all that answer say the same, itself counted. */
  readonly alike: ReadonlyMap<string, number>;
  /** By facet its values, the most frequent first. What the query chooses of a facet does not count for its own values. */
  readonly facets: ReadonlyMap<string, readonly ValueCount[]>;
  /** What was not understood, in words; null where all was. */
  readonly problem: string | null;
}

export function runQuery(
  parts: IndexParts,
  query: TextQuery,
  known: readonly Language[],
  {limit = DEFAULT_LIMIT, match = "any", accept, also = []}: RowOptions
): QueryRun {
  const plan = planQuery(query, known);
  const {checks, problems} = toChecks(parts, query, plan);
  if (accept) checks.push({facet: undefined, test: (row) => accept(parts.documents[row]!.id)});

  const {board} = parts;
  board.begin();
  const terms: ScoredTerm[] = [];
  if (match !== "none") {
    plan.scoring.forEach((clause, i) => {
      const bit = i < MAX_BITS ? 1 << i : 0;
      for (const wanted of clause.any) terms.push(...score(parts, wanted, plan.languages, bit));
    });
    if (plan.scoring.length === 0 && query.clauses.length > 0) touchAll(parts);
  }
  const all = match === "all" ? (1 << Math.min(MAX_BITS, plan.scoring.length)) - 1 : 0;
  const strict = selectRows(parts, {checks, required: all, limit});
  const required = strict.total > 0 ? all : 0;
  const chosen = required === all ? strict : selectRows(parts, {checks, required, limit});
  const hits = chosen.best.map(({row, score}): TextHit => ({
    id: parts.documents[row]!.id,
    score,
    get terms() {
      return explainRow(parts, row, terms);
    }
  }));
  for (const row of also) board.add(row, 0, required);
  const {total, distinct, alike, values} =
    also.length === 0 ? chosen : selectRows(parts, {checks, required, limit: 0});
  const told = [...chosen.best.map(({row}) => row), ...also];
  return {
    hits,
    total,
    distinct,
    alike: new Map(
      told.map((row) => [parts.documents[row]!.id, alike[parts.sameTexts.number(row)]!])
    ),
    facets: toFacets(parts, values),
    problem: problems.length > 0 ? problems.join("; ") : null
  };
}

/** What a row must pass, whatever its words are; text where that was not understood. */
export function toChecks(
  parts: IndexParts,
  query: TextQuery,
  {filters, excluded: clauses, languages}: QueryPlan
): {checks: RowCheck[]; problems: string[]} {
  const problems = query.problem === null ? [] : [query.problem];
  const checks: RowCheck[] = [];
  for (const clause of filters) {
    const test = toRowTest(parts, clause);
    if (typeof test === "string") problems.push(test);
    else checks.push({facet: toFacet(clause), test});
  }
  const excluded = findExcluded(parts, clauses, languages);
  if (excluded) checks.push({facet: undefined, test: (row) => excluded[row] === 0});
  return {checks, problems};
}

/** Scores one part of a clause; gives how to explain it. */
function score(
  parts: IndexParts,
  wanted: Wanted,
  languages: readonly Language[],
  bit: number
): ScoredTerm[] {
  const {board, fieldNumbers, words, groups, postings} = parts;
  if (wanted.kind === "time") return [];
  if (wanted.kind === "facet") {
    const flags = toValueFlags(parts, wanted.name, wanted.value);
    if (flags)
      for (let row = 0; row < parts.tokens.rows; ++row)
        if (!postings.isDead(row) && parts.facets.hasAny(row, flags))
          board.add(row, FACET_SCORE, bit);
    return [];
  }
  const field = wanted.field === undefined ? -1 : fieldNumbers.get(wanted.field)!;
  const {typed} = wanted;
  if (wanted.words.length > 1) {
    const numbers = wanted.words.flatMap((word) => words.find(word) ?? []);
    if (numbers.length < wanted.words.length) return [];
    return [
      {kind: "phrase", typed, words: numbers, field, idf: board.addPhrase(numbers, {bit, field})}
    ];
  }
  const members = groups.find(wanted.words[0]!, {
    languages,
    isPrefix: wanted.isPrefix,
    isExact: wanted.isExact,
    count: (word) => postings.count(word)
  });
  if (members.length === 0) return [];
  return [{kind: "word", typed, members, field, idf: board.addWords(members, {bit, field})}];
}

/** A 1 for each row that has what must not be there; undefined where nothing is forbidden. */
function findExcluded(
  parts: IndexParts,
  clauses: readonly Clause[],
  languages: readonly Language[]
): Uint8Array | undefined {
  if (clauses.length === 0) return undefined;
  const {board} = parts;
  board.begin();
  for (const {any} of clauses) for (const wanted of any) score(parts, wanted, languages, 0);
  const flags = new Uint8Array(parts.tokens.rows);
  for (let at = 0; at < board.count; ++at) flags[board.row(at)] = 1;
  return flags;
}

/** A query that only narrows is answered by all that is left, the newest first. */
function touchAll({tokens, postings, board, documents}: IndexParts): void {
  for (let row = 0; row < tokens.rows; ++row) {
    if (postings.isDead(row)) continue;
    const time = documents[row]!.time;
    board.add(row, Number.isNaN(time) ? 0 : time, 0);
  }
}

function toFacets({facets}: IndexParts, counts: Int32Array): Map<string, ValueCount[]> {
  const byName = new Map<string, ValueCount[]>();
  counts.forEach((count, number) => {
    if (count === 0) return;
    const {name, value} = facets.value(number);
    const values = byName.get(name) ?? [];
    if (values.push({value, count}) === 1) byName.set(name, values);
  });
  for (const values of byName.values())
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return byName;
}
