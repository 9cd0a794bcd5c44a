/** What an activity is compared by. */
export interface ActivityFacts {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Seconds from start to end. */
  readonly elapsed: number;
  /** Metres. */
  readonly distance: number | null;
  readonly sport: string | null;
}

export interface SamePair {
  /** The one that began first. */
  readonly id: string;
  readonly sameAs: string;
  /** The time that both cover, as a share of the longer one. */
  readonly overlap: number;
}

const MIN_OVERLAP = 0.9;
const MAX_DISTANCE_SHARE = 0.05;
const MAX_DISTANCE_METRES = 100;
/** Sports that say nothing against any other. */
const ANY_SPORT = "generic";

/**
 * Pairs of recordings that are one activity: of two devices, or of one in two formats that disagree by some seconds.
 * (Where they agree to the second, they have the same id already.) They are the same where the time that both cover is
 * at least nine tenths of the longer one, their distances differ by at most a twentieth or 100 metres, and their sports
 * do not contradict. What a file does not say contradicts nothing.
 */
export function findSameActivities(activities: readonly ActivityFacts[]): SamePair[] {
  const sorted = activities
    .filter(({elapsed}) => elapsed > 0)
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const pairs: SamePair[] = [];
  for (const [i, first] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; ++j) {
      const second = sorted[j]!;
      if (second.start >= toEnd(first)) break;
      const overlap = toOverlap(first, second);
      if (overlap >= MIN_OVERLAP && isSameWay(first, second) && isSameSport(first, second))
        pairs.push({id: first.id, sameAs: second.id, overlap});
    }
  }
  return pairs;
}

/** The same rule in SQL, over the table `activities` as it is called there: `activity_id`, `same_as`, `overlap`. */
export function toSameActivitiesSql(table: string): string {
  return `WITH timed AS (
  SELECT activity_id, sport, distance_m, elapsed_s, epoch_ms(start_time) / 1000 AS begins
  FROM ${table} WHERE elapsed_s > 0 AND start_time IS NOT NULL
), pairs AS (
  SELECT a.activity_id, b.activity_id AS same_as, a.sport AS sport, b.sport AS other_sport,
    a.distance_m AS distance, b.distance_m AS other_distance,
    (least(a.begins + a.elapsed_s, b.begins + b.elapsed_s) - b.begins)
      / greatest(a.elapsed_s, b.elapsed_s) AS overlap
  FROM timed a JOIN timed b ON b.begins >= a.begins AND b.begins < a.begins + a.elapsed_s
    AND (b.begins > a.begins OR b.activity_id > a.activity_id)
)
SELECT activity_id, same_as, overlap FROM pairs
WHERE overlap >= ${MIN_OVERLAP}
  AND coalesce(abs(distance - other_distance)
    <= greatest(${MAX_DISTANCE_METRES}, ${MAX_DISTANCE_SHARE} * greatest(distance, other_distance)), true)
  AND coalesce(sport = other_sport OR '${ANY_SPORT}' IN (sport, other_sport), true)
ORDER BY activity_id, same_as`;
}

function toEnd({start, elapsed}: ActivityFacts): number {
  return start + elapsed * 1000;
}

function toOverlap(first: ActivityFacts, second: ActivityFacts): number {
  const shared = Math.min(toEnd(first), toEnd(second)) - second.start;
  return shared / 1000 / Math.max(first.elapsed, second.elapsed);
}

function isSameWay({distance: a}: ActivityFacts, {distance: b}: ActivityFacts): boolean {
  if (a === null || b === null) return true;
  return Math.abs(a - b) <= Math.max(MAX_DISTANCE_METRES, MAX_DISTANCE_SHARE * Math.max(a, b));
}

function isSameSport({sport: a}: ActivityFacts, {sport: b}: ActivityFacts): boolean {
  return a === null || b === null || a === b || a === ANY_SPORT || b === ANY_SPORT;
}
