import type {LinkInput} from "./link-input.ts";
import type {MatchModel, MatchPart} from "./match-table.ts";
import {fromModel} from "./model/learned.ts";
import {createScorer} from "./model/score.ts";
import {prepare} from "./prepare.ts";

/**
 * Why two records are said to be one or two: parts in bits that add up, from how likely any pair is, to the log2 of the
 * odds. `a` is a position in the first table, `b` in it or in the second.
 */
export function explainPair(
  input: Pick<LinkInput, "first" | "second" | "plan">,
  model: MatchModel,
  a: number,
  b: number
): MatchPart[] {
  const {tables, comparers} = prepare(input);
  const scorer = createScorer(fromModel(model, comparers), comparers);
  const other = tables.isLink ? tables.firstSize + b : b;
  const valueOf = new Map(
    tables.columns.map(({name, texts, ids}) => [
      name,
      (record: number): string => (ids[record] === -1 ? "" : texts[ids[record]!]!)
    ])
  );
  return [
    {column: "prior", level: toRarity(model.prior), a: "", b: "", bits: scorer.prior},
    ...comparers.map(({name, column, levels, compare}, i) => {
      const level = compare(a, other);
      const toValue = valueOf.get(column)!;
      return {
        column: name,
        level: levels[level]!.name,
        a: toValue(a),
        b: toValue(other),
        bits: scorer.bits(i, level, a, other)
      };
    })
  ];
}

/** How rare pairs that are one are among all. */
function toRarity(prior: number): string {
  return `one of ${Math.round(1 / prior).toLocaleString("en-US")} pairs`;
}
