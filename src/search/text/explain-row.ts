import type {IndexParts} from "./index-parts.ts";
import type {MatchedTerm} from "./text-document.ts";
import type {Member} from "./word-groups.ts";

/** A part of a query as it was scored. */
export type ScoredTerm =
  | {
      readonly kind: "word";
      readonly typed: string;
      readonly members: readonly Member[];
      readonly field: number;
      readonly idf: number;
    }
  | {
      readonly kind: "phrase";
      readonly typed: string;
      readonly words: readonly number[];
      readonly field: number;
      readonly idf: number;
    };

/** What of a query a row has, and what that added to its score. */
export function explainRow(
  parts: IndexParts,
  row: number,
  terms: readonly ScoredTerm[]
): MatchedTerm[] {
  return terms.flatMap((term) => {
    const found =
      term.kind === "word" ? findMember(parts, row, term) : findPhrase(parts, row, term);
    if (!found) return [];
    const {word, how, field, frequency} = found;
    const score = parts.board.weigh(term.idf, frequency, row);
    return [{term: term.typed, word, how, field: toFieldName(parts, field), score}];
  });
}

interface Found {
  readonly word: string;
  readonly how: MatchedTerm["how"];
  readonly field: number;
  readonly frequency: number;
}

/** The member that answers best, where it stands first, and how often all of them are there. */
function findMember(
  {tokens, words, fields}: IndexParts,
  row: number,
  {members, field: wanted}: ScoredTerm & {kind: "word"}
): Found | undefined {
  const byWord = new Map(members.map((member) => [member.word, member]));
  let best: {member: Member; field: number} | undefined;
  let frequency = 0;
  tokens.eachSection(row, (field, from, to) => {
    if (wanted >= 0 && field !== wanted) return;
    for (let place = from; place < to; ++place) {
      const member = byWord.get(tokens.word(place));
      if (!member) continue;
      frequency += member.weight * (wanted >= 0 ? 1 : fields[field]!);
      if (!best || member.weight > best.member.weight) best = {member, field};
    }
  });
  if (!best) return undefined;
  return {word: words.word(best.member.word), how: best.member.how, field: best.field, frequency};
}

function findPhrase(
  {tokens, words: dictionary}: IndexParts,
  row: number,
  {words, field: wanted}: ScoredTerm & {kind: "phrase"}
): Found | undefined {
  let first = -1;
  let frequency = 0;
  tokens.eachSection(row, (field, from, to) => {
    if (wanted >= 0 && field !== wanted) return;
    for (let place = from; place + words.length <= to; ++place) {
      if (!words.every((word, i) => tokens.word(place + i) === word)) continue;
      if (first < 0) first = field;
      ++frequency;
    }
  });
  if (first < 0) return undefined;
  const word = words.map((number) => dictionary.word(number)).join(" ");
  return {word, how: "phrase", field: first, frequency};
}

function toFieldName({fieldNumbers}: IndexParts, field: number): string {
  for (const [name, number] of fieldNumbers) if (number === field) return name;
  return "";
}
