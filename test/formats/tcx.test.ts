import {expect, test} from "vitest";
import {tcx} from "../../src/formats/tcx.ts";
import {read, toColumns} from "./read.ts";

const point = (time: string, rest: string) =>
  `<Trackpoint><Time>${time}</Time>${rest}</Trackpoint>`;
const RUN = `<?xml version="1.0"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="x"><Activities>
<Activity Sport="Running"><Id>2024-05-01T06:00:00.000Z</Id>
 <Lap StartTime="2024-05-01T06:00:00.000Z"><TotalTimeSeconds>300.5</TotalTimeSeconds><DistanceMeters>1000</DistanceMeters>
  <Calories>60</Calories><AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm><Intensity>Active</Intensity>
  <Track>${point("2024-05-01T06:00:00.000Z", "<Position><LatitudeDegrees>52.5</LatitudeDegrees><LongitudeDegrees>13.4</LongitudeDegrees></Position><HeartRateBpm><Value>120</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3.2</ns3:Speed></ns3:TPX></Extensions>")}
  ${point("2024-05-01T06:00:05.000Z", "<DistanceMeters>16</DistanceMeters>")}</Track></Lap>
 <Lap StartTime="2024-05-01T06:05:00.500Z"><TotalTimeSeconds>10</TotalTimeSeconds></Lap>
 <Notes>Easy</Notes><Creator><Name>Watch</Name></Creator></Activity>
</Activities></TrainingCenterDatabase>`;

test("tcx reads activities, laps and trackpoints, joined by activity and lap", async () => {
  const {tables, problems} = await read(tcx, RUN);
  const [activities, laps, points] = tables.map(toColumns);
  const start = new Date("2024-05-01T06:00:00Z");
  expect(problems).toEqual([]);
  expect(tables.map(({name}) => name)).toEqual(["activities", "laps", "trackpoints"]);
  expect(activities).toEqual({
    activity: ["TIMESTAMPTZ", [start]],
    sport: ["VARCHAR", ["Running"]],
    notes: ["VARCHAR", ["Easy"]],
    device: ["VARCHAR", ["Watch"]]
  });
  expect(laps).toMatchObject({
    activity: ["TIMESTAMPTZ", [start, start]],
    lap: ["BIGINT", [1, 2]],
    seconds: ["DOUBLE", [300.5, 10]],
    average_heart_rate: ["BIGINT", [140, null]]
  });
  expect(points).toMatchObject({
    lap: ["BIGINT", [1, 1]],
    time: ["TIMESTAMPTZ", [start, new Date("2024-05-01T06:00:05Z")]],
    latitude: ["DOUBLE", [52.5, null]],
    heart_rate: ["BIGINT", [120, null]],
    speed: ["DOUBLE", [3.2, null]],
    meters: ["DOUBLE", [null, 16]]
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
});

test("tcx refuses a file without an activity", async () => {
  const {tables, problems} = await read(tcx, "<TrainingCenterDatabase/>");
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toBe("no rows in it");
});
