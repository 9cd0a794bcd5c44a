import type {ConnectorTable} from "../../model/format.ts";
import type {DataTable} from "../../model/table.ts";
import type {Field} from "../kit/kit.ts";
import {toFieldTable} from "../kit/kit.ts";

/** One set as an app wrote it; null where it says nothing. */
export interface StrengthSet {
  /** The clock's reading where it was: apps write no zone. */
  readonly start: Date;
  readonly end: Date | null;
  readonly workout: string;
  readonly exercise: string;
  readonly type: SetType;
  readonly weightKg: number | null;
  /** As the file has it, in `weightUnit`; the unit is null where the file names none. */
  readonly weight: number | null;
  readonly weightUnit: string | null;
  readonly reps: number | null;
  readonly distanceM: number | null;
  readonly durationS: number | null;
  /** Rate of perceived exertion, up to 10. */
  readonly rpe: number | null;
  readonly notes: string | null;
  readonly workoutNotes: string | null;
  /** Exercises of a workout with the same number were done in turn. */
  readonly superset: number | null;
}

export type SetType = "normal" | "warmup" | "dropset" | "failure";

interface NumberedSet extends StrengthSet {
  readonly workoutId: string;
  readonly exerciseIndex: number;
  readonly setIndex: number;
}

const FIELDS = (source: string): readonly Field<NumberedSet>[] => [
  ["workout_id", "VARCHAR", ({workoutId}) => workoutId],
  ["start_time", "TIMESTAMP", ({start}) => start],
  ["end_time", "TIMESTAMP", ({end}) => end],
  ["workout", "VARCHAR", ({workout}) => workout],
  ["exercise", "VARCHAR", ({exercise}) => exercise],
  ["exercise_index", "BIGINT", ({exerciseIndex}) => exerciseIndex],
  ["set_index", "BIGINT", ({setIndex}) => setIndex],
  ["set_type", "VARCHAR", ({type}) => type],
  ["weight_kg", "DOUBLE", ({weightKg}) => weightKg],
  ["weight_original", "DOUBLE", ({weight}) => weight],
  ["weight_unit", "VARCHAR", ({weightUnit}) => weightUnit],
  ["reps", "BIGINT", ({reps}) => (reps === null ? null : Math.round(reps))],
  ["distance_m", "DOUBLE", ({distanceM}) => distanceM],
  ["duration_s", "DOUBLE", ({durationS}) => durationS],
  ["rpe", "DOUBLE", ({rpe}) => rpe],
  ["notes", "VARCHAR", ({notes}) => notes],
  ["workout_notes", "VARCHAR", ({workoutNotes}) => workoutNotes],
  ["superset", "BIGINT", ({superset}) => superset],
  ["source", "VARCHAR", () => source]
];

export const SETS: ConnectorTable = {
  name: "sets",
  what: "One set of an exercise in a workout: weight, repetitions, and what else was measured.",
  key: ["workout_id", "exercise_index", "set_index"]
};

/**
 * The table `sets`. A workout is named by the minute in which it began and its title, so that it stays one in
 * exports of two apps; exercises and their sets are numbered from 1 in the order in which they were done.
 */
export function toSetTable(sets: readonly StrengthSet[], source: string): DataTable {
  return toFieldTable(SETS.name, numberSets(sets), FIELDS(source), SETS.key);
}

function numberSets(sets: readonly StrengthSet[]): NumberedSet[] {
  const places = new Map<string, {exercise: string; exerciseIndex: number; setIndex: number}>();
  return sets.map((set) => {
    const workoutId = `${set.start.toISOString().slice(0, 16)} ${set.workout}`;
    const last = places.get(workoutId);
    const isSame = last?.exercise === set.exercise;
    const place = {
      exercise: set.exercise,
      exerciseIndex: (last?.exerciseIndex ?? 0) + (isSame ? 0 : 1),
      setIndex: isSame ? last.setIndex + 1 : 1
    };
    places.set(workoutId, place);
    return {...set, ...place, workoutId};
  });
}
