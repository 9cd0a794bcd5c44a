import type {Random} from "../../lib/random.ts";
import {toDay} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {ACTIVITIES, type Activity} from "./workouts/activities.ts";
import {planSeason} from "./workouts/season.ts";
import {simulate, type Lap} from "./workouts/simulate.ts";
import {toStrengthLog} from "./workouts/strength.ts";
import {toTcx} from "./workouts/tcx.ts";

/** Runs and rides of a sports watch, some alone and a year's others in one file, and a log of strength sets; both share the days of the activities. */
export function workouts(random: Random): SampleFile[] {
  const activityDays = ACTIVITIES.map(({date}) => toDay(date));
  const log = toStrengthLog(random.fork("strength"), activityDays);
  const season = planSeason(random.fork("season"), new Set(ACTIVITIES.map(({date}) => date)));
  const record = (activity: Activity): [Activity, Lap[]] => [
    activity,
    simulate(random.fork(activity.date), activity)
  ];
  return [
    ...ACTIVITIES.map((activity) =>
      toTextFile(`workouts/${activity.date}-${activity.name}.tcx`, toTcx([record(activity)]))
    ),
    toTextFile("workouts/season-2025.tcx", toTcx(season.map(record))),
    toTextFile("workouts/sets.csv", toCsv(log))
  ];
}
