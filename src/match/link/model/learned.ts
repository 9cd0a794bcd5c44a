import type {Comparer, Level} from "../levels/comparer.ts";
import type {MatchModel, MatchPlan} from "../match-table.ts";

/** What is learned, by comparer and level: P(level | one), P(level | two), and the share of all pairs that are one. */
export interface Learned {
  readonly prior: number;
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
}

/** No single respect says more for or against than this: nothing that was counted is so sure. */
const MAX_BITS = 16;
const MIN_BITS = -10;

/** log2 of how much likelier each level is among pairs that are one; a missing value says nothing. */
export function toBits({m, u}: Learned, comparers: readonly Comparer[]): number[][] {
  return m.map((own, i) =>
    own.map((one, level) =>
      level === own.length - 1
        ? 0
        : clampBits(Math.log2(one / u[i]![level]!), comparers[i]!.levels[level]!)
    )
  );
}

/** Within what a level may say. */
export function clampBits(bits: number, {limit = MAX_BITS}: Level): number {
  return Math.max(MIN_BITS, Math.min(limit, bits));
}

export function toModel(
  learned: Learned,
  comparers: readonly Comparer[],
  plan: MatchPlan
): MatchModel {
  return {
    plan,
    prior: learned.prior,
    columns: comparers.map(({name, levels}, comparer) => ({
      name,
      levels: levels.map((level, i) => ({
        name: level.name,
        m: learned.m[comparer]![i]!,
        u: learned.u[comparer]![i]!
      }))
    }))
  };
}

/** What a model kept; what it does not know tells nothing. */
export function fromModel(model: MatchModel, comparers: readonly Comparer[]): Learned {
  const toShares = (what: "m" | "u"): number[][] =>
    comparers.map(({name, levels}) => {
      const known = model.columns.find((column) => column.name === name)?.levels ?? [];
      const byName = new Map(known.map((level) => [level.name, level[what]]));
      return levels.map((level) => byName.get(level.name) ?? 1);
    });
  return {prior: model.prior, m: toShares("m"), u: toShares("u")};
}
