import type {Totals, TrackActivity, TrackLap} from "./activity.ts";
import {toClimb} from "./geodesy.ts";
import type {TrackRecords} from "./records.ts";

/** Slower than this, 1 km/h, nobody moves: the threshold of gpxpy. */
const MIN_MOVING_SPEED_MPS = 1 / 3.6;
const SECOND_MS = 1000;

/** What is known of an activity as a whole: what its file says of it, else of its laps, else what its records show. */
export function completeTotals({totals, laps, records}: TrackActivity): Totals {
  const elapsed = toElapsed(records);
  const duration = totals.duration ?? sum(laps, "duration") ?? elapsed;
  const distance = totals.distance ?? sum(laps, "distance") ?? last(records.distance);
  const ascent = totals.ascent ?? sum(laps, "ascent");
  const descent = totals.descent ?? sum(laps, "descent");
  const climb = ascent === null ? toRecordedClimb(records) : null;
  return {
    duration,
    elapsed: totals.elapsed ?? elapsed ?? sum(laps, "elapsed"),
    moving: totals.moving ?? toMoving(records),
    distance,
    ascent: ascent ?? climb?.ascent ?? null,
    descent: descent ?? climb?.descent ?? null,
    calories: totals.calories ?? sum(laps, "calories"),
    averageHeartRate:
      totals.averageHeartRate ??
      averageOver(laps, "averageHeartRate") ??
      average(records.heartRate),
    maximumHeartRate:
      totals.maximumHeartRate ?? highest(laps, "maximumHeartRate") ?? maximum(records.heartRate),
    averageSpeed:
      totals.averageSpeed ?? (distance !== null && duration ? distance / duration : null),
    maximumSpeed: totals.maximumSpeed ?? highest(laps, "maximumSpeed") ?? maximum(records.speed),
    averageCadence:
      totals.averageCadence ?? averageOver(laps, "averageCadence") ?? average(records.cadence),
    averagePower:
      totals.averagePower ?? averageOver(laps, "averagePower") ?? average(records.power),
    maximumPower: totals.maximumPower ?? highest(laps, "maximumPower") ?? maximum(records.power)
  };
}

function toRecordedClimb({altitude}: TrackRecords): {ascent: number; descent: number} | null {
  const altitudes = altitude.filter((metres) => metres !== null);
  return altitudes.length > 1 ? toClimb(altitudes) : null;
}

function toElapsed({time}: TrackRecords): number | null {
  const first = time.find((ms) => ms !== null) ?? null;
  const end = last(time);
  return first === null || end === null ? null : (end - first) / SECOND_MS;
}

/** The seconds between records in which one came along. */
function toMoving({time, distance}: TrackRecords): number | null {
  let moving = 0;
  let before = -1;
  let isKnown = false;
  for (let i = 0; i < time.length; ++i) {
    if (time[i] === null || distance[i] === null) continue;
    if (before >= 0) {
      const seconds = (time[i]! - time[before]!) / SECOND_MS;
      const metres = distance[i]! - distance[before]!;
      if (seconds > 0 && metres / seconds >= MIN_MOVING_SPEED_MPS) moving += seconds;
      isKnown = true;
    }
    before = i;
  }
  return isKnown ? moving : null;
}

function last(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

function average(values: readonly (number | null)[]): number | null {
  let [total, count] = [0, 0];
  for (const value of values) {
    if (value === null) continue;
    total += value;
    ++count;
  }
  return count === 0 ? null : total / count;
}

function maximum(values: readonly (number | null)[]): number | null {
  let most: number | null = null;
  for (const value of values) if (value !== null && (most === null || value > most)) most = value;
  return most;
}

function highest(laps: readonly TrackLap[], name: keyof Totals): number | null {
  return maximum(laps.map((lap) => lap[name]));
}

function sum(laps: readonly TrackLap[], name: keyof Totals): number | null {
  const values = laps.map((lap) => lap[name]).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}

/** The average of laps' averages, each by the time that it took. */
function averageOver(laps: readonly TrackLap[], name: keyof Totals): number | null {
  let [total, seconds] = [0, 0];
  for (const lap of laps) {
    const value = lap[name];
    if (value === null || !lap.duration) continue;
    total += value * lap.duration;
    seconds += lap.duration;
  }
  return seconds === 0 ? null : total / seconds;
}
