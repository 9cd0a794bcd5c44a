import {toLabel} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import type {Keyword} from "../../model/topic.ts";
import {foldText} from "../../lib/text.ts";
import type {SuggestionDraft} from "../../store/suggestions.ts";
import type {Fact} from "../../topics/facts/fact.ts";
import {MENTIONS} from "./choose-kind.ts";
import type {FieldText} from "./find-edges.ts";
import {quote} from "./find-edges.ts";
import type {Named, TitleIndex} from "./title-index.ts";

export const NAMED = "a text names somebody, a place, a day or an amount";
export const KEYWORD = "keywords of a text";

/** How sure a tag is, by what it is made of; names are surer where other texts have them too. */
const TAG_SCORES: Readonly<Record<Fact["kind"], number>> = {
  person: 0.55,
  place: 0.6,
  organisation: 0.5,
  date: 0.45,
  amount: 0.4
};
const KEYWORD_SCORE = 0.4;
const MAX_KEYWORDS = 1;
const MAX_TAG_WORDS = 2;
const WORDS: Readonly<Record<Fact["kind"], string>> = {
  person: "a person",
  place: "a place",
  organisation: "an organisation",
  date: "a day",
  amount: "an amount"
};

/** A field's text with what stands in it. */
export interface ReadText extends Pick<FieldText, "name" | "text" | "schema"> {
  readonly facts: readonly Fact[];
  readonly keywords: readonly Keyword[];
}

export interface FactGround {
  readonly index: TitleIndex;
  /** Whether two entries are joined already, in whatever way. */
  readonly isJoined: (a: string, b: string) => boolean;
  /** In how many entries a name stands, by `toNameKey`. */
  readonly namedIn: ReadonlyMap<string, number>;
}

/** Names of one entry only are hardly worth a tag. */
const MIN_ENTRIES = 2;

export function toNameKey({kind, value}: Pick<Fact, "kind" | "value">): string {
  return `${kind} ${foldText(value)}`;
}

/** Edges to the entries that a text names, and tags for names that have no entry, days, amounts and keywords. */
export function findFactDrafts(
  entry: Entry,
  texts: readonly ReadText[],
  {index, isJoined, namedIn}: FactGround
): SuggestionDraft[] {
  const drafts = new Map<string, SuggestionDraft>();
  const tags = new Set(entry.tags.map(foldText));
  const addTag = (tag: string, score: number, what: string, method: string): void => {
    const key = foldText(tag);
    if (tags.has(key) || drafts.has(key)) return;
    drafts.set(key, {
      kind: "tag",
      ends: [entry.id],
      proposal: {do: "tag", tag},
      score,
      evidence: [{what, weight: score}],
      method
    });
  };
  for (const {name, text, schema, facts, keywords} of texts) {
    const label = schema.title ?? toLabel(name);
    for (const fact of facts) {
      const place = `${label} names ${WORDS[fact.kind]}: ${quote(text, fact.start, fact.end)}`;
      const named = isName(fact) ? findNamed(fact, index, entry) : undefined;
      if (named) {
        if (!isJoined(entry.id, named.id)) drafts.set(named.id, toEdge(entry, named, place));
      } else if (!isName(fact) || (namedIn.get(toNameKey(fact)) ?? 0) >= MIN_ENTRIES)
        addTag(fact.value, TAG_SCORES[fact.kind], place, NAMED);
    }
    const short = keywords.filter(({term}) => term.split(" ").length <= MAX_TAG_WORDS);
    for (const {term} of short.slice(0, MAX_KEYWORDS))
      addTag(term, KEYWORD_SCORE, `${label} is about “${term}”, more than others are`, KEYWORD);
  }
  return [...drafts.values()];
}

function isName({kind}: Fact): boolean {
  return kind === "person" || kind === "place" || kind === "organisation";
}

/** The one other entry of this name; of a person the first name is enough where only one entry begins with it. */
function findNamed({kind, value}: Fact, index: TitleIndex, {id}: Entry): Named | undefined {
  const whole = index.findNamed(value).filter((named) => named.id !== id);
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined;
  if (kind !== "person" || value.includes(" ")) return undefined;
  const first = index.findFirst(value).filter((named) => named.id !== id);
  // “Ida and chess” is no person: a name has capitals only
  const people = first.filter(({title}) => title.split(" ").every((word) => /^\p{Lu}/u.test(word)));
  return people.length === 1 && first.length === 1 ? people[0] : undefined;
}

function toEdge({id}: Entry, named: Named, what: string): SuggestionDraft {
  const score = 0.7;
  return {
    kind: "edge",
    ends: [id, named.id],
    proposal: {do: "edge", kind: MENTIONS.name, from: id, to: named.id},
    score,
    evidence: [{what: `${what}, and “${named.title}” is here`, weight: score}],
    method: NAMED
  };
}
