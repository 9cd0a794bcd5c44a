import type {ActivityFacts} from "../../../src/connectors/training/same-activities.ts";
import {Random} from "../../../src/lib/random.ts";

/** Activities of some weeks, of which many were recorded twice, and some facts are missing; the same ones each time. */
export function toRandomActivities(count: number): ActivityFacts[] {
  const random = new Random("activities");
  return Array.from({length: count}, (_, i) => ({
    id: `a${String(i).padStart(4, "0")}`,
    start: Date.UTC(2024, 0, random.integer(1, 40), 6) + random.integer(0, 200) * 1000,
    elapsed: random.pick([0, 600, 3600, 3500]),
    distance: random.pick([null, 5000, 5100, 10_000]),
    sport: random.pick([null, "generic", "running", "cycling"])
  }));
}
