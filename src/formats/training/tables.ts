import type {DataTable} from "../../model/table.ts";
import type {Field} from "../field-table.ts";
import {toFieldTable} from "../field-table.ts";
import {toActivityId} from "./activity-id.ts";
import type {Totals, TrackActivity, TrackLap, TrackRecord} from "./activity.ts";
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
interface RecordRow {
  readonly id: string;
  readonly record: TrackRecord;
  readonly timeIndex: number;
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

const RECORD_FIELDS: readonly Field<RecordRow>[] = [
  ["activity_id", "VARCHAR", ({id}) => id],
  ["time", "TIMESTAMPTZ", ({record}) => toTime(record.time)],
  ["time_index", "BIGINT", ({timeIndex}) => timeIndex],
  ["lap", "BIGINT", ({record}) => record.lap],
  ["latitude", "DOUBLE", ({record}) => record.latitude],
  ["longitude", "DOUBLE", ({record}) => record.longitude],
  ["altitude_m", "DOUBLE", ({record}) => record.altitude],
  ["distance_m", "DOUBLE", ({record}) => record.distance],
  ["heart_rate", "BIGINT", ({record}) => round(record.heartRate)],
  ["cadence", "DOUBLE", ({record}) => record.cadence],
  ["speed_mps", "DOUBLE", ({record}) => record.speed],
  ["power_w", "DOUBLE", ({record}) => record.power],
  ["temperature_c", "DOUBLE", ({record}) => record.temperature]
];

/** The keys of the tables that all training files share. */
export const TRAINING_KEYS = {
  activities: ["activity_id"],
  laps: ["activity_id", "lap"],
  records: ["activity_id", "time", "time_index"]
} as const;

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
  const records = rows.flatMap(({id, activity}) => toRecordRows(id, activity.records));
  return {
    ids,
    tables: [
      toFieldTable("activities", rows, ACTIVITY_FIELDS, TRAINING_KEYS.activities),
      toFieldTable("laps", laps, LAP_FIELDS, TRAINING_KEYS.laps),
      toFieldTable("records", records, RECORD_FIELDS, TRAINING_KEYS.records)
    ]
  };
}

/** Devices may write several records in one second: `time_index` counts them from 0, and those without a time too. */
function toRecordRows(id: string, records: readonly TrackRecord[]): RecordRow[] {
  const counts = new Map<number | null, number>();
  return records.map((record) => {
    const timeIndex = counts.get(record.time) ?? 0;
    counts.set(record.time, timeIndex + 1);
    return {id, record, timeIndex};
  });
}

function isIndoor({records}: TrackActivity): boolean | null {
  return records.length === 0 ? null : records.every(({latitude}) => latitude === null);
}

function toSpeed({averageSpeed, distance, duration}: TrackLap): number | null {
  return averageSpeed ?? (distance !== null && duration ? distance / duration : null);
}
