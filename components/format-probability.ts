/** "87 %"; never says that something is certain. */
export function formatProbability(probability: number): string {
  if (probability > 0.999) return "over 99.9 %";
  return `${(100 * probability).toFixed(probability > 0.99 || probability < 0.1 ? 1 : 0)} %`;
}
