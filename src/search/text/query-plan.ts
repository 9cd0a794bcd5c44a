import type {Language} from "../../lib/stop-words.ts";
import {LANGUAGES, toStopWords} from "../../lib/stop-words.ts";
import {guessLanguage, toLanguageBits} from "./guess-language.ts";
import type {Clause, TextQuery, Wanted} from "./text-query.ts";

/** What of a query scores, what keeps rows out, and by the forms of which languages. */
export interface QueryPlan {
  readonly scoring: readonly Clause[];
  readonly excluded: readonly Clause[];
  readonly filters: readonly Clause[];
  readonly languages: readonly Language[];
}

/** Leaves out the common words of a query that has others: they say nothing, and cost the most. */
export function planQuery({clauses}: TextQuery, known: readonly Language[]): QueryPlan {
  const languages = toQueryLanguages(clauses, known);
  const stopWords = languages.map(toStopWords);
  const isCommon = ({any}: Clause): boolean =>
    any.every(
      (wanted) =>
        wanted.kind === "words" &&
        !wanted.isExact &&
        wanted.field === undefined &&
        wanted.words.every((word) => stopWords.some((words) => words.has(word)))
    );
  const worded = clauses.filter(({any}) => any.some(({kind}) => kind === "words"));
  const wanted = worded.filter(({isExcluded}) => !isExcluded);
  const telling = wanted.filter((clause) => !isCommon(clause));
  return {
    scoring: telling.length > 0 ? telling : wanted,
    excluded: worded.filter(({isExcluded}) => isExcluded),
    filters: clauses.filter(({any}) => any.every(({kind}) => kind !== "words")),
    languages
  };
}

/** The language of the query where its common words tell, else all of the texts. */
function toQueryLanguages(
  clauses: readonly Clause[],
  known: readonly Language[]
): readonly Language[] {
  const words = clauses.flatMap(({any}) => any.flatMap(toWantedWords));
  const guessed = LANGUAGES[guessLanguage(words.map(toLanguageBits))];
  return guessed !== undefined && known.includes(guessed) ? [guessed] : known;
}

function toWantedWords(wanted: Wanted): readonly string[] {
  return wanted.kind === "words" ? wanted.words : [];
}
