import type {Totals, TrackActivity, TrackLap, TrackRecord} from "./activity.ts";
import {toClimb} from "./geodesy.ts";

/** Slower than this, 1 km/h, nobody moves: the threshold of gpxpy. */
const MIN_MOVING_SPEED_MPS = 1 / 3.6;
const SECOND_MS = 1000;

/** What is known of an activity as a whole: what its file says of it, else of its laps, else what its records show. */
export function completeTotals({totals, laps, records}: TrackActivity): Totals {
  const duration = totals.duration ?? sum(laps, "duration") ?? toElapsed(records);
  const distance = totals.distance ?? sum(laps, "distance") ?? toDistance(records);
  const climb = needsClimb(totals, laps) ? toRecordedClimb(records) : null;
  return {
    duration,
    elapsed: totals.elapsed ?? toElapsed(records) ?? sum(laps, "elapsed"),
    moving: totals.moving ?? toMoving(records),
    distance,
    ascent: totals.ascent ?? sum(laps, "ascent") ?? climb?.ascent ?? null,
    descent: totals.descent ?? sum(laps, "descent") ?? climb?.descent ?? null,
    calories: totals.calories ?? sum(laps, "calories"),
    averageHeartRate:
      totals.averageHeartRate ??
      averageOver(laps, "averageHeartRate") ??
      average(records, "heartRate"),
    maximumHeartRate:
      totals.maximumHeartRate ?? maximum(laps, "maximumHeartRate") ?? maximum(records, "heartRate"),
    averageSpeed:
      totals.averageSpeed ?? (distance !== null && duration ? distance / duration : null),
    maximumSpeed: totals.maximumSpeed ?? maximum(laps, "maximumSpeed") ?? maximum(records, "speed"),
    averageCadence:
      totals.averageCadence ?? averageOver(laps, "averageCadence") ?? average(records, "cadence"),
    averagePower:
      totals.averagePower ?? averageOver(laps, "averagePower") ?? average(records, "power"),
    maximumPower: totals.maximumPower ?? maximum(laps, "maximumPower") ?? maximum(records, "power")
  };
}

function needsClimb(totals: Totals, laps: readonly TrackLap[]): boolean {
  return totals.ascent === null && sum(laps, "ascent") === null;
}

function toRecordedClimb(
  records: readonly TrackRecord[]
): {ascent: number; descent: number} | null {
  const altitudes = present(records, "altitude");
  return altitudes.length > 1 ? toClimb(altitudes) : null;
}

function toElapsed(records: readonly TrackRecord[]): number | null {
  const first = records.find(({time}) => time !== null)?.time;
  const last = records.findLast(({time}) => time !== null)?.time;
  return first == null || last == null ? null : (last - first) / SECOND_MS;
}

function toDistance(records: readonly TrackRecord[]): number | null {
  return records.findLast(({distance}) => distance !== null)?.distance ?? null;
}

/** The seconds between records in which one came along. */
function toMoving(records: readonly TrackRecord[]): number | null {
  let moving = 0;
  let before: TrackRecord | undefined;
  let isKnown = false;
  for (const record of records) {
    if (record.time === null || record.distance === null) continue;
    if (before) {
      const seconds = (record.time - before.time!) / SECOND_MS;
      const metres = record.distance - before.distance!;
      if (seconds > 0 && metres / seconds >= MIN_MOVING_SPEED_MPS) moving += seconds;
      isKnown = true;
    }
    before = record;
  }
  return isKnown ? moving : null;
}

function present<T>(items: readonly T[], name: keyof T): number[] {
  return items.map((item) => item[name]).filter((value) => typeof value === "number");
}

function sum<T>(items: readonly T[], name: keyof T): number | null {
  const values = present(items, name);
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}

function average<T>(items: readonly T[], name: keyof T): number | null {
  const values = present(items, name);
  return values.length === 0 ? null : sum(items, name)! / values.length;
}

function maximum<T>(items: readonly T[], name: keyof T): number | null {
  return present(items, name).reduce<number | null>(
    (most, value) => (most === null || value > most ? value : most),
    null
  );
}

/** The average of laps' averages, each by the time that it took. */
function averageOver(laps: readonly TrackLap[], name: keyof TrackLap): number | null {
  let [total, seconds] = [0, 0];
  for (const lap of laps) {
    const value = lap[name];
    if (typeof value !== "number" || !lap.duration) continue;
    total += value * lap.duration;
    seconds += lap.duration;
  }
  return seconds === 0 ? null : total / seconds;
}
