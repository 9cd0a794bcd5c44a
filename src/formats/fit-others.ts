import type {DataTable} from "../model/table.ts";
import type {Field} from "./field-table.ts";
import {toFieldTable} from "./field-table.ts";
import type {FitMessage, FitMessages} from "./fit-messages.ts";
import {toFitNumber, toFitText, toFitTime} from "./fit-messages.ts";

const SEMIDAY_SECONDS = 0x10000;
/** Times of FIT count seconds from here. */
const FIT_EPOCH_MS = Date.UTC(1989, 11, 31);

const time =
  (name: string) =>
  (message: FitMessage): Date | null => {
    const ms = toFitTime(message, name);
    return ms === null ? null : new Date(ms);
  };
const number =
  (name: string, other?: string) =>
  (message: FitMessage): number | null =>
    toFitNumber(message, name, other);
const text =
  (name: string) =>
  (message: FitMessage): string | null =>
    toFitText(message, name);

const WEIGHT_FIELDS: readonly Field<FitMessage>[] = [
  ["time", "TIMESTAMPTZ", time("timestamp")],
  ["user_index", "BIGINT", ({user_profile_index: user}) => toIndex(user)],
  ["weight_kg", "DOUBLE", number("weight")],
  ["percent_fat", "DOUBLE", number("percent_fat")],
  ["percent_hydration", "DOUBLE", number("percent_hydration")],
  ["bone_mass_kg", "DOUBLE", number("bone_mass")],
  ["muscle_mass_kg", "DOUBLE", number("muscle_mass")],
  ["bmi", "DOUBLE", number("bmi")]
];

const MONITORING_FIELDS: readonly Field<FitMessage>[] = [
  ["time", "TIMESTAMPTZ", time("timestamp")],
  ["activity_type", "VARCHAR", text("activity_type")],
  ["cycles", "DOUBLE", number("cycles", "steps")],
  ["distance_m", "DOUBLE", number("distance")],
  ["calories", "DOUBLE", number("active_calories", "calories")],
  ["active_time_s", "DOUBLE", number("active_time")],
  ["heart_rate", "BIGINT", number("heart_rate")]
];

const STEP_FIELDS: readonly Field<FitMessage & {workout: string | null; step: number}>[] = [
  ["workout", "VARCHAR", ({workout}) => workout],
  ["step", "BIGINT", ({step}) => step],
  ["name", "VARCHAR", text("wkt_step_name")],
  ["duration_type", "VARCHAR", text("duration_type")],
  ["duration_value", "DOUBLE", number("duration_value")],
  ["target_type", "VARCHAR", text("target_type")],
  ["target_value", "DOUBLE", number("target_value")],
  ["intensity", "VARCHAR", text("intensity")]
];

export const FIT_KEYS = {
  weights: ["time", "user_index"],
  monitoring: ["time", "activity_type", "cycles", "heart_rate"],
  workout_steps: ["workout", "step"]
} as const;

/** Tables of what is no activity: `weights` of a scale, `monitoring` of a day, `workout_steps` of a plan. */
export function toOtherTables(messages: FitMessages): DataTable[] {
  const {weight_scale = [], workout_step = [], workout = []} = messages;
  const name = workout[0] ? toFitText(workout[0], "wkt_name") : null;
  const steps = workout_step.map((step, i) => ({...step, workout: name, step: i + 1}));
  return [
    toFieldTable("weights", weight_scale, WEIGHT_FIELDS, FIT_KEYS.weights),
    toFieldTable("monitoring", toTimed(messages), MONITORING_FIELDS, FIT_KEYS.monitoring),
    toFieldTable("workout_steps", steps, STEP_FIELDS, FIT_KEYS.workout_steps)
  ].filter(({columns}) => columns[0]!.values.length > 0);
}

/** Monitoring, with whole times: most messages have the last 16 bits of theirs only. */
function toTimed({monitoring = [], monitoring_info = []}: FitMessages): FitMessage[] {
  let last = monitoring_info[0] ? toFitTime(monitoring_info[0], "timestamp") : null;
  return monitoring.map((message) => {
    const known = toFitTime(message, "timestamp");
    const low = toFitNumber(message, "timestamp16");
    if (known !== null) last = known;
    else if (low !== null && last !== null) {
      const seconds = (last - FIT_EPOCH_MS) / 1000;
      const ahead = (low - (seconds % SEMIDAY_SECONDS) + SEMIDAY_SECONDS) % SEMIDAY_SECONDS;
      last += ahead * 1000;
    }
    return last === null ? message : {...message, timestamp: new Date(last)};
  });
}

function toIndex(value: unknown): number | null {
  if (typeof value === "number") return value;
  const index = (value as {value?: unknown} | null | undefined)?.value;
  return typeof index === "number" ? index : null;
}
