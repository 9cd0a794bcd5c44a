import type {Random} from "../../lib/random.ts";
import {toDay} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {ACTIVITIES} from "./workouts/activities.ts";
import {simulate} from "./workouts/simulate.ts";
import {toStrengthLog} from "./workouts/strength.ts";
import {toTcx} from "./workouts/tcx.ts";

/** Runs and rides of a sports watch, and a log of strength sets; both share the days of the activities. */
export function workouts(random: Random): SampleFile[] {
  const activityDays = ACTIVITIES.map(({date}) => toDay(date));
  const log = toStrengthLog(random.fork("strength"), activityDays);
  return [
    ...ACTIVITIES.map((activity) =>
      toTextFile(
        `workouts/${activity.date}-${activity.name}.tcx`,
        toTcx(activity, simulate(random.fork(activity.date), activity))
      )
    ),
    toTextFile("workouts/sets.csv", toCsv(log))
  ];
}
