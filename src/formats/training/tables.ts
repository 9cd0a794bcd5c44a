import type {DataTable} from "../../model/table.ts";
import type {Field} from "../field-table.ts";
import {toFieldTable} from "../field-table.ts";
import {toActivityId} from "./activity-id.ts";
import type {Totals, TrackActivity, TrackLap} from "./activity.ts";
import {TRAINING_KEYS} from "./keys.ts";
import {toRecordTable} from "./record-table.ts";
import {completeTotals} from "./totals.ts";

interface ActivityRow {
  readonly id: string;
  readonly activity: TrackActivity;
  readonly totals: Totals;
  readonly format: string;
}
interface LapRow {
  readonly id: string;
  readonly lap: TrackLap;
  readonly number: number;
}
const toTime = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
const round = (value: number | null): number | null => (value === null ? null : Math.round(value));

const ACTIVITY_FIELDS: readonly Field<ActivityRow>[] = [
  ["activity_id", "VARCHAR", ({id}) => id],
  ["start_time", "TIMESTAMPTZ", ({activity}) => toTime(activity.start)],
  ["utc_offset_minutes", "BIGINT", ({activity}) => activity.utcOffsetMinutes],
  ["sport", "VARCHAR", ({activity}) => activity.sport],
  ["sub_sport", "VARCHAR", ({activity}) => activity.subSport],
  ["name", "VARCHAR", ({activity}) => activity.name],
  ["duration_s", "DOUBLE", ({totals}) => totals.duration],
  ["elapsed_s", "DOUBLE", ({totals}) => totals.elapsed],
  ["moving_s", "DOUBLE", ({totals}) => totals.moving],
  ["distance_m", "DOUBLE", ({totals}) => totals.distance],
  ["ascent_m", "DOUBLE", ({totals}) => totals.ascent],
  ["descent_m", "DOUBLE", ({totals}) => totals.descent],
  ["calories", "BIGINT", ({totals}) => round(totals.calories)],
  ["avg_heart_rate", "DOUBLE", ({totals}) => totals.averageHeartRate],
  ["max_heart_rate", "BIGINT", ({totals}) => round(totals.maximumHeartRate)],
  ["avg_speed_mps", "DOUBLE", ({totals}) => totals.averageSpeed],
  ["max_speed_mps", "DOUBLE", ({totals}) => totals.maximumSpeed],
  ["avg_cadence", "DOUBLE", ({totals}) => totals.averageCadence],
  ["avg_power_w", "DOUBLE", ({totals}) => totals.averagePower],
  ["max_power_w", "DOUBLE", ({totals}) => totals.maximumPower],
  ["device", "VARCHAR", ({activity}) => activity.device],
  ["notes", "VARCHAR", ({activity}) => activity.notes],
  ["source_format", "VARCHAR", ({format}) => format],
  ["indoor", "BOOLEAN", ({activity}) => isIndoor(activity)]
];

const LAP_FIELDS: readonly Field<LapRow>[] = [
  ["activity_id", "VARCHAR", ({id}) => id],
  ["lap", "BIGINT", ({number}) => number],
  ["start_time", "TIMESTAMPTZ", ({lap}) => toTime(lap.start)],
  ["duration_s", "DOUBLE", ({lap}) => lap.duration],
  ["elapsed_s", "DOUBLE", ({lap}) => lap.elapsed],
  ["distance_m", "DOUBLE", ({lap}) => lap.distance],
  ["ascent_m", "DOUBLE", ({lap}) => lap.ascent],
  ["descent_m", "DOUBLE", ({lap}) => lap.descent],
  ["calories", "BIGINT", ({lap}) => round(lap.calories)],
  ["avg_heart_rate", "DOUBLE", ({lap}) => lap.averageHeartRate],
  ["max_heart_rate", "BIGINT", ({lap}) => round(lap.maximumHeartRate)],
  ["avg_speed_mps", "DOUBLE", ({lap}) => toSpeed(lap)],
  ["max_speed_mps", "DOUBLE", ({lap}) => lap.maximumSpeed],
  ["avg_cadence", "DOUBLE", ({lap}) => lap.averageCadence],
  ["avg_power_w", "DOUBLE", ({lap}) => lap.averagePower],
  ["max_power_w", "DOUBLE", ({lap}) => lap.maximumPower],
  ["intensity", "VARCHAR", ({lap}) => lap.intensity],
  ["trigger", "VARCHAR", ({lap}) => lap.trigger]
];

/**
 * Tables `activities`, `laps` and `records`, with the same columns from every format, so that all training files of a
 * lake stand together. Units: metres, seconds, metres a second, beats and revolutions a minute, watts, °C, degrees.
 */
export async function toTrainingTables(
  activities: readonly TrackActivity[],
  format: string
): Promise<{tables: DataTable[]; ids: string[]}> {
  const ids = await Promise.all(activities.map(toActivityId));
  const rows = activities.map((activity, i) => ({
    id: ids[i]!,
    activity,
    totals: completeTotals(activity),
    format
  }));
  const laps = rows.flatMap(({id, activity}) =>
    activity.laps.map((lap, i) => ({id, lap, number: i + 1}))
  );
  return {
    ids,
    tables: [
      toFieldTable("activities", rows, ACTIVITY_FIELDS, TRAINING_KEYS.activities),
      toFieldTable("laps", laps, LAP_FIELDS, TRAINING_KEYS.laps),
      toRecordTable(ids, activities)
    ]
  };
}

function isIndoor({records}: TrackActivity): boolean | null {
  return records.length === 0 ? null : records.latitude.every((degrees) => degrees === null);
}

function toSpeed({averageSpeed, distance, duration}: TrackLap): number | null {
  return averageSpeed ?? (distance !== null && duration ? distance / duration : null);
}
