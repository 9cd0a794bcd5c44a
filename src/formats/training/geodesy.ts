const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** The distance in metres on a sphere between two places in degrees, by the haversine formula. */
export function toMetresBetween(
  latitude1: number,
  longitude1: number,
  latitude2: number,
  longitude2: number
): number {
  const a = Math.sin(((latitude2 - latitude1) * RADIANS) / 2) ** 2;
  const b = Math.sin(((longitude2 - longitude1) * RADIANS) / 2) ** 2;
  const h = a + Math.cos(latitude1 * RADIANS) * Math.cos(latitude2 * RADIANS) * b;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Metres up and down over altitudes in their order, as gpxpy's `calculate_uphill_downhill` gives them: each altitude
 * but the first and the last smoothed with its neighbours, 0.3, 0.4 and 0.3, then all rises and all falls summed up.
 */
export function toClimb(altitudes: readonly number[]): {ascent: number; descent: number} {
  let [ascent, descent] = [0, 0];
  let before = altitudes[0] ?? 0;
  for (let i = 1; i < altitudes.length; ++i) {
    const altitude =
      i === altitudes.length - 1
        ? altitudes[i]!
        : 0.3 * altitudes[i - 1]! + 0.4 * altitudes[i]! + 0.3 * altitudes[i + 1]!;
    if (altitude > before) ascent += altitude - before;
    else descent += before - altitude;
    before = altitude;
  }
  return {ascent, descent};
}
