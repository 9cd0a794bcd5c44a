import type {Random} from "../../../lib/random.ts";
import {toDay, toEpoch} from "../calendar.ts";
import type {Activity} from "./activities.ts";

export interface Point {
  /** Milliseconds since 1970. */
  time: number;
  /** Absent indoors. */
  place?: {latitude: number; longitude: number; altitude: number};
  /** Metres since the start. */
  distance: number;
  /** Metres a second. */
  speed: number;
  heartRate: number;
  /** Revolutions of one pedal, or steps of one foot, a minute. */
  cadence: number;
}

export interface Lap {
  /** Milliseconds since 1970. */
  start: number;
  points: readonly Point[];
  seconds: number;
  metres: number;
}

/** Fields and water some way from any town. */
const START = {latitude: 44.3105, longitude: -123.2081};
const BASE_ALTITUDE = 92;
const METRES_PER_DEGREE = 111_320;
const RESTING = 52;
const HIGHEST = 188;
/** Seconds in which the heart follows effort about two thirds of the way. */
const HEART_LAG = 50;
const DRIFT_PER_HOUR = 6;

/** A run or ride on a winding loop as a watch records it; heart and speed answer to the hills. */
export function simulate(random: Random, activity: Activity): Lap[] {
  const {laps, isIndoors, step, sport} = activity;
  const length = laps.reduce((sum, [metres]) => sum + metres, 0);
  const terrain = createTerrain(random, length, activity.relief);
  const start = toEpoch(toDay(activity.date), activity.minute);
  const usual = sport === "Running" ? 3.1 : 7.2;
  let {latitude, longitude} = START;
  let [elapsed, distance, heart] = [0, 0, RESTING + 30];

  function advance(seconds: number, lapSpeed: number): Point {
    const grade = terrain.grade(distance);
    const speed = Math.max(0.6, lapSpeed * (1 - 2.2 * grade) + random.normal(0, 0.03 * lapSpeed));
    const metres = speed * seconds;
    const heading = terrain.heading(distance);
    latitude += (metres * Math.cos(heading)) / METRES_PER_DEGREE;
    longitude +=
      (metres * Math.sin(heading)) / (METRES_PER_DEGREE * Math.cos((Math.PI * latitude) / 180));
    distance += metres;
    elapsed += seconds;
    const effort = speed / usual + 5 * grade;
    const goal = RESTING + 104 * effort + (DRIFT_PER_HOUR * elapsed) / 3600;
    heart +=
      (Math.min(HIGHEST, goal) - heart) * Math.min(1, seconds / HEART_LAG) + random.normal(0, 0.8);
    const cadence = sport === "Running" ? 80 + 2.2 * (speed - 2.6) : 84 - 160 * grade;
    return {
      time: start + elapsed * 1000,
      place: isIndoors ? undefined : {latitude, longitude, altitude: terrain.altitude(distance)},
      distance,
      speed,
      heartRate: Math.round(heart),
      cadence: Math.round(Math.max(0, cadence + random.normal(0, 1.5)))
    };
  }

  return laps.map(([metres, speed]) => {
    const [begin, from] = [elapsed, distance];
    const points: Point[] = begin === 0 ? [advance(0, speed)] : [];
    while (distance - from < metres) {
      const rest = (metres - (distance - from)) / speed;
      points.push(advance(Math.max(1, Math.min(step, Math.ceil(rest))), speed));
    }
    return {
      start: start + begin * 1000,
      points,
      seconds: elapsed - begin,
      metres: distance - from
    };
  });
}

/** A loop: the heading goes once around the compass, with bends; the altitude is a few waves. */
function createTerrain(random: Random, length: number, relief: number) {
  const bends = createWaves(random, [3, 5, 8, 13], 0.5);
  const hills = createWaves(random, [1, 2, 4, 7], relief / 4);
  const turn = (distance: number) => (2 * Math.PI * distance) / length;
  const altitude = (distance: number) => BASE_ALTITUDE + relief / 2 + hills(turn(distance));
  return {
    heading: (distance: number) => turn(distance) + bends(turn(distance)),
    altitude,
    grade: (distance: number) => (altitude(distance + 20) - altitude(distance - 20)) / 40
  };
}

function createWaves(random: Random, counts: readonly number[], size: number) {
  const waves = counts.map((count) => ({count, phase: random.between(0, 2 * Math.PI)}));
  return (angle: number) =>
    waves.reduce(
      (sum, {count, phase}) => sum + (size / Math.sqrt(count)) * Math.sin(count * angle + phase),
      0
    );
}
