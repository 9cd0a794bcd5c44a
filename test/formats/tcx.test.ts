import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";
import {tcx} from "../../src/formats/tcx.ts";
import {read, toColumns} from "./read.ts";

const point = (time: string, rest: string) =>
  `<Trackpoint><Time>${time}</Time>${rest}</Trackpoint>`;
const wrap = (content: string) => `<?xml version="1.0"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="x">${content}</TrainingCenterDatabase>`;
const RUN = wrap(`<Activities>
<Activity Sport="Running"><Id>2024-05-01T06:00:00.000Z</Id>
 <Lap StartTime="2024-05-01T06:00:00.000Z"><TotalTimeSeconds>300.5</TotalTimeSeconds><DistanceMeters>1000</DistanceMeters>
  <MaximumSpeed>4.5</MaximumSpeed><Calories>60</Calories><AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>
  <MaximumHeartRateBpm><Value>160</Value></MaximumHeartRateBpm><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>
  <Track>${point("2024-05-01T06:00:00.000Z", "<Position><LatitudeDegrees>52.5</LatitudeDegrees><LongitudeDegrees>13.4</LongitudeDegrees></Position><AltitudeMeters>35</AltitudeMeters><DistanceMeters>0</DistanceMeters><HeartRateBpm><Value>120</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3.2</ns3:Speed><ns3:RunCadence>88</ns3:RunCadence><ns3:Watts>210</ns3:Watts></ns3:TPX></Extensions>")}
  ${point("2024-05-01T06:00:05.000Z", "<DistanceMeters>16</DistanceMeters><HeartRateBpm><Value>0</Value></HeartRateBpm>")}</Track>
  <Extensions><ns3:LX><ns3:AvgSpeed>3.3</ns3:AvgSpeed><ns3:AvgWatts>200</ns3:AvgWatts></ns3:LX></Extensions></Lap>
 <Lap StartTime="2024-05-01T06:05:00.500Z"><TotalTimeSeconds>99.5</TotalTimeSeconds><DistanceMeters>200</DistanceMeters>
  <AverageHeartRateBpm><Value>160</Value></AverageHeartRateBpm></Lap>
 <Notes>Easy</Notes><Training><Plan><Name>Tempo</Name></Plan></Training><Creator><Name>Watch</Name></Creator></Activity>
</Activities>`);

test("tcx reads activities, laps and records, joined by activity and lap", async () => {
  const {tables, problems, details} = await read(tcx, RUN);
  const [activities, laps, records] = tables.map(toColumns);
  const start = new Date("2024-05-01T06:00:00Z");
  const id = "2024-05-01T06:00:00Z";
  expect(problems).toEqual([]);
  expect(details).toEqual({encoding: "utf-8", activities: [id]});
  expect(tables.map(({name, key}) => [name, key])).toEqual([
    ["activities", ["activity_id"]],
    ["laps", ["activity_id", "lap"]],
    ["records", ["activity_id", "time", "time_index"]]
  ]);
  expect(activities).toMatchObject({
    activity_id: ["VARCHAR", [id]],
    start_time: ["TIMESTAMPTZ", [start]],
    utc_offset_minutes: ["BIGINT", [null]],
    sport: ["VARCHAR", ["running"]],
    name: ["VARCHAR", ["Tempo"]],
    notes: ["VARCHAR", ["Easy"]],
    device: ["VARCHAR", ["Watch"]],
    duration_s: ["DOUBLE", [400]],
    elapsed_s: ["DOUBLE", [5]],
    moving_s: ["DOUBLE", [5]],
    distance_m: ["DOUBLE", [1200]],
    avg_speed_mps: ["DOUBLE", [3]],
    max_speed_mps: ["DOUBLE", [4.5]],
    max_heart_rate: ["BIGINT", [160]],
    source_format: ["VARCHAR", ["tcx"]],
    indoor: ["BOOLEAN", [false]]
  });
  expect(activities!.avg_heart_rate![1][0]).toBeCloseTo((140 * 300.5 + 160 * 99.5) / 400, 9);
  expect(laps).toMatchObject({
    activity_id: ["VARCHAR", [id, id]],
    lap: ["BIGINT", [1, 2]],
    duration_s: ["DOUBLE", [300.5, 99.5]],
    avg_heart_rate: ["DOUBLE", [140, 160]],
    avg_speed_mps: ["DOUBLE", [3.3, 200 / 99.5]],
    avg_power_w: ["DOUBLE", [200, null]],
    intensity: ["VARCHAR", ["active", null]],
    trigger: ["VARCHAR", ["manual", null]]
  });
  expect(records).toMatchObject({
    lap: ["BIGINT", [1, 1]],
    time: ["TIMESTAMPTZ", [start, new Date("2024-05-01T06:00:05Z")]],
    latitude: ["DOUBLE", [52.5, null]],
    altitude_m: ["DOUBLE", [35, null]],
    heart_rate: ["BIGINT", [120, null]],
    cadence: ["DOUBLE", [88, null]],
    speed_mps: ["DOUBLE", [3.2, null]],
    power_w: ["DOUBLE", [210, null]],
    distance_m: ["DOUBLE", [0, 16]]
  });
});

