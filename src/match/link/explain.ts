import type {LinkInput} from "./link-input.ts";
import type {LinkTables} from "./link-tables.ts";
import type {MatchModel, MatchPart} from "./match-table.ts";
import {toLabelled} from "./labelled.ts";
import {fromModel} from "./model/learned.ts";
import type {GroupBits} from "./model/scorer.ts";
import {createScorer, SAID_BITS, toBitsOf, toLevels, toProbability} from "./model/score.ts";
import {prepare} from "./prepare.ts";

/** Probabilities that are nearer than this are shown as the same. */
const SAME = 1e-6;

/** What is explained from: labels are those that the run was given. */
export type ExplainInput = Pick<LinkInput, "first" | "second" | "plan" | "labels">;

/**
 * Why two records are said to be one or two. `a` is a position in the first table, `b` in it or in the second. Where the
 * pair's probability in the outcome is given, parts add up to it also where other partners took some of it away.
 */
export type Explainer = (a: number, b: number, probability?: number) => MatchPart[];

/** Explains pair after pair: parts in bits that add up, from how likely any pair is, to the log2 of the odds. */
export function createExplainer(input: ExplainInput, model: MatchModel): Explainer {
  const {tables, comparers} = prepare(input);
  const scorer = createScorer(fromModel(model, comparers), comparers);
  const values = new Map(tables.columns.map((column) => [column.name, toValues(column)]));
  const toPlace = (a: number, b: number): number => a * tables.size + b;
  const labels = new Map(toLabelled(input).map(({a, b, isMatch}) => [toPlace(a, b), isMatch]));
  const prior = toPart("prior", toRarity(model.prior), scorer.prior);
  return (a, b, probability) => {
    const other = tables.isLink ? tables.firstSize + b : b;
    const pair = toLevels(comparers, a, other);
    const parts = [
      prior,
      ...toGroup(scorer.group?.(pair)),
      ...comparers.map(({name, column, levels}, i) => {
        const toValue = values.get(column)!;
        return {
          column: name,
          level: levels[pair[i]!]!.name,
          a: toValue(a),
          b: toValue(other),
          bits: scorer.bits(i, pair, a, other)
        };
      })
    ];
    const isMatch = labels.get(toPlace(Math.min(a, other), Math.max(a, other)));
    if (isMatch !== undefined) {
      const said = isMatch ? SAID_BITS : -SAID_BITS;
      parts.push(toPart("decision", "somebody decided", said - sum(parts)));
    }
    return probability === undefined || !tables.isLink
      ? parts
      : [...parts, ...toPartners(sum(parts), probability)];
  };
}

/** The same of one pair; prepared once for each table. */
export function explainPair(
  input: ExplainInput,
  model: MatchModel,
  a: number,
  b: number,
  probability?: number
): MatchPart[] {
  return createExplainer(input, model)(a, b, probability);
}

/** What it is worth that the pair is seen against two of one group, or as one thing that has left its own. */
function toGroup(group: GroupBits | undefined): MatchPart[] {
  if (!group || (!group.isGroup && !group.isMoved)) return [];
  const {bits, isGroup, isMoved} = group;
  const left = "what a household shares may have changed";
  const shared = "seen against two of one household";
  const level = isMoved ? (isGroup ? `${left}, and ${shared}` : left) : shared;
  return [toPart("group", level, bits)];
}

/** What other partners take away, where a record is one with at most one of the other table. */
function toPartners(own: number, probability: number): MatchPart[] {
  if (toProbability(own) - probability <= SAME) return [];
  const level = probability < 0.5 ? "a better partner is there" : "another may be its partner";
  return [toPart("partners", level, toBitsOf(probability) - own)];
}

function toPart(column: string, level: string, bits: number): MatchPart {
  return {column, level, a: "", b: "", bits};
}

function sum(parts: readonly MatchPart[]): number {
  return parts.reduce((all, {bits}) => all + bits, 0);
}

function toValues({texts, ids}: LinkTables["columns"][number]): (record: number) => string {
  return (record) => (ids[record] === -1 ? "" : texts[ids[record]!]!);
}

/** How rare pairs that are one are among all. */
function toRarity(prior: number): string {
  return `one of ${Math.round(1 / prior).toLocaleString("en-US")} pairs`;
}
