import type {Connector} from "../../model/format.ts";
import type {CsvRow} from "../kit/kit.ts";
import {
  Refusals,
  hasHeader,
  readRecords,
  refuse,
  toKilograms,
  toMetres,
  toNumber
} from "../kit/kit.ts";
import {createWorkoutClock} from "./clock.ts";
import type {SetType, StrengthSet} from "./sets.ts";
import {SETS, toSetTable} from "./sets.ts";

const HEADER = ["title", "start_time", "exercise_title", "set_index", "set_type"];
const TYPES: Readonly<Record<string, SetType>> = {
  warmup: "warmup",
  dropset: "dropset",
  failure: "failure"
};

/** Workouts of the app Hevy: a row a set, weights in `weight_kg` or `weight_lbs`, ways in `distance_km` or `distance_miles`. */
export const hevy: Connector = {
  name: "hevy",
  label: "Hevy",
  extensions: [],
  formats: ["csv", "text"],
  recognise: (sample) => hasHeader(sample, HEADER),
  tables: [SETS],
  help: `1. In Hevy open *Profile* › the gear › *Export & Import Data*.
2. Choose *Export Workouts*, and send the file \`workouts.csv\` (older versions: \`workout_data.csv\`) to your computer.
3. Put it into \`data/raw\`, or drop it on any page. Each export holds all workouts: sets that are there already are not added again.

Times are the clock's where you trained: Hevy writes no zone. Weights in pounds and ways in miles are converted; what the file says stands in \`weight_original\` and \`weight_unit\`.`,
  read(bytes, {path, parse}) {
    const {rows, encoding, delimiter} = readRecords(bytes, {header: HEADER, parse});
    const refusals = new Refusals(path);
    const toClock = createWorkoutClock();
    const sets: StrengthSet[] = [];
    for (const row of rows) {
      const start = toClock(row.text("start_time"));
      if (!start) refusals.add(row.where, row.fields.join(","), "no time that can be read");
      else sets.push(toSet(row, start, toClock(row.text("end_time"))));
    }
    if (sets.length === 0) return refuse(path, "no sets in it");
    return {
      tables: [toSetTable(sets, "hevy")],
      ...refusals.notes(),
      details: {encoding, parse: {encoding, delimiter}}
    };
  }
};

function toSet(row: CsvRow, start: Date, end: Date | null): StrengthSet {
  const weightUnit = row.has("weight_lbs") ? "lbs" : "kg";
  const weight = toNumber(row.text(`weight_${weightUnit}`));
  const distanceUnit = row.has("distance_miles") ? "miles" : "km";
  return {
    start,
    end,
    workout: row.text("title"),
    exercise: row.text("exercise_title"),
    type: TYPES[row.text("set_type").toLowerCase()] ?? "normal",
    weightKg: toKilograms(weight, weightUnit),
    weight,
    weightUnit: weight === null ? null : weightUnit,
    reps: toNumber(row.text("reps")),
    distanceM: toMetres(toNumber(row.text(`distance_${distanceUnit}`)), distanceUnit),
    durationS: toNumber(row.text("duration_seconds")),
    rpe: toNumber(row.text("rpe")),
    notes: row.text("exercise_notes") || null,
    workoutNotes: row.text("description") || null,
    superset: toNumber(row.text("superset_id"))
  };
}
