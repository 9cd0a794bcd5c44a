import type {Random} from "../../../lib/random.ts";
import {listDays, toIsoDate, weekdayOf} from "../calendar.ts";
import type {Activity, LapPlan} from "./activities.ts";

const FIRST = "2025-01-06";
const LAST = "2025-11-30";
const MISSED = 0.14;
/** Of four weeks the last one is easier. */
const WEEK_LOADS = [0.9, 1, 1.1, 0.7];
const STEP_SECONDS = 240;

/** What is done on one day of the week, and between which weeks of the season. */
interface Habit {
  weekday: number;
  name: string;
  sport: Activity["sport"];
  minute: number;
  weeks: readonly [first: number, last: number];
  relief: number;
  laps: (load: number, week: number) => LapPlan[];
}

const HABITS: readonly Habit[] = [
  {
    weekday: 2,
    name: "Easy run",
    sport: "Running",
    minute: 6 * 60 + 50,
    weeks: [0, 47],
    relief: 20,
    laps: (load) => [[Math.round(6500 * load), 2.75]]
  },
  {
    weekday: 4,
    name: "Tempo run",
    sport: "Running",
    minute: 17 * 60 + 40,
    weeks: [2, 19],
    relief: 12,
    laps: (load, week) => [
      [1800, 2.7],
      [Math.round(4200 * load), 3.2 + 0.008 * week],
      [1500, 2.6]
    ]
  },
  {
    weekday: 4,
    name: "Evening ride",
    sport: "Biking",
    minute: 18 * 60,
    weeks: [20, 38],
    relief: 120,
    laps: (load) => [[Math.round(22_000 * load), 7.4]]
  },
  {
    weekday: 0,
    name: "Long run",
    sport: "Running",
    minute: 8 * 60 + 30,
    weeks: [0, 18],
    relief: 45,
    laps: (load, week) => [[Math.round((9000 + 420 * week) * load), 2.82]]
  },
  {
    weekday: 0,
    name: "Long ride",
    sport: "Biking",
    minute: 8 * 60 + 50,
    weeks: [21, 36],
    relief: 260,
    laps: (load) => [[Math.round(41_000 * load), 7.1]]
  }
];

/** The everyday training of a year, a race in May in its middle: days that `taken` has are left out, and so are some others. */
export function planSeason(random: Random, taken: ReadonlySet<string>): Activity[] {
  return listDays(FIRST, LAST).flatMap((day, i) => {
    const week = Math.floor(i / 7);
    const habit = HABITS.find(
      ({weekday, weeks}) => weekday === weekdayOf(day) && weeks[0] <= week && week <= weeks[1]
    );
    const date = toIsoDate(day);
    if (!habit || taken.has(date) || random.chance(MISSED)) return [];
    const load = WEEK_LOADS[week % WEEK_LOADS.length]! * random.between(0.92, 1.08);
    return {
      name: habit.name,
      date,
      minute: habit.minute + random.integer(-12, 25),
      sport: habit.sport,
      isIndoors: false,
      notes: habit.name,
      laps: habit.laps(load, week),
      step: STEP_SECONDS,
      relief: habit.relief
    };
  });
}
