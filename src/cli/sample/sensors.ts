import type {Random} from "../../lib/random.ts";
import {toDay, toEpoch, toInstant, toWallClock} from "./calendar.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {INCIDENT} from "./incident.ts";
import {compareTexts} from "./order.ts";
import {FREEZERS, type Freezer} from "./words/freezers.ts";

interface Reading {
  ts: string;
  freezer: string;
  celsius: number | null;
  door_open: boolean;
  battery: number;
}

const FIRST = toEpoch(toDay("2025-03-03"), 0);
const LAST = toEpoch(toDay("2025-03-24"), 0);
const STEP_MS = 30 * 60_000;
const HOUR_MS = 60 * 60_000;
const LOST = 0.008;
const BROKEN = 0.002;
const ROOM_CELSIUS = 22;
/** Hours in which a dead freezer makes up about two thirds of the way to room temperature. */
const WARMING_HOURS = 10;
const COOLING_HOURS = 3;

/** Three weeks of readings, every half hour; one freezer fails in the night of 14 March 2025. */
export function sensors(random: Random): SampleFile[] {
  const readings = FREEZERS.flatMap((freezer) =>
    measure(random.fork(freezer.freezer), freezer)
  ).sort((a, b) => compareTexts(a.ts, b.ts));
  const lines = readings.map((reading) => `${JSON.stringify(reading)}\n`);
  return [toTextFile("sensors/readings.ndjson", lines.join(""))];
}

function measure(random: Random, {freezer, setpoint}: Freezer): Reading[] {
  const delay = random.integer(0, 300_000);
  let battery = random.between(82, 100);
  let celsius: number = setpoint;
  const readings: Reading[] = [];
  for (let time = FIRST + delay; time < LAST; time += STEP_MS) {
    const isOpen = random.chance(openness(freezer, time));
    celsius =
      drift(celsius, isDead(freezer, time), setpoint) + (isOpen ? random.between(0.3, 2) : 0);
    battery -= random.between(0, 0.02);
    if (random.chance(LOST)) continue;
    readings.push({
      ts: toInstant(time),
      freezer,
      celsius: random.chance(BROKEN)
        ? null
        : Math.round(10 * (celsius + random.normal(0, 0.4))) / 10,
      door_open: isOpen,
      battery: Math.round(battery)
    });
  }
  return readings;
}

function isDead(freezer: string, time: number): boolean {
  return freezer === INCIDENT.freezer && time >= INCIDENT.fails && time < INCIDENT.repaired;
}

function drift(celsius: number, isOff: boolean, setpoint: number): number {
  const [goal, hours] = isOff ? [ROOM_CELSIUS, WARMING_HOURS] : [setpoint, COOLING_HOURS];
  return celsius + (goal - celsius) * Math.min(1, STEP_MS / HOUR_MS / hours);
}

/** How likely a reading finds the door open: in working hours, and while the dead freezer is emptied. */
function openness(freezer: string, time: number): number {
  const isEmptied = time > INCIDENT.fails + 2 * HOUR_MS && time < INCIDENT.emptied;
  if (isEmptied && (freezer === INCIDENT.freezer || freezer === INCIDENT.refuge)) return 0.7;
  const clock = toWallClock(time);
  const isWorkingDay = clock.getUTCDay() % 6 !== 0;
  const hour = clock.getUTCHours();
  return isWorkingDay && hour >= 8 && hour < 18 ? 0.06 : 0.002;
}
