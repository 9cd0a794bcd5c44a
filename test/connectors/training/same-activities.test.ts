import {afterAll, beforeAll, expect, test} from "vitest";
import {
  findSameActivities,
  toSameActivitiesSql
} from "../../../src/connectors/training/same-activities.ts";
import type {ActivityFacts} from "../../../src/connectors/training/same-activities.ts";
import {openNativeLake} from "../../../src/lake/native-lake.ts";
import {toRandomActivities} from "./random-activities.ts";

type Lake = Awaited<ReturnType<typeof openNativeLake>>;
let lake: Lake;
beforeAll(async () => void (lake = await openNativeLake()));
afterAll(() => lake.close());

const START = Date.UTC(2024, 4, 1, 6);
const ride = (id: string, seconds: number, more: Partial<ActivityFacts> = {}): ActivityFacts => ({
  id,
  start: START + seconds * 1000,
  elapsed: 3600,
  distance: 30_000,
  sport: "cycling",
  ...more
});
const pairs = (...activities: ActivityFacts[]) =>
  findSameActivities(activities).map(({id, sameAs}) => `${id}=${sameAs}`);

test("findSameActivities(activities) finds recordings that begin some seconds apart", () => {
  expect(pairs(ride("b", 7), ride("a", 0))).toEqual(["a=b"]);
  expect(pairs(ride("a", 0), ride("b", 359))).toEqual(["a=b"]);
  expect(pairs(ride("a", 0), ride("b", 361))).toEqual([]);
});

test("findSameActivities keeps apart what went elsewhere", () => {
  expect(pairs(ride("a", 0), ride("b", 0, {distance: 28_600}))).toEqual(["a=b"]);
  expect(pairs(ride("a", 0), ride("b", 0, {distance: 28_400}))).toEqual([]);
  const short = {distance: 300};
  expect(pairs(ride("a", 0, short), ride("b", 0, {distance: 390}))).toEqual(["a=b"]);
});

test("findSameActivities takes what a file does not say for no contradiction", () => {
  expect(pairs(ride("a", 0), ride("b", 1, {distance: null, sport: null}))).toEqual(["a=b"]);
  expect(pairs(ride("a", 0), ride("b", 1, {sport: "generic"}))).toEqual(["a=b"]);
  expect(pairs(ride("a", 0), ride("b", 1, {sport: "running"}))).toEqual([]);
});

test("findSameActivities keeps a lap apart from the activity around it", () => {
  expect(pairs(ride("a", 0), ride("b", 60, {elapsed: 600, distance: 5000}))).toEqual([]);
  expect(pairs(ride("a", 0, {elapsed: 0}), ride("b", 0, {elapsed: 0}))).toEqual([]);
});

test("findSameActivities finds each pair of three recordings", () => {
  expect(pairs(ride("a", 0), ride("b", 1), ride("c", 2))).toEqual(["a=b", "a=c", "b=c"]);
});

test("toSameActivitiesSql(table) finds the same pairs", async () => {
  const activities = toRandomActivities(400);
  const found = findSameActivities(activities).map(({id, sameAs}) => [id, sameAs]);
  expect(found.length).toBeGreaterThan(20);
  const values = activities.map(
    ({id, start, elapsed, distance, sport}) =>
      `('${id}', make_timestamptz(${start * 1000}), ${elapsed}::DOUBLE, ${distance ?? "NULL"}::DOUBLE, ${sport === null ? "NULL" : `'${sport}'`})`
  );
  const table = `(SELECT * FROM (VALUES ${values.join(", ")}) v(activity_id, start_time, elapsed_s, distance_m, sport))`;
  const result = await lake.query(toSameActivitiesSql(table));
  expect(result.toArray().map(({activity_id, same_as}) => [activity_id, same_as])).toEqual(
    found.sort((a, b) => (a.join() < b.join() ? -1 : 1))
  );
});
