/** Counts up when the same values would be guessed of otherwise: what was guessed before is then looked into anew. */
export const GUESS_VERSION = 3;

/** Some values of a column of text; those of another column of the same rows stand in the same places. */
export interface ColumnSample {
  readonly name: string;
  /** Blank where a row has none. */
  readonly values: readonly string[];
}

/** The columns that say something in words, and whether that is worth a vector without being asked. */
export interface TextGuess {
  readonly columns: readonly string[];
  readonly isWorth: boolean;
}

/** Words of a value on average from which it is a text that says something by itself. */
const TEXT_WORDS = 4;
/** Words of a value on average from which it is a phrase, whatever it is made of. */
const PHRASE_WORDS = 2;
/** Names of people and places have no digits; codes do. */
const NAME = /^\P{N}*$/u;
/** Fewer different values, or the same ones over and over, are a list of choices. */
const MIN_DISTINCT = 5;
const MIN_DISTINCT_SHARE = 0.2;
/** Values that are alike in so many rows are a copy of the other column. */
const COPY_SHARE = 0.8;
/** What names a row is read too, however short, where another column says something; the last word of a column's name. */
const TITLE = /^(title|subject|\p{L}*name|headline|caption|summary|label)$/iu;
const NAME_BREAKS = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u;
/** What names a row or a file for machines says nothing, whatever it is made of. */
const ADDRESS = /(^|[_ ])(id|uuid|guid|key|hash|sha\d*|path|uri|url|slug|file)$/i;
const PATH = /^(\S*[/\\])?[^\n]*\.\w{1,5}$|^\w+:\/\/\S*$|^(\/|[a-z]:\\)/i;
const JSON_LIKE = /^\s*[[{].*[\]}]\s*$/s;
/** A word stands alone and has two letters; what is written without spaces is counted by pairs of letters. */
const WORDS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{2}|(?<=^|\s)[^\s/\\]*\p{L}{2}[^\s/\\]*(?=\s|$)/gu;

/** Guesses by values, not by names: a column of real words that differ from row to row. */
export function guessTextColumns(samples: readonly ColumnSample[]): TextGuess {
  const facts = samples
    .filter(({name}) => !ADDRESS.test(name))
    .map((sample) => ({sample, words: countWords(sample)}));
  const named = facts.filter(({sample, words}) => words > 0 && isVaried(sample));
  const longest = Math.max(0, ...named.map(({words}) => words));
  // beside a real text, names of people or places say little; where there is none, they are what is looked for
  const chosen = named.filter(
    ({sample, words}) =>
      isTitle(sample.name) ||
      (longest < TEXT_WORDS ? words >= PHRASE_WORDS || isName(sample) : words >= TEXT_WORDS)
  );
  const columns = chosen.filter(
    ({sample}, i) => !chosen.slice(0, i).some((other) => isCopy(sample, other.sample))
  );
  return {columns: columns.map(({sample}) => sample.name), isWorth: longest >= TEXT_WORDS};
}

/** Whether the column names its row, as `full_name`, `surname` and `trackTitle` do. */
function isTitle(name: string): boolean {
  return TITLE.test(name.split(NAME_BREAKS).at(-1)!);
}

/** Words on average; 0 for what is no language: paths, addresses, JSON, codes. */
function countWords(sample: ColumnSample): number {
  const values = toFilled(sample);
  if (values.length === 0) return 0;
  const counts = values.map((value) =>
    PATH.test(value) || JSON_LIKE.test(value) ? 0 : (value.match(WORDS)?.length ?? 0)
  );
  const wordless = counts.filter((count) => count === 0).length;
  if (2 * wordless > values.length) return 0;
  return counts.reduce((sum, count) => sum + count, 0) / values.length;
}

/** Whether most values are names, as far as one can see. */
function isName(sample: ColumnSample): boolean {
  const values = toFilled(sample);
  return 2 * values.filter((value) => NAME.test(value)).length > values.length;
}

function isVaried(sample: ColumnSample): boolean {
  const values = toFilled(sample);
  const distinct = new Set(values).size;
  return (
    distinct >= Math.min(MIN_DISTINCT, values.length / 2) &&
    distinct >= MIN_DISTINCT_SHARE * values.length
  );
}

/** Whether the values are nearly those of another column: the same in lower case, say. */
function isCopy(sample: ColumnSample, other: ColumnSample): boolean {
  const same = sample.values.filter(
    (value, i) =>
      value.trim() !== "" && value.trim().toLowerCase() === other.values[i]!.trim().toLowerCase()
  );
  return same.length >= COPY_SHARE * toFilled(sample).length;
}

function toFilled({values}: ColumnSample): string[] {
  return values.filter((value) => value.trim() !== "");
}

/** Names that say when, the surest first. */
const TIME_WORDS = ["time", "date", "sent", "at", "when", "day", "ts", "start", "created"];

/** The column that says when a row was, of those that hold dates: by its name, else the first; null where there is none. */
export function guessTime(names: readonly string[]): string | null {
  const rank = (name: string): number => {
    const words = name.toLowerCase().split(/[^\p{L}]+/u);
    const ranks = TIME_WORDS.flatMap((word, i) => (words.includes(word) ? [i] : []));
    return ranks.length === 0 ? TIME_WORDS.length : Math.min(...ranks) + (words.length - 1) / 10;
  };
  const [best] = names.map((name) => ({name, rank: rank(name)})).sort((a, b) => a.rank - b.rank);
  return best?.name ?? null;
}
