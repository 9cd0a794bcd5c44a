import type {MatchLabel} from "../../match/link/match-table.ts";
import type {FoundPair} from "./search-run.ts";

/** As sure as what somebody said: only a decision makes a pair so. */
const SAID = 1e-9;

/** Whether the run that found the pairs knew of a decision: it made the pair's probability what it is. */
export function isHeeded(
  pairs: readonly FoundPair[],
  ends: readonly string[]
): (label: MatchLabel) => boolean {
  const found = new Map(
    pairs.map(({a, b, probability}) => [`${ends[a]!}\n${ends[b]!}`, probability])
  );
  return ({a, b, isMatch}) => {
    const probability = found.get(`${a}\n${b}`);
    return probability !== undefined && Math.abs(probability - (isMatch ? 1 : 0)) <= SAID;
  };
}
