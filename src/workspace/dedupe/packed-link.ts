import type {LinkInput} from "../../match/link/link-input.ts";
import type {
  MatchKind,
  MatchModel,
  MatchOutcome,
  MatchTable
} from "../../match/link/match-table.ts";

/** Stands between texts; a text that has it has a blank instead. */
const SEPARATOR = "\u001e";

/** Texts as one: a million short strings take a page tenths of a second to hand over, one long one takes none. */
export interface PackedTexts {
  readonly count: number;
  readonly text: string;
}

export interface PackedTable {
  readonly keys: PackedTexts;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: MatchKind;
    readonly values: PackedTexts;
  }[];
  readonly vectors?: MatchTable["vectors"];
}

/** What the compute worker is given to link. */
export interface PackedLink extends Omit<LinkInput, "first" | "second"> {
  readonly first: PackedTable;
  readonly second?: PackedTable;
}

/** What it gives: pairs by their positions, the surest first. */
export interface PackedOutcome extends Pick<
  MatchOutcome,
  "best" | "compared" | "recall" | "threshold"
> {
  readonly model: MatchModel;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly probability: Float32Array;
}

export function packLink({first, second, ...rest}: LinkInput): PackedLink {
  return {...rest, first: packTable(first), ...(second && {second: packTable(second)})};
}

export function unpackLink({first, second, ...rest}: PackedLink): LinkInput {
  return {...rest, first: unpackTable(first), ...(second && {second: unpackTable(second)})};
}

export function packOutcome({model, pairs, ...rest}: MatchOutcome): PackedOutcome {
  return {
    model,
    a: Uint32Array.from(pairs, ({a}) => a),
    b: Uint32Array.from(pairs, ({b}) => b),
    probability: Float32Array.from(pairs, ({probability}) => probability),
    best: rest.best,
    compared: rest.compared,
    recall: rest.recall,
    threshold: rest.threshold
  };
}

function packTable({keys, columns, vectors}: MatchTable): PackedTable {
  return {
    keys: packTexts(keys),
    columns: columns.map(({name, kind, values}) => ({name, kind, values: packTexts(values)})),
    ...(vectors && {vectors})
  };
}

function unpackTable({keys, columns, vectors}: PackedTable): MatchTable {
  return {
    keys: unpackTexts(keys),
    columns: columns.map(({name, kind, values}) => ({name, kind, values: unpackTexts(values)})),
    ...(vectors && {vectors})
  };
}

function packTexts(texts: readonly string[]): PackedTexts {
  const text = texts.join(SEPARATOR);
  const isPlain = text.split(SEPARATOR).length === Math.max(1, texts.length);
  return {
    count: texts.length,
    text: isPlain ? text : texts.map((one) => one.replaceAll(SEPARATOR, " ")).join(SEPARATOR)
  };
}

function unpackTexts({count, text}: PackedTexts): readonly string[] {
  return count === 0 ? [] : text.split(SEPARATOR);
}
