import {expect, test} from "vitest";
import {createActivity, createLap} from "../../../src/formats/training/activity.ts";
import {createRecord} from "../../../src/formats/training/records.ts";
import {toClimb, toMetresBetween} from "../../../src/formats/training/geodesy.ts";
import {toSport} from "../../../src/formats/training/sports.ts";
import {completeTotals} from "../../../src/formats/training/totals.ts";
import {toTrackTime} from "../../../src/formats/training/track-text.ts";

/** An activity with records at these seconds and metres. */
const record = (...points: [seconds: number, distance: number][]) => {
  const activity = createActivity();
  for (const [seconds, distance] of points)
    activity.records.add({...createRecord(), time: seconds * 1000, distance});
  return activity;
};

test("completeTotals(activity) takes what the file says before laps, and laps before records", () => {
  const activity = record([0, 0], [100, 500]);
  expect(completeTotals(activity)).toMatchObject({duration: 100, distance: 500});
  activity.laps = [
    {...createLap(), duration: 40, distance: 100},
    {...createLap(), duration: 50, distance: 300}
  ];
  expect(completeTotals(activity)).toMatchObject({duration: 90, distance: 400, elapsed: 100});
  activity.totals.duration = 80;
  expect(completeTotals(activity)).toMatchObject({duration: 80, averageSpeed: 5});
});

test("completeTotals counts as moving what is faster than 1 km/h", () => {
  const activity = record([0, 0], [10, 2], [20, 40], [20, 40], [500, 60]);
  expect(completeTotals(activity).moving).toBe(10);
});

test("completeTotals knows nothing of an activity without anything", () => {
  const known = Object.values(completeTotals(createActivity())).filter((value) => value !== null);
  expect(known).toEqual([]);
});

test("toMetresBetween(…) agrees with a degree of a meridian, and with no way at all", () => {
  expect(toMetresBetween(0, 0, 1, 0)).toBeCloseTo(111195.08, 1);
  expect(toMetresBetween(48.85, 2.35, 48.85, 2.35)).toBe(0);
  expect(toMetresBetween(0, 0, 0, 180)).toBeCloseTo(20015114.4, 0);
});

test("toClimb(altitudes) smooths by neighbours, as gpxpy does", () => {
  expect(toClimb([0, 10, 0, 10])).toEqual({ascent: 10, descent: 0});
  expect(toClimb([])).toEqual({ascent: 0, descent: 0});
});

test("toSport(text) gives one name for one sport", () => {
  const names = ["Biking", "cycling", "Ride", "1", "Running", " trail running ", "03", "", null];
  expect(names.map(toSport)).toEqual([
    "cycling",
    "cycling",
    "cycling",
    "cycling",
    "running",
    "trail_running",
    "03",
    null,
    null
  ]);
});

test("toTrackTime(text) reads a time without an offset as UTC", () => {
  const texts = ["2024-05-01T06:00:00Z", "2024-05-01T06:00:00", " 2024-05-01T08:00:00+02:00 "];
  expect(texts.map(toTrackTime)).toEqual(texts.map(() => Date.UTC(2024, 4, 1, 6)));
  expect(["", "soon", "2024-13-01T06:00:00Z"].map(toTrackTime)).toEqual([null, null, null]);
});
