import {TrackRecords} from "./records.ts";

/** What a file says of an activity or a lap as a whole: seconds, metres, kilocalories, beats a minute, watts. */
export interface Totals {
  /** While the timer ran: pauses do not count. */
  duration: number | null;
  /** From the start to the end. */
  elapsed: number | null;
  moving: number | null;
  distance: number | null;
  ascent: number | null;
  descent: number | null;
  calories: number | null;
  averageHeartRate: number | null;
  maximumHeartRate: number | null;
  averageSpeed: number | null;
  maximumSpeed: number | null;
  averageCadence: number | null;
  averagePower: number | null;
  maximumPower: number | null;
}

export interface TrackLap extends Totals {
  start: number | null;
  intensity: string | null;
  trigger: string | null;
}

/** An activity as its file tells it. */
export interface TrackActivity {
  start: number | null;
  /** What the clock on the wall was ahead of UTC; null where the file does not say. */
  utcOffsetMinutes: number | null;
  sport: string | null;
  subSport: string | null;
  name: string | null;
  notes: string | null;
  device: string | null;
  /** What the file says; the rest follows from laps and records. */
  totals: Totals;
  laps: TrackLap[];
  readonly records: TrackRecords;
}

export function createTotals(): Totals {
  return {
    duration: null,
    elapsed: null,
    moving: null,
    distance: null,
    ascent: null,
    descent: null,
    calories: null,
    averageHeartRate: null,
    maximumHeartRate: null,
    averageSpeed: null,
    maximumSpeed: null,
    averageCadence: null,
    averagePower: null,
    maximumPower: null
  };
}

export function createLap(): TrackLap {
  return {...createTotals(), start: null, intensity: null, trigger: null};
}

export function createActivity(): TrackActivity {
  return {
    start: null,
    utcOffsetMinutes: null,
    sport: null,
    subSport: null,
    name: null,
    notes: null,
    device: null,
    totals: createTotals(),
    laps: [],
    records: new TrackRecords()
  };
}
