import type {ContentComponent, ContentProperty} from "../../formats/content-lines.ts";
import {findProperty, toContentText} from "../../formats/content-lines.ts";
import type {ReadTime, Window, ZonedTime} from "./expand.ts";
import {toWallTime} from "./wall-time.ts";
import type {Zone} from "./zones.ts";
import {findZone, toMoment} from "./zones.ts";

const YEARS_BACK = 2;
const YEARS_AHEAD = 2;
const UTC: Zone = () => 0;

/** Reads the times of a file, whose own zones count first; tells each name of a zone that nobody knows once. */
export function createReadTime(
  components: readonly ContentComponent[],
  report: (where: string, what: string) => void
): ReadTime {
  const own = new Map(
    components
      .filter(({name}) => name === "vtimezone")
      .map((zone) => [toContentText(findProperty(zone, "tzid")) ?? "", zone] as const)
  );
  const zones = new Map<string, Zone | null>();
  return (value, property) => {
    const time = toWallTime(value, property);
    if (!time) return null;
    if (time.isUtc) return {...time, zone: UTC};
    if (time.tzid === null) return {...time, zone: null};
    let zone = zones.get(time.tzid);
    if (zone === undefined) {
      zones.set(time.tzid, (zone = findZone(time.tzid, own)));
      if (!zone)
        report(
          `line ${property.line}`,
          `time zone not known: ${time.tzid}; its times are read without a zone`
        );
    }
    return {...time, zone};
  };
}

/** The first value of a property as a time; null, and told, where it is none. */
export function findTime(
  component: ContentComponent,
  name: string,
  readTime: ReadTime,
  report: (where: string, what: string) => void
): ZonedTime | null {
  const property = findProperty(component, name);
  if (!property || property.raw.trim() === "") return null;
  const time = readTime(property.values[0], property);
  if (!time) report(`line ${property.line}`, `${name} left out, no time: ${property.raw}`);
  return time;
}

/** A time as a moment in UTC; null for a day, and for a time without a zone. */
export function toInstant(time: ZonedTime | null): Date | null {
  return !time || time.isDay || !time.zone ? null : new Date(toMoment(time.local, time.zone));
}

/**
 * The window in which recurrences are rows: two years back and ahead from when the file was last written, by its newest
 * time stamp or start of a series. It does not depend on today: the same file gives the same rows.
 */
export function toWindow(components: readonly ContentComponent[]): Window | null {
  const newest = [
    ...["dtstamp", "last-modified", "created"].flatMap((name) => findLocals(components, name)),
    ...findLocals(components.filter(isSeries), "dtstart")
  ];
  const times = newest.length > 0 ? newest : findLocals(components, "dtstart");
  if (times.length === 0) return null;
  const last = times.reduce((a, b) => Math.max(a, b));
  return {from: addYears(last, -YEARS_BACK), to: addYears(last, YEARS_AHEAD)};
}

function isSeries(component: ContentComponent): boolean {
  return component.properties.some(({name}) => name === "rrule" || name === "rdate");
}

function findLocals(components: readonly ContentComponent[], name: string): number[] {
  return components.flatMap((component) => {
    const property: ContentProperty | undefined = findProperty(component, name);
    const time = property && toWallTime(property.values[0], property);
    return time ? [time.local] : [];
  });
}

function addYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}
