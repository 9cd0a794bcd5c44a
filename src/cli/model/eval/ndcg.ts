/**
 * Normalised discounted cumulative gain of the first `top` ids (K. Järvelin, J. Kekäläinen, "Cumulated Gain-Based
 * Evaluation of IR Techniques", 2002), with grades as gains: 1 where no order were better.
 */
export function toNdcg(
  ids: readonly string[],
  grades: ReadonlyMap<string, number>,
  top: number
): number {
  const best = [...grades.values()].sort((a, b) => b - a);
  const ideal = toGain(best.slice(0, top));
  return ideal === 0 ? 0 : toGain(ids.slice(0, top).map((id) => grades.get(id) ?? 0)) / ideal;
}

function toGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0);
}
