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
import {toSeconds} from "./duration.ts";
import type {SetType, StrengthSet} from "./sets.ts";
import {SETS, toSetTable} from "./sets.ts";

const HEADER = ["Date", "Workout Name", "Exercise Name", "Set Order"];
/** What stands in "Set Order" where it is no number. */
const TYPES: Readonly<Record<string, SetType>> = {w: "warmup", d: "dropset", f: "failure"};
/** The same for rows that are no sets. */
const NO_SETS = ["rest timer", "note"];

/** The columns of a weight and a distance with the unit that they are in; "" where the file names none. */
interface Units {
  readonly weight: string;
  readonly weightUnit: string;
  readonly distance: string;
  readonly distanceUnit: string;
}

/**
 * Workouts of the app Strong, of all generations: semicolons and a unit in each row (`Weight Unit`), commas and none
 * (then it is the one of the app's settings), or units in the header (`Weight (kg)`).
 */
export const strong: Connector = {
  name: "strong",
  label: "Strong",
  extensions: [],
  formats: ["csv", "text"],
  recognise: (sample) => hasHeader(sample, HEADER),
  tables: [SETS],
  help: `1. In Strong open *Profile* › the gear › *Export Strong Data* (older versions: *Settings* › *Export Data*).
2. Send the file \`strong.csv\` to your computer, and put it into \`data/raw\`, or drop it on any page. Each export holds all workouts: sets that are there already are not added again.

Times are the clock's where you trained: Strong writes no zone. Some versions write no unit either: the weights are then those of the app's settings; \`weight_unit\` is empty, and kilograms and kilometres are assumed. If yours are pounds, derive \`weight_kg\` as \`weight_original * 0.45359237\` in a recipe.`,
  read(bytes, {path, parse}) {
    const {header, rows, encoding, delimiter} = readRecords(bytes, {header: HEADER, parse});
    const refusals = new Refusals(path);
    const toClock = createWorkoutClock();
    const units = findUnits(header);
    const sets: StrengthSet[] = [];
    for (const row of rows) {
      if (NO_SETS.includes(row.text("Set Order").toLowerCase())) continue;
      const start = toClock(row.text("Date"));
      if (!start) refusals.add(row.where, row.fields.join(delimiter), "no time that can be read");
      else sets.push(toSet(row, start, units));
    }
    if (sets.length === 0) return refuse(path, "no sets in it");
    return {
      tables: [toSetTable(sets, "strong")],
      ...refusals.notes(),
      details: {encoding, parse: {encoding, delimiter}}
    };
  }
};

function findUnits(header: readonly string[]): Units {
  const find = (name: string): readonly [string, string] => {
    for (const column of header) {
      const match = new RegExp(`^${name} \\((.+)\\)$`, "i").exec(column);
      if (match) return [column, match[1]!];
    }
    return [name, ""];
  };
  const [weight, weightUnit] = find("Weight");
  const [distance, distanceUnit] = find("Distance");
  return {weight, weightUnit, distance, distanceUnit};
}

/** A zero in the place of a weight, a way or a time means that nothing was measured. */
function toSet(row: CsvRow, start: Date, units: Units): StrengthSet {
  const weight = toNumber(row.text(units.weight)) || null;
  const weightUnit = row.text("Weight Unit") || units.weightUnit;
  const distance = toNumber(row.text(units.distance)) || null;
  const distanceUnit = row.text("Distance Unit") || units.distanceUnit;
  const duration =
    toSeconds(row.text("Duration") || row.text("Workout Duration")) ??
    toNumber(row.text("Duration (sec)"));
  return {
    start,
    end: duration === null ? null : new Date(start.getTime() + duration * 1000),
    workout: row.text("Workout Name"),
    exercise: row.text("Exercise Name"),
    type: TYPES[row.text("Set Order").toLowerCase()] ?? "normal",
    weightKg: toKilograms(weight, weightUnit || "kg"),
    weight,
    weightUnit: (weight !== null && weightUnit.toLowerCase()) || null,
    reps: toNumber(row.text("Reps")),
    distanceM: toMetres(distance, distanceUnit || "km"),
    durationS: toNumber(row.text("Seconds")) || null,
    rpe: toNumber(row.text("RPE")),
    notes: row.text("Notes") || null,
    workoutNotes: row.text("Workout Notes") || null,
    superset: null
  };
}
