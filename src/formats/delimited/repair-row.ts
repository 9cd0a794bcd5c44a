import type {Dialect} from "../../model/delimited.ts";
import type {Alignment} from "./align.ts";
import {alignTokens} from "./align.ts";
import type {ColumnProfile} from "./column-profile.ts";
import type {LineDialect, Token} from "./line-tokens.ts";
import {findOpenings, splitLine} from "./line-tokens.ts";

/** A row that was made to fit, and what was done. */
export interface RepairedRow extends Alignment {
  readonly what: string;
}

const OTHER_DELIMITERS = [",", ";", "\t", "|", " "];
const OTHER_DELIMITER_COST = 1.5;
const LITERAL_QUOTE_COST = 1;
const MAX_OPENINGS = 40;
/** No repair of such a line is good enough to be worth the time. */
const MAX_LINE_LENGTH = 100_000;

/** A dialect that was found, or given: then no row is written in another. */
export interface RowDialect extends Dialect {
  readonly isGiven?: boolean;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly delimiter: string;
  readonly cost: number;
  readonly what?: string;
}

/**
 * The best of all ways to read a row that is too short, too long, or has quotes where none may be. `fields` are those
 * that a parser found; without them there may be no way.
 */
export function repairRow(
  line: string,
  fields: readonly string[] | undefined,
  profiles: readonly ColumnProfile[],
  dialect: RowDialect
): RepairedRow | undefined {
  let best: RepairedRow | undefined;
  for (const {tokens, delimiter, cost, what} of toReadings(
    line,
    fields,
    profiles.length,
    dialect
  )) {
    if (best && cost >= best.cost) continue;
    const alignment = alignTokens(tokens, profiles, delimiter, best && best.cost - cost);
    if (!alignment) continue;
    const total = alignment.cost + cost;
    best = {
      ...alignment,
      cost: total,
      what: what ?? toWhat(alignment, tokens.length, profiles.length)
    };
  }
  return best;
}

function* toReadings(
  line: string,
  fields: readonly string[] | undefined,
  width: number,
  dialect: RowDialect
): Generator<Reading> {
  const {delimiter} = dialect;
  const strict = line.length > MAX_LINE_LENGTH ? undefined : splitLine(line, dialect);
  if (strict) yield {tokens: strict, delimiter, cost: 0};
  else if (fields)
    yield {tokens: fields.map((text) => ({text, isQuoted: false})), delimiter, cost: 0};
  if (line.length > MAX_LINE_LENGTH) return;
  for (const literalAt of findOpenings(line, dialect).slice(0, MAX_OPENINGS)) {
    const tokens = splitLine(line, {...dialect, literalAt});
    if (tokens)
      yield {
        tokens,
        delimiter,
        cost: LITERAL_QUOTE_COST,
        what: "a quote that ends nowhere is kept as it stands"
      };
  }
  // where a delimiter is missing before a quote, the quote stands inside of a field
  const spaced = insertDelimiter(line, dialect);
  if (spaced !== undefined) {
    const tokens = splitLine(spaced, dialect);
    if (tokens)
      yield {
        tokens,
        delimiter,
        cost: OTHER_DELIMITER_COST,
        what: "a delimiter was missing before a quote"
      };
  }
  for (const other of dialect.isGiven ? [] : OTHER_DELIMITERS) {
    if (other === delimiter || !line.includes(other)) continue;
    const tokens = splitLine(line, {...(dialect as LineDialect), delimiter: other});
    if (tokens && tokens.length >= width - 1 && width > 1)
      yield {
        tokens,
        delimiter: other,
        cost: OTHER_DELIMITER_COST,
        what: `its fields are told apart by ${JSON.stringify(other)} instead of ${JSON.stringify(delimiter)}`
      };
  }
}

/** The line with a delimiter before the first quote that follows a field's text, and after one that text follows. */
function insertDelimiter(line: string, {delimiter, quote}: Dialect): string | undefined {
  if (quote === "") return undefined;
  for (let i = line.indexOf(quote, 1); i >= 0; i = line.indexOf(quote, i + 1)) {
    const before = line.slice(0, i);
    const isInside = (before.split(quote).length - 1) % 2 === 1;
    if (!isInside && !before.endsWith(delimiter) && !before.endsWith(quote))
      return before + delimiter + line.slice(i);
    const after = line.slice(i + 1);
    if (isInside && after !== "" && !after.startsWith(delimiter))
      return line.slice(0, i + 1) + delimiter + after;
  }
  return undefined;
}

function toWhat({mendings}: Alignment, found: number, width: number): string {
  if (mendings.has("split"))
    return `row has ${found} of ${width} fields, two that stand together are told apart`;
  if (mendings.has("merge"))
    return `row has ${found} fields for ${width} columns, some that belong together are read as one`;
  if (mendings.has("cut")) return `row has more than ${width} fields, the others are left out`;
  if (mendings.has("drop")) return `row has more than ${width} fields, an empty one is left out`;
  if (mendings.has("pad")) return `row has ${found} of ${width} fields, the others are null`;
  return "a quote stands where none may, the row is read as far as possible";
}

/** The names in a header line that cannot be read as it is meant; undefined where there is no way to get `width` of them. */
export function repairHeader(
  line: string,
  fields: readonly string[] | undefined,
  width: number,
  dialect: RowDialect
): readonly string[] | undefined {
  for (const {tokens} of toReadings(line, fields, width, dialect)) {
    const names = tokens.map(({text}) => text);
    if (names.length === width && isNames(names)) return names;
    const filled = names.filter((name) => name.trim() !== "");
    if (names.length > width && filled.length === width && isNames(filled)) return filled;
  }
  return undefined;
}

/** At most one name in five may be missing. */
function isNames(names: readonly string[]): boolean {
  return names.filter((name) => name.trim() !== "").length >= names.length * 0.8;
}
