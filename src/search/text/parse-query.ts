import {foldText} from "../../lib/text.ts";
import {toWords} from "./each-word.ts";
import {parseDay} from "./parse-day.ts";
import type {Clause, QueryNames, TextQuery, Wanted} from "./text-query.ts";

/** A part: perhaps `-`, perhaps `name:`, then text in quotes (which may lack its end) or without blanks. */
const PART =
  /(-?)(?:([\p{L}_][\p{L}\p{N}_]*):)?(?:"([^"]*)(?:"|$)|“([^”]*)(?:”|$)|([^\s"“()]+))|(-?)([\p{L}_][\p{L}\p{N}_]*):(?=\s|$)/gu;
const TIMES = new Set(["after", "before", "on", "since", "until"]);
const ALIASES: Readonly<Record<string, string>> = {is: "kind"};
const YEAR = /^(19|20)\d\d$/;

interface Part {
  readonly typed: string;
  readonly isExcluded: boolean;
  readonly name: string | undefined;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isLast: boolean;
}

/**
 * Reads what somebody typed: words, `"a phrase"`, `-not`, `this OR that`, `field:value`, `type:`, `tag:`, `in:`, `is:`,
 * `after:`, `before:`, `on:`. Never throws: what is not understood is told in `problem` and looked for as words.
 */
export function parseQuery(text: string, names: QueryNames): TextQuery {
  const problems: string[] = [];
  const clauses: Clause[] = [];
  let isOr = false;
  for (const part of toParts(text)) {
    if (!part.isQuoted && part.name === undefined && !part.isExcluded) {
      if (part.value === "OR" || part.value === "|") {
        isOr = clauses.length > 0;
        continue;
      }
      if (part.value === "AND") continue;
    }
    const wanted = toWanted(part, names, problems);
    if (wanted.length === 0) continue;
    const former = isOr && !part.isExcluded ? clauses.at(-1) : undefined;
    if (former && !former.isExcluded)
      clauses[clauses.length - 1] = {any: [...former.any, ...wanted], isExcluded: false};
    else if (part.isExcluded) clauses.push({any: wanted, isExcluded: true});
    else clauses.push(...toClauses(wanted));
    isOr = false;
  }
  return {clauses, problem: problems.length > 0 ? problems.join("; ") : null};
}

function toParts(text: string): Part[] {
  const matches = [...text.matchAll(PART)];
  return matches.map((match, i) => {
    const [typed, minus, name, quoted, curly, bare, loneMinus, loneName] = match;
    return {
      typed,
      // a number below zero is no word to leave out
      isExcluded: (minus ?? loneMinus) === "-" && /\p{L}/u.test(typed),
      name: (name ?? loneName)?.toLowerCase(),
      value: quoted ?? curly ?? bare ?? "",
      isQuoted: (quoted ?? curly) !== undefined,
      isLast: i === matches.length - 1 && match.index + typed.length === text.length
    };
  });
}

function toWanted(part: Part, names: QueryNames, problems: string[]): Wanted[] {
  const {value, typed} = part;
  const name = part.name === undefined ? undefined : (ALIASES[part.name] ?? part.name);
  if (name === undefined) return toWordsWanted(part, undefined, names);
  if (TIMES.has(name)) return toTime(name, value, names.now, problems);
  if (names.isFacet(name)) return value === "" ? [] : [{kind: "facet", name, value}];
  if (names.isField(name)) return toWordsWanted(part, name, names);
  if (value === "") return toWordsWanted({...part, value: part.name!}, undefined, names);
  // an address or a time is no question for a field
  if (!value.startsWith("//"))
    problems.push(`"${part.name}:" is no field, so it was looked for as words`);
  return toWordsWanted({...part, value: typed.replace(/^-/, "")}, undefined, names);
}

/** Words beside each other without a quote (`wi-fi`, `don't`) are looked for one by one, in a quote as a phrase. */
function toWordsWanted(
  part: Part,
  field: string | undefined,
  {isFacet, isTyping}: QueryNames
): Wanted[] {
  const words = toWords(part.value);
  const isPrefix =
    isTyping && part.isLast && !part.isQuoted && /[\p{L}\p{N}\p{M}]$/u.test(part.value);
  if (words.length === 0) return [];
  if (part.isQuoted || part.isExcluded)
    return [
      {kind: "words", words, field, typed: part.value, isPrefix: false, isExact: part.isQuoted}
    ];
  const wanted = words.map((word, i): Wanted => {
    const isEnd = i === words.length - 1;
    const shown = words.length === 1 ? part.value : word;
    return {
      kind: "words",
      words: [word],
      field,
      typed: shown,
      isPrefix: isPrefix && isEnd,
      isExact: false
    };
  });
  const isYear = field === undefined && words.length === 1 && YEAR.test(words[0]!);
  return isYear && isFacet("year")
    ? [...wanted, {kind: "facet", name: "year", value: words[0]!}]
    : wanted;
}

/** Each word is a clause of its own; a year is one with the time that it names. */
function toClauses(wanted: readonly Wanted[]): Clause[] {
  if (wanted.some(({kind}) => kind !== "words")) return [{any: wanted, isExcluded: false}];
  return wanted.map((one) => ({any: [one], isExcluded: false}));
}

function toTime(name: string, value: string, now: number, problems: string[]): Wanted[] {
  if (value === "") return [];
  const span = parseDay(foldText(value), now);
  if (!span) {
    problems.push(`"${name}:${value}" names no date (such as 2024, 2024-03-09, yesterday, 7d)`);
    return [];
  }
  const [from, to] = span;
  if (name === "on") return [{kind: "time", from, to}];
  if (name === "before") return [{kind: "time", from: -Infinity, to: from}];
  if (name === "until") return [{kind: "time", from: -Infinity, to}];
  return [{kind: "time", from, to: Infinity}];
}
