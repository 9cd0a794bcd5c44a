import {toInstant} from "../calendar.ts";
import {escapeXml} from "../xml.ts";
import type {Activity} from "./activities.ts";
import type {Lap, Point} from "./simulate.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">`;

const CALORIES_PER_KM = {Running: 68, Biking: 24};

/** Activities as Training Center XML, version 2, in the element order of its schema. */
export function toTcx(
  activities: readonly (readonly [activity: Activity, laps: readonly Lap[]])[]
): string {
  return `${HEAD}
 <Activities>
${activities.map(([activity, laps]) => toActivity(activity, laps)).join("\n")}
 </Activities>
</TrainingCenterDatabase>
`;
}

function toActivity(activity: Activity, laps: readonly Lap[]): string {
  const id = toInstant(laps[0]!.start);
  return `  <Activity Sport="${activity.sport}">
   <Id>${id}</Id>
${laps.map((lap) => toLap(lap, activity)).join("\n")}
   <Notes>${escapeXml(activity.notes)}</Notes>
   <Creator xsi:type="Device_t">
    <Name>Sample Watch</Name>
    <UnitId>100200300</UnitId>
    <ProductID>1</ProductID>
    <Version><VersionMajor>1</VersionMajor><VersionMinor>0</VersionMinor></Version>
   </Creator>
  </Activity>`;
}

function toLap({start, points, seconds, metres}: Lap, {sport}: Activity): string {
  const rates = points.map(({heartRate}) => heartRate);
  const average = Math.round(rates.reduce((sum, rate) => sum + rate, 0) / rates.length);
  return `   <Lap StartTime="${toInstant(start)}">
    <TotalTimeSeconds>${seconds.toFixed(1)}</TotalTimeSeconds>
    <DistanceMeters>${metres.toFixed(1)}</DistanceMeters>
    <MaximumSpeed>${Math.max(...points.map(({speed}) => speed)).toFixed(3)}</MaximumSpeed>
    <Calories>${Math.round((CALORIES_PER_KM[sport] * metres) / 1000)}</Calories>
    <AverageHeartRateBpm><Value>${average}</Value></AverageHeartRateBpm>
    <MaximumHeartRateBpm><Value>${Math.max(...rates)}</Value></MaximumHeartRateBpm>
    <Intensity>Active</Intensity>
    <TriggerMethod>Distance</TriggerMethod>
    <Track>
${points.map((point) => toTrackpoint(point, sport)).join("\n")}
    </Track>
   </Lap>`;
}

function toTrackpoint(point: Point, sport: Activity["sport"]): string {
  const {time, place, distance, speed, heartRate, cadence} = point;
  const runCadence = sport === "Running" ? `<ns3:RunCadence>${cadence}</ns3:RunCadence>` : "";
  const lines = [
    `<Time>${toInstant(time)}</Time>`,
    ...(place
      ? [
          `<Position><LatitudeDegrees>${place.latitude.toFixed(6)}</LatitudeDegrees><LongitudeDegrees>${place.longitude.toFixed(6)}</LongitudeDegrees></Position>`,
          `<AltitudeMeters>${place.altitude.toFixed(1)}</AltitudeMeters>`
        ]
      : []),
    `<DistanceMeters>${distance.toFixed(1)}</DistanceMeters>`,
    `<HeartRateBpm><Value>${heartRate}</Value></HeartRateBpm>`,
    ...(sport === "Biking" ? [`<Cadence>${cadence}</Cadence>`] : []),
    `<Extensions><ns3:TPX><ns3:Speed>${speed.toFixed(2)}</ns3:Speed>${runCadence}</ns3:TPX></Extensions>`
  ];
  return `     <Trackpoint>\n${lines.map((line) => `      ${line}`).join("\n")}\n     </Trackpoint>`;
}
