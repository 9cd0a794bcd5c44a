import type {ContentComponent, ContentProperty} from "../../formats/content-lines.ts";
import {findProperties} from "../../formats/content-lines.ts";
import {InputError, toMessage} from "../../lib/errors.ts";
import type {Budget} from "./recurrence.ts";
import {walkRule} from "./recurrence.ts";
import type {WallTime} from "./wall-time.ts";
import {toWallTime} from "./wall-time.ts";
import type {Zone} from "./zones.ts";
import {toMoment} from "./zones.ts";

/** Starts of one event at most. */
const MAX_STARTS = 5000;
const DAY_MS = 86_400_000;

/** Between which days recurrences are rows, in milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A time, and the zone that it counts in; no zone: any clock. */
export interface ZonedTime extends WallTime {
  readonly zone: Zone | null;
}

/** How a time is read of a property of this file. */
export type ReadTime = (value: unknown, property: ContentProperty) => ZonedTime | null;

export interface Expansion {
  /** The clock's readings at which the event begins, in their order. */
  readonly starts: readonly number[];
  /** How many recurrences lie before the window. */
  readonly leftOut: number;
  readonly problems: readonly {readonly where: string; readonly what: string}[];
}

/**
 * When an event begins: at its start, at what its rules give within the window, and at each `RDATE`, but for each
 * `EXDATE`.
 */
export function expandStarts(
  component: ContentComponent,
  start: ZonedTime,
  {window, readTime, budget}: {window: Window; readTime: ReadTime; budget: Budget}
): Expansion {
  const starts = new Set([start.local]);
  const problems: {where: string; what: string}[] = [];
  let leftOut = 0;
  for (const property of findProperties(component, "rrule")) {
    const where = `line ${property.line}`;
    try {
      const {rscale} = property.values[0] as {rscale?: unknown};
      if (typeof rscale === "string" && !/^gregorian$/i.test(rscale))
        throw new InputError(`calendar not known: ${rscale}`);
      const isOver = toEnd(property.values[0], start);
      for (const local of walkRule(property.values[0], start.local, start.isDay, budget)) {
        if (local > window.to || isOver(local)) break;
        if (starts.size >= MAX_STARTS) {
          const what = `recurrences left out after the first ${MAX_STARTS}`;
          problems.push({where, what});
          break;
        }
        if (local >= window.from) starts.add(local);
        else if (local !== start.local) ++leftOut;
      }
    } catch (error) {
      problems.push({where, what: `recurrences left out: ${toMessage(error)}`});
    }
  }
  for (const property of findProperties(component, "rdate")) {
    if (property.raw.trim() === "") continue;
    for (const value of property.values) {
      const time = readTime(Array.isArray(value) ? value[0] : value, property);
      if (!time) problems.push({where: `line ${property.line}`, what: "date left out: no date"});
      else if (starts.size < MAX_STARTS) starts.add(toLocal(time, start));
    }
  }
  for (const property of findProperties(component, "exdate"))
    for (const value of property.values) {
      const time = readTime(value, property);
      if (!time) continue;
      if (time.isDay && !start.isDay) {
        for (const local of starts)
          if (local >= time.local && local < time.local + DAY_MS) starts.delete(local);
      } else starts.delete(toLocal(time, start));
    }
  return {starts: [...starts].sort((a, b) => a - b), leftOut, problems};
}

/** A time on the clock of another one; a time without a zone, or where the other has none, stays as it reads. */
export function toLocal(time: ZonedTime, other: ZonedTime): number {
  if (!time.zone || !other.zone || time.isDay || other.isDay) return time.local;
  const moment = toMoment(time.local, time.zone);
  return moment + other.zone(moment);
}

/** Whether a start lies after a rule's `UNTIL`, which is a day, or a time in UTC or on the event's clock. */
function toEnd(rule: unknown, start: ZonedTime): (local: number) => boolean {
  const {until} = rule as {until?: unknown};
  const end = until === undefined ? null : toWallTime(until, NO_PROPERTY);
  if (!end) return () => false;
  if (end.isDay) return (local) => local >= end.local + DAY_MS;
  const {zone} = start;
  if (end.isUtc && zone && !start.isDay) return (local) => toMoment(local, zone) > end.local;
  return (local) => local > end.local;
}

const NO_PROPERTY: ContentProperty = {
  name: "rrule",
  parameters: {},
  type: "recur",
  values: [],
  raw: "",
  line: 0
};
