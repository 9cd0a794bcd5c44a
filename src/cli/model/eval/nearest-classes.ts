import type {Likeness} from "./likeness.ts";

const NEIGHBOURS = 5;

/**
 * The share of texts that have the class of most of the 5 texts nearest to them (T. Cover, P. Hart, "Nearest Neighbor Pattern
 * Classification", 1967), each left out of its own neighbours. Of classes with as many votes the one that comes first among
 * the nearest wins; of equally near texts the first. A text that has nothing in common with any other is judged wrong.
 */
export function scoreClasses(classes: readonly string[], likeness: Likeness): number {
  const nearest = classes.map((): Neighbour[] => []);
  for (let a = 0; a < classes.length; ++a)
    for (let b = 0; b < a; ++b) {
      const score = likeness(a, b);
      if (score === 0) continue;
      offer(nearest[a]!, b, score);
      offer(nearest[b]!, a, score);
    }
  const right = nearest.filter(
    (found, i) => vote(found.map(({row}) => classes[row]!)) === classes[i]
  );
  return right.length / classes.length;
}

interface Neighbour {
  readonly row: number;
  readonly score: number;
}

/** Rows come in ascending order, so that the first of equals stays before the others. */
function offer(best: Neighbour[], row: number, score: number): void {
  if (best.length === NEIGHBOURS && score <= best[NEIGHBOURS - 1]!.score) return;
  let at = best.length;
  while (at > 0 && best[at - 1]!.score < score) --at;
  best.splice(at, 0, {row, score});
  if (best.length > NEIGHBOURS) best.pop();
}

function vote(nearest: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  for (const name of nearest) votes.set(name, (votes.get(name) ?? 0) + 1);
  let winner: string | undefined;
  for (const [name, count] of votes)
    if (winner === undefined || count > votes.get(winner)!) winner = name;
  return winner;
}
