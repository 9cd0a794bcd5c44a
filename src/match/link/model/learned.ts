import type {Comparer, Level} from "../levels/comparer.ts";
import type {MatchModel, MatchPlan} from "../match-table.ts";

/** How often a respect has each level among pairs that are two and agree in another respect. */
export interface Given {
  /** The other respect, by the place of its comparer. */
  readonly parent: number;
  readonly u: readonly number[];
}

/** Pairs that are two and share much, as members of one household do. */
export interface Groups {
  /** Of pairs that are one, the part that has left its group: somebody who moved. */
  readonly moved: number;
  /** Two of one group, groups that share little first: their share of all pairs, and P(level | two of one group). */
  readonly sizes: readonly {
    readonly share: number;
    readonly u: readonly (readonly number[])[];
  }[];
}

/** What is learned, by comparer and level: P(level | one), P(level | two), and the share of all pairs that are one. */
export interface Learned {
  readonly prior: number;
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** By comparer, the u where others agree that it depends on. */
  readonly given: readonly (readonly Given[])[];
  /** Undefined where hardly any two are of one group. `u` then is of those of none. */
  readonly groups?: Groups | undefined;
}

/**
 * No single column says more for a pair than this, where there are one, two, or more of them: records that only agree in
 * one of many, be it a house number or an artist, would else be learned as one.
 */
const MAX_BITS = [Infinity, 30, 18, 12];
/** Nothing that was counted is surer against. */
const MIN_BITS = -10;

/** log2 of how much likelier each level is among pairs that are one; a missing value says nothing. */
export function toBits(
  {m, u}: Pick<Learned, "m" | "u">,
  comparers: readonly Comparer[]
): number[][] {
  const most = toMaxBits(comparers);
  return m.map((own, i) =>
    own.map((one, level) =>
      level === own.length - 1
        ? 0
        : clampBits(Math.log2(one / u[i]![level]!), comparers[i]!.levels[level]!, most)
    )
  );
}

/** Within what a level may say. */
export function clampBits(bits: number, {limit = Infinity}: Level, most: number): number {
  return Math.max(MIN_BITS, Math.min(limit, most, bits));
}

/** The most bits that one respect may say for a pair. */
export function toMaxBits(comparers: readonly Comparer[]): number {
  const columns = new Set(comparers.map(({column}) => column)).size;
  return MAX_BITS[Math.min(columns, MAX_BITS.length - 1)]!;
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
      })),
      given: learned.given[comparer]!.map(({parent, u}) => ({column: comparers[parent]!.name, u}))
    })),
    ...(learned.groups && {
      groups: {
        moved: learned.groups.moved,
        sizes: learned.groups.sizes.map(({share, u}) => ({
          share,
          columns: comparers.map(({name}, i) => ({name, u: u[i]!}))
        }))
      }
    })
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
  const places = new Map(comparers.map(({name}, i) => [name, i]));
  const given = comparers.map(({name, levels}) =>
    (model.columns.find((column) => column.name === name)?.given ?? []).flatMap(({column, u}) => {
      const parent = places.get(column);
      return parent === undefined || u.length !== levels.length ? [] : [{parent, u}];
    })
  );
  const [m, u] = [toShares("m"), toShares("u")];
  const groups = model.groups && {
    moved: model.groups.moved,
    sizes: model.groups.sizes.map(({share, columns}) => ({
      share,
      u: comparers.map(({name}, i) => {
        const own = columns.find((column) => column.name === name)?.u;
        return own?.length === u[i]!.length ? own : u[i]!;
      })
    }))
  };
  return {prior: model.prior, m, u, given, groups};
}
