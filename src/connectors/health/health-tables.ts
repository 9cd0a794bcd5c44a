import type {XmlAttributes} from "../../formats/xml-walk.ts";
import type {Field} from "../kit/kit.ts";
import {toNumber} from "../kit/kit.ts";
import type {HealthRecord, HealthSample, HealthWorkout} from "./health-rows.ts";

const TIMES: readonly Field<HealthSample>[] = [
  ["start_time", "TIMESTAMPTZ", ({start}) => start?.time],
  ["end_time", "TIMESTAMPTZ", ({end}) => end?.time],
  ["utc_offset_minutes", "BIGINT", ({start}) => start?.offsetMinutes],
  ["created", "TIMESTAMPTZ", ({created}) => created?.time]
];
const SOURCE: readonly Field<HealthSample>[] = [
  ["source_name", "VARCHAR", ({source}) => source],
  ["source_version", "VARCHAR", ({sourceVersion}) => sourceVersion],
  ["device", "VARCHAR", ({device}) => device]
];

export const RECORD_FIELDS: readonly Field<HealthRecord>[] = [
  ["type", "VARCHAR", ({type}) => type],
  ["value", "DOUBLE", ({value}) => value],
  ["value_text", "VARCHAR", ({valueText}) => valueText],
  ["unit", "VARCHAR", ({unit}) => unit],
  ...TIMES,
  ...SOURCE
];

export const SLEEP_FIELDS: readonly Field<HealthRecord>[] = [
  ["stage", "VARCHAR", ({valueText}) => toStage(valueText ?? "")],
  [
    "duration_s",
    "DOUBLE",
    ({start, end}) => (start && end ? (end.time.getTime() - start.time.getTime()) / 1000 : null)
  ],
  ...TIMES,
  ...SOURCE
];

export const WORKOUT_FIELDS: readonly Field<HealthWorkout>[] = [
  ["sport", "VARCHAR", ({type}) => toSnake(type)],
  ["duration_s", "DOUBLE", ({durationS}) => durationS],
  ["distance_m", "DOUBLE", ({distanceM}) => distanceM],
  ["energy_kcal", "DOUBLE", ({energyKcal}) => energyKcal],
  ["avg_heart_rate", "DOUBLE", ({averageHeartRate}) => averageHeartRate],
  ["max_heart_rate", "DOUBLE", ({maximumHeartRate}) => maximumHeartRate],
  ["indoor", "BOOLEAN", ({indoor}) => indoor],
  ["time_zone", "VARCHAR", ({timeZone}) => timeZone],
  ["route_file", "VARCHAR", ({route}) => route],
  ...TIMES,
  ...SOURCE
];

const number =
  (name: string) =>
  (attributes: XmlAttributes): number | null =>
    toNumber(attributes.get(name) ?? "", ".");

export const SUMMARY_FIELDS: readonly Field<XmlAttributes>[] = [
  ["date", "DATE", (attributes) => toDay(attributes.get("dateComponents") ?? "")],
  ["active_energy", "DOUBLE", number("activeEnergyBurned")],
  ["active_energy_goal", "DOUBLE", number("activeEnergyBurnedGoal")],
  ["active_energy_unit", "VARCHAR", (attributes) => attributes.get("activeEnergyBurnedUnit")],
  ["move_min", "DOUBLE", number("appleMoveTime")],
  ["move_goal_min", "DOUBLE", number("appleMoveTimeGoal")],
  ["exercise_min", "DOUBLE", number("appleExerciseTime")],
  ["exercise_goal_min", "DOUBLE", number("appleExerciseTimeGoal")],
  ["stand_h", "DOUBLE", number("appleStandHours")],
  ["stand_goal_h", "DOUBLE", number("appleStandHoursGoal")]
];

export const HEALTH_KEYS = {
  health_records: ["type", "source_name", "start_time", "end_time", "value"],
  health_sleep: ["stage", "source_name", "start_time", "end_time"],
  health_workouts: ["sport", "source_name", "start_time", "end_time"],
  health_activity_summaries: ["date"]
} as const;

/** `SleepAnalysisAsleepCore` as `core`; older watches tell no stages: `asleep`. */
function toStage(text: string): string {
  const stage = toSnake(text.replace(/^SleepAnalysis/, "")).replace(/^asleep_/, "");
  return stage === "unspecified" ? "asleep" : stage;
}

/** `TraditionalStrengthTraining` as `traditional_strength_training`; `REM` stays one word. */
function toSnake(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
}

function toDay(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}
