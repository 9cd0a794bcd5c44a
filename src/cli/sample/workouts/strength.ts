import type {Random} from "../../../lib/random.ts";
import {listDays, toClock, toDay, toIsoDate, weekdayOf} from "../calendar.ts";
import type {Row} from "../csv.ts";
import {TRIPS} from "../words/trips.ts";
import {CORE, PROGRAMME, type Exercise, type Session} from "./programme.ts";

const DAYS = listDays("2024-09-02", "2025-12-19");
const TRAINING_DAYS = [1, 3, 5];
const MISSED = 0.22;
const DELOAD_EVERY_WEEKS = 7;
const DELOAD = 0.85;
/** Weeks after which half of all progress is made. */
const HALF_WAY_WEEKS = 26;
const PLATE_KG = 2.5;
const REMARKS = [
  "felt heavy",
  "easy, add weight",
  "left shoulder a bit stiff",
  "slept badly",
  "new best",
  "slow lowering",
  "last rep ugly"
];

/** Every set, one a row, with the header of Strong's CSV export; weights are kilograms. */
export function toStrengthLog(random: Random, activityDays: readonly number[]): Row[] {
  const away = new Set(TRIPS.flatMap(({start, nights}) => spanOf(toDay(start), nights + 1)));
  let turn = 0;
  return DAYS.flatMap((day) => {
    if (activityDays.includes(day)) return train(random, CORE, day);
    if (away.has(day) || !TRAINING_DAYS.includes(weekdayOf(day)) || random.chance(MISSED))
      return [];
    return train(random, PROGRAMME[turn++ % PROGRAMME.length]!, day);
  });
}

function train(random: Random, {name, exercises}: Session, day: number): Row[] {
  const minutes = random.integer(42, 74);
  const workout = {
    Date: `${toIsoDate(day)} ${toClock(random.integer(17 * 60 + 20, 19 * 60))}:${random.fill("0#")}`,
    "Workout Name": name,
    Duration: minutes >= 60 ? `1h ${minutes - 60}m` : `${minutes}m`
  };
  const week = Math.floor((day - DAYS[0]!) / 7);
  return exercises.flatMap((exercise) =>
    Array.from({length: exercise.sets}, (_, i) => ({
      ...workout,
      "Exercise Name": exercise.name,
      "Set Order": i + 1,
      ...performSet(random, exercise, week, i)
    }))
  );
}

function performSet(random: Random, exercise: Exercise, week: number, i: number) {
  const progress = week / (week + HALF_WAY_WEEKS);
  const isDeload = week % DELOAD_EVERY_WEEKS === DELOAD_EVERY_WEEKS - 1;
  const weight = (exercise.start + exercise.gain * progress) * (isDeload ? DELOAD : 1);
  const isTimed = exercise.seconds !== undefined;
  const tired = Math.round(0.8 * i + random.normal(0, 0.8));
  const rpe = Math.min(10, Math.max(6, Math.round(2 * (7 + 0.5 * i + random.normal(0, 0.5))) / 2));
  return {
    Weight: Math.round(weight / PLATE_KG) * PLATE_KG,
    Reps: isTimed ? 0 : Math.max(1, exercise.reps - Math.max(0, tired) + (isDeload ? 1 : 0)),
    Distance: 0,
    Seconds: isTimed
      ? Math.round(exercise.seconds! * (0.8 + 0.6 * progress) + random.normal(0, 4))
      : 0,
    Notes: random.chance(0.02) ? random.pick(REMARKS) : "",
    "Workout Notes": "",
    RPE: isDeload ? rpe - 1 : rpe
  };
}

function spanOf(start: number, length: number): number[] {
  return Array.from({length}, (_, i) => start + i);
}
