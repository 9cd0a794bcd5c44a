import type {Reason} from "./match-record.ts";

/**
 * From 0 to 1: reasons for it that know nothing of each other leave the less doubt the more there are (noisy or);
 * each reason against it takes its part away.
 */
export function toScore(reasons: readonly Reason[]): number {
  let doubt = 1;
  let left = 1;
  for (const {weight} of reasons) {
    if (weight > 0) doubt *= 1 - weight;
    else left *= 1 + weight;
  }
  return (1 - doubt) * left;
}
