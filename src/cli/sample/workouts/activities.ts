/** A lap as metres at a speed in metres a second. */
export type LapPlan = readonly [metres: number, speed: number];

/** A run or ride. */
export interface Activity {
  name: string;
  /** Local. */
  date: string;
  minute: number;
  sport: "Running" | "Biking";
  isIndoors: boolean;
  notes: string;
  laps: readonly LapPlan[];
  /** Seconds between two points of the track. */
  step: number;
  /** Metres between the highest and the lowest point of the loop. */
  relief: number;
}

export const ACTIVITIES: readonly Activity[] = [
  {
    name: "easy-run",
    date: "2025-01-21",
    minute: 7 * 60 + 5,
    sport: "Running",
    isIndoors: false,
    notes: "River path with Nadia, frost on the boards",
    laps: repeat(7, [1000, 2.78]),
    step: 25,
    relief: 18
  },
  {
    name: "treadmill-intervals",
    date: "2025-02-11",
    minute: 18 * 60 + 20,
    sport: "Running",
    isIndoors: true,
    notes: "6 x 800 m indoors, ice outside",
    laps: [[1600, 2.7], ...repeat(6, [800, 3.85], [400, 2.3]), [1000, 2.5]],
    step: 25,
    relief: 0
  },
  {
    name: "hill-run",
    date: "2025-03-18",
    minute: 17 * 60 + 30,
    sport: "Running",
    isIndoors: false,
    notes: "Two times over the ridge, legs heavy",
    laps: repeat(10, [1000, 2.65]),
    step: 30,
    relief: 160
  },
  {
    name: "long-run",
    date: "2025-04-27",
    minute: 8 * 60 + 15,
    sport: "Running",
    isIndoors: false,
    notes: "Longest before the race, two gels",
    laps: repeat(18, [1000, 2.86]),
    step: 45,
    relief: 60
  },
  {
    name: "spring-lake-half",
    date: "2025-05-17",
    minute: 9 * 60,
    sport: "Running",
    isIndoors: false,
    notes: "Spring Lake half marathon, new best",
    laps: [...repeat(10, [1000, 3.24]), ...repeat(11, [1000, 3.33]), [97, 4.1]],
    step: 45,
    relief: 40
  },
  {
    name: "lake-loop-ride",
    date: "2025-06-14",
    minute: 8 * 60 + 40,
    sport: "Biking",
    isIndoors: false,
    notes: "Lake loop with Owen, cafe at kilometre 30",
    laps: repeat(11, [5000, 7.3]),
    step: 60,
    relief: 240
  },
  {
    name: "gravel-ride",
    date: "2025-09-06",
    minute: 9 * 60 + 10,
    sport: "Biking",
    isIndoors: false,
    notes: "Gravel over Covered Bridge, one flat tyre",
    laps: repeat(8, [5000, 6.1]),
    step: 60,
    relief: 330
  },
  {
    name: "parkrun",
    date: "2025-10-25",
    minute: 9 * 60,
    sport: "Running",
    isIndoors: false,
    notes: "Free and flat, cake at the end",
    laps: repeat(5, [1000, 3.6]),
    step: 15,
    relief: 8
  }
];

function repeat(times: number, ...laps: readonly LapPlan[]): LapPlan[] {
  return Array.from({length: times}, () => laps).flat();
}
