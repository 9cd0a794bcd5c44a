import type {
  AcceptMode,
  BlockingRule,
  Decided,
  DuplicateJob,
  MatchKind,
  SuggestionStatus
} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";

/** Kinds of values that are compared, as people read them. */
export const KIND_WORDS: Readonly<Record<MatchKind, string>> = {
  name: "name",
  text: "text",
  code: "code or number of something",
  number: "number",
  date: "date",
  place: "place or address",
  category: "category"
};

/** What records share that are compared. */
export const BLOCKING_WORDS: Readonly<Record<BlockingRule["by"], string>> = {
  exact: "the same value",
  fingerprint: "the same words in any order",
  ngram: "the same letters in pairs",
  phonetic: "the same sound",
  prefix: "the same beginning",
  word: "a rare word",
  meaning: "nearly the same meaning"
};

/** "the same sound of Surname". */
export function toRuleText({by, columns}: BlockingRule, toLabel: (name: string) => string): string {
  const words = BLOCKING_WORDS[by];
  return columns.length === 0 ? words : `${words} of ${columns.map(toLabel).join(" and ")}`;
}

/** What becomes of records that are one. */
export const ACCEPT_WORDS: Readonly<Record<AcceptMode, string>> = {
  merge: "merge the entries",
  remember: "only remember it",
  keep: "keep them as one entry",
  join: "join the row to the entry",
  fill: "join it, and fill what the entry lacks"
};

/** The same on a button. */
export const ACCEPT_BUTTONS: Readonly<Record<AcceptMode, string>> = {
  merge: "Merge them",
  remember: "They are one",
  keep: "Keep as one entry",
  join: "Join them",
  fill: "Join and fill"
};

/** Why much that is shared counts little, where a run met groups; "" where it met none. */
export function describeGroups({model, ran}: Pick<DuplicateJob, "model" | "ran">): string {
  const closest = model?.groups?.sizes.at(-1);
  if (!closest || !ran) return "";
  const pairs = Math.round((closest.share * ran.records * (ran.records - 1)) / 2);
  return `About ${formatCounted(pairs, "pair")} share much and are two, as members of a household are: what such pairs share counts little here.`;
}

/** "3 pairs accepted, 2 merged": what a decision did. */
export function describeDecided({pairs, merged, kept}: Decided, status: SuggestionStatus): string {
  const count = formatCounted(pairs, "pair");
  if (status === "rejected") return `${count}: they are two`;
  if (status === "later") return `${count} put off`;
  if (status === "open") return `${count} open again`;
  const done = [
    merged > 0 ? `${formatCount(merged)} merged` : "",
    kept > 0 ? `${formatCounted(kept, "entry")} kept` : ""
  ].filter((text) => text !== "");
  return [`${count} accepted`, ...done].join(", ");
}
