import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";
import {gpx} from "../../src/formats/gpx.ts";
import {read, toColumns} from "./read.ts";

const wrap = (content: string) =>
  `<?xml version="1.0"?><gpx version="1.1" creator="Watch" xmlns="http://www.topografix.com/GPX/1/1" xmlns:g="g">${content}</gpx>`;
const point = (latitude: number, content: string) =>
  `<trkpt lat="${latitude}" lon="13.4">${content}</trkpt>`;
const RIDE = wrap(`<metadata><name>File</name><time>2024-05-01T05:00:00Z</time></metadata>
<trk><name>Lake &amp; hill</name><type>cycling</type><trkseg>
${point(52.5, "<ele>30</ele><time>2024-05-01T06:00:00Z</time><extensions><g:TrackPointExtension><g:hr>120</g:hr><g:cad>80</g:cad><g:atemp>21</g:atemp></g:TrackPointExtension><power>200</power></extensions>")}
${point(52.501, "<ele>40</ele><time>2024-05-01T06:00:20Z</time>")}
</trkseg><trkseg>
${point(52.6, "<ele>40</ele><time>2024-05-01T06:10:00Z</time>")}
${point(52.601, "<ele>40</ele><time>2024-05-01T06:10:20Z</time>")}
</trkseg></trk>`);

test("gpx reads a track as an activity, with distances within its segments", async () => {
  const {tables, problems} = await read(gpx, RIDE);
  const [activities, laps, records] = tables.map(toColumns);
  expect(problems).toEqual([]);
  expect(tables.map(({name}) => name)).toEqual(["activities", "laps", "records"]);
  expect(activities).toMatchObject({
    activity_id: ["VARCHAR", ["2024-05-01T06:00:00Z"]],
    sport: ["VARCHAR", ["cycling"]],
    name: ["VARCHAR", ["Lake & hill"]],
    device: ["VARCHAR", ["Watch"]],
    duration_s: ["DOUBLE", [40]],
    elapsed_s: ["DOUBLE", [620]],
    moving_s: ["DOUBLE", [40]],
    avg_heart_rate: ["DOUBLE", [120]],
    source_format: ["VARCHAR", ["gpx"]]
  });
  // a thousandth of a degree along a meridian is 111.195 m on the sphere, and the pause counts for nothing
  const [distance] = activities!.distance_m![1] as [number];
  expect(distance).toBeCloseTo(2 * 111.195, 2);
  expect(laps!.lap![1]).toEqual([]);
  expect(records).toMatchObject({
    heart_rate: ["BIGINT", [120, null, null, null]],
    cadence: ["DOUBLE", [80, null, null, null]],
    temperature_c: ["DOUBLE", [21, null, null, null]],
    power_w: ["DOUBLE", [200, null, null, null]]
  });
});

test("gpx names a track without times by its content", async () => {
  const untimed = RIDE.replace(/<time>.*?<\/time>/g, "");
  const [first, second] = await Promise.all([read(gpx, untimed), read(gpx, untimed)]);
  const other = await read(gpx, untimed.replace("52.601", "52.602"));
  const idOf = ({tables}: typeof first) => toColumns(tables[0]).activity_id![1][0];
  expect(idOf(first)).toMatch(/^untimed-[0-9a-f]{16}$/);
  expect(idOf(first)).toBe(idOf(second));
  expect(idOf(first)).not.toBe(idOf(other));
  expect(toColumns(first.tables[0]).start_time![1]).toEqual([null]);
  expect(toColumns(first.tables[2]).time_index![1]).toEqual([0, 1, 2, 3]);
});

test("gpx reads routes and waypoints as tables of their own", async () => {
  const {tables} = await read(
    gpx,
    wrap(`<wpt lat="1" lon="2"><ele>3</ele><name>Hut</name><sym>House</sym><cmt>warm</cmt></wpt>
<rte><name>Up</name><rtept lat="4" lon="5"><name>a</name></rtept><rtept lat="6" lon="7"/></rte><rte><rtept lat="8" lon="9"/></rte>`)
  );
  expect(tables.map(({name}) => name)).toEqual(["route_points", "waypoints"]);
  expect(toColumns(tables[0])).toMatchObject({
    route: ["VARCHAR", ["Up", "Up", "2"]],
    point: ["BIGINT", [1, 2, 1]],
    latitude: ["DOUBLE", [4, 6, 8]],
    name: ["VARCHAR", ["a", null, null]]
  });
  expect(toColumns(tables[1])).toMatchObject({
    name: ["VARCHAR", ["Hut"]],
    symbol: ["VARCHAR", ["House"]],
    notes: ["VARCHAR", ["warm"]],
    altitude_m: ["DOUBLE", [3]]
  });
});

test("gpx takes places that are none for missing", async () => {
  const {tables} = await read(
    gpx,
    wrap(`<trk><trkseg><trkpt lat="north"/><trkpt lat="1" lon="2"/></trkseg></trk>`)
  );
  expect(toColumns(tables[2])).toMatchObject({
    latitude: ["DOUBLE", [null, 1]],
    distance_m: ["DOUBLE", [0, 0]]
  });
});

test("gpx gives the activity the same name that the same ride has in a TCX or FIT file", async () => {
  const {details} = await read(gpx, RIDE.replace("06:00:00Z", "06:00:00.000Z"));
  expect(details).toMatchObject({activities: ["2024-05-01T06:00:00Z"]});
});

test("gpx reads what stands before the place where a file breaks off", async () => {
  const routes = wrap(`<rte><rtept lat="1" lon="2"></rtept>`).replace("</gpx>", "");
  const {tables, problems} = await read(gpx, routes);
  expect(tables.map(({name}) => name)).toEqual(["route_points"]);
  expect(problems[0]!.what).toMatch(/^broken off/);
});

test("gpx is known by its content, whatever the file is called", () => {
  const bytes = new TextEncoder().encode(RIDE);
  const names = ["a.gpx", "a.xml", "a", "a.tcx"];
  expect(names.map((name) => detectFormat(name, bytes))).toEqual(names.map(() => gpx));
});
