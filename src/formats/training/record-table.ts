import type {Value} from "../../model/column.ts";
import type {DataColumn, DataTable, DataType} from "../../model/table.ts";
import type {TrackActivity} from "./activity.ts";
import {TRAINING_KEYS} from "./keys.ts";
import type {TrackRecords} from "./records.ts";

const COLUMNS: readonly (readonly [
  string,
  DataType,
  (records: TrackRecords) => readonly Value[]
])[] = [
  ["time", "TIMESTAMPTZ", ({time}) => time.map((ms) => (ms === null ? null : new Date(ms)))],
  ["time_index", "BIGINT", ({time}) => countTimes(time)],
  ["lap", "BIGINT", ({lap}) => lap],
  ["latitude", "DOUBLE", ({latitude}) => latitude],
  ["longitude", "DOUBLE", ({longitude}) => longitude],
  ["altitude_m", "DOUBLE", ({altitude}) => altitude],
  ["distance_m", "DOUBLE", ({distance}) => distance],
  ["heart_rate", "BIGINT", ({heartRate}) => heartRate.map(toWhole)],
  ["cadence", "DOUBLE", ({cadence}) => cadence],
  ["speed_mps", "DOUBLE", ({speed}) => speed],
  ["power_w", "DOUBLE", ({power}) => power],
  ["temperature_c", "DOUBLE", ({temperature}) => temperature]
];

/** The table `records`: those of one activity after those of the other, `ids` naming them. */
export function toRecordTable(
  ids: readonly string[],
  activities: readonly TrackActivity[]
): DataTable {
  const id: DataColumn = {
    name: "activity_id",
    type: "VARCHAR",
    values: activities.flatMap(({records}, i) => new Array<Value>(records.length).fill(ids[i]!))
  };
  const columns = COLUMNS.map(([name, type, get]) => {
    const parts = activities.map(({records}) => get(records));
    return {name, type, values: parts.length === 1 ? parts[0]! : parts.flat()};
  });
  return {name: "records", columns: [id, ...columns], key: TRAINING_KEYS.records};
}

function toWhole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** Devices may write several records in one second: this counts them from 0, and those without a time too. */
function countTimes(times: readonly (number | null)[]): number[] {
  const seen = new Map<number | null, number>();
  const isRising = times.every(
    (time, i) => i === 0 || (time !== null && time > (times[i - 1] ?? 0))
  );
  if (isRising) return new Array<number>(times.length).fill(0);
  return times.map((time) => {
    const index = seen.get(time) ?? 0;
    seen.set(time, index + 1);
    return index;
  });
}
