import type {WordFamilies} from "./word-families.ts";

/** What the rows of tokens are made of: token t has `parts[starts[t]]` up to `parts[starts[t + 1]]`, each below `count`. */
export interface TokenParts {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly parts: Uint32Array;
}

export interface PartsOptions {
  readonly families: WordFamilies;
  /** How often each word stands in the corpus. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A word this long may be cut into two that are at least this long: of shorter ones, chance makes more (`off` and `ice`). */
const MIN_COMPOUND_CHARS = 7;
const MIN_HALF_CHARS = 3;
/** Halves stand at least this often among a million words: rarer ones are more often chance than sense. */
const MIN_HALF_PER_MILLION = 15;
/** They look like endings and small words more often than they are halves: `package`, `justice`, `reasonable`, `generate`. */
const NO_HALVES = new Set(
  "able action age and ant art ate but con ent for her his ice ion ions ish ism ist just less ness not off one pat path per rate red sea son sub ten the tor ton use".split(
    " "
  )
);

/**
 * Gives each token a part of its own, of the same number; a plain word also the part of its family, so that `plays` learns from
 * `playing`; and a compound the parts of both families, so that `bathtub` learns from `bath` and `tub`. Sharing rows is what
 * fastText does with character n-grams (Bojanowski et al. 2017); here nothing of it is left once a token's parts are summed.
 */
export function findTokenParts(
  tokens: readonly string[],
  {families, counts}: PartsOptions
): TokenParts {
  const known = new Set(tokens.filter((token) => !NO_HALVES.has(token)));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const leastCount = (total * MIN_HALF_PER_MILLION) / 1e6;
  const shared = new Map<string, number>();
  const toPart = (base: string): number => {
    const part = shared.get(base) ?? tokens.length + shared.size;
    shared.set(base, part);
    return part;
  };
  const lists = tokens.map((token, id) => {
    const base = families.baseOf(token);
    if (base === null) return [id];
    const halves = findHalves(token, {families, known, counts, leastCount});
    return [id, ...[base, ...halves].map(toPart)];
  });
  const starts = new Uint32Array(tokens.length + 1);
  lists.forEach((list, id) => (starts[id + 1] = starts[id]! + list.length));
  return {count: tokens.length + shared.size, starts, parts: Uint32Array.from(lists.flat())};
}

interface HalvesOptions extends PartsOptions {
  readonly known: ReadonlySet<string>;
  readonly leastCount: number;
}

/** The families of the two words that a compound is made of, the more frequent pair where there are several. */
function findHalves(
  token: string,
  {families, known, counts, leastCount}: HalvesOptions
): readonly string[] {
  if (token.length < MIN_COMPOUND_CHARS) return [];
  let best: readonly string[] = [];
  let most = leastCount;
  for (let cut = MIN_HALF_CHARS; cut <= token.length - MIN_HALF_CHARS; ++cut) {
    const halves = [token.slice(0, cut), token.slice(cut)];
    if (!halves.every((half) => known.has(half))) continue;
    const bases = halves.map((half) => families.baseOf(half)!);
    const count = Math.min(...bases.map((base) => counts.get(base) ?? 0));
    if (count <= most) continue;
    most = count;
    best = bases;
  }
  return best;
}