test("tcx gives the same columns for a workout indoors, without places and heart rate", async () => {
  const indoors = await read(
    tcx,
    RUN.replace(/<Position>.*?<\/Position>|<HeartRateBpm>.*?<\/HeartRateBpm>/g, "")
  );
  const outdoors = await read(tcx, RUN);
  const names = ({tables}: typeof indoors) =>
    tables.map(({columns}) => columns.map(({name, type}) => [name, type]));
  expect(names(indoors)).toEqual(names(outdoors));
  expect(toColumns(indoors.tables[0]).indoor).toEqual(["BOOLEAN", [true]]);
});

test("tcx keeps the offset of a time that has one", async () => {
  const {tables} = await read(
    tcx,
    RUN.replace("<Id>2024-05-01T06:00:00.000Z", "<Id>2024-05-01T08:00:00+02:00")
  );
  const {activity_id, start_time, utc_offset_minutes} = toColumns(tables[0]);
  expect([activity_id![1], start_time![1], utc_offset_minutes![1]]).toEqual([
    ["2024-05-01T06:00:00Z"],
    [new Date("2024-05-01T06:00:00Z")],
    [120]
  ]);
});

test("tcx reads a course as what was planned", async () => {
  const track = point("2024-05-01T06:00:00Z", "<AltitudeMeters>35</AltitudeMeters>").repeat(2);
  const {tables} = await read(
    tcx,
    wrap(
      `<Courses><Course><Name>Lake</Name><Lap><TotalTimeSeconds>9</TotalTimeSeconds></Lap><Track>${track}</Track></Course></Courses>`
    )
  );
  expect(tables.map(({name}) => name)).toEqual(["route_points"]);
  expect(toColumns(tables[0])).toMatchObject({
    route: ["VARCHAR", ["Lake", "Lake"]],
    point: ["BIGINT", [1, 2]],
    altitude_m: ["DOUBLE", [35, 35]]
  });
});

test("tcx reads what stands before the place where a file breaks off, and refuses what breaks off at once", async () => {
  const cut = await read(tcx, RUN.slice(0, RUN.indexOf("<Notes>")));
  expect(toColumns(cut.tables[2]).heart_rate![1]).toEqual([120, null]);
  expect(cut.problems[0]!.what).toMatch(/^broken off, what stands before is read/);
  const nothing = await read(tcx, RUN.slice(0, RUN.indexOf("<Lap")));
  expect(nothing.tables).toEqual([]);
  expect(nothing.problems[0]!.what).toMatch(/^no XML: /);
});

test("tcx refuses a file without an activity", async () => {
  const {tables, problems} = await read(tcx, "<TrainingCenterDatabase/>");
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toBe("no activity in it: a tcx file without any");
});

test("tcx takes no element's name for what JavaScript calls so", async () => {
  const {tables} = await read(
    tcx,
    RUN.replace("<Notes>", "<constructor>x</constructor><Notes>").replace(
      "<Track>",
      "<toString>1</toString><Track>"
    )
  );
  expect(tables).toHaveLength(3);
});

test("tcx is known by its content, whatever the file is called", () => {
  const bytes = new TextEncoder().encode(RUN);
  const names = ["a.tcx", "a.xml", "a.txt", "a", "a.gpx"];
  expect(names.map((name) => detectFormat(name, bytes))).toEqual(names.map(() => tcx));
});
