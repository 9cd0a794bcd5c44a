import {FitBaseType, FitEncoder} from "fit-file-parser/encoder";

const SECONDS = 12_000;
const START = Date.UTC(2024, 4, 1, 6);
const {Uint8, Uint16, Uint32, Sint32, Enum} = FitBaseType;

/** The values of a ride at a second: all that a bike computer writes. */
function toPoint(second: number) {
  return {
    time: new Date(START + second * 1000),
    latitude: 52.5 + Math.sin(second / 900) / 50,
    longitude: 13.4 + Math.cos(second / 700) / 50,
    altitude: 60 + Math.sin(second / 300) * 30,
    distance: second * 7.5,
    speed: 7.5 + Math.sin(second / 60),
    heartRate: 130 + Math.round(Math.sin(second / 200) * 25),
    cadence: 85 + (second % 10),
    power: 180 + (second % 90)
  };
}

/** A ride of more than three hours with a record each second, as a FIT file. */
export function toRideFit(): Uint8Array {
  const encoder = new FitEncoder();
  const field = (number: number, baseType: FitBaseType, size: number, value: number) => ({
    number,
    baseType,
    size,
    value
  });
  const time = (date: Date) => FitEncoder.toFitTimestamp(date);
  encoder.writeMessage(0, [field(0, Enum, 1, 4), field(1, Uint16, 2, 1)]);
  for (let second = 0; second < SECONDS; ++second) {
    const point = toPoint(second);
    encoder.writeMessage(20, [
      field(253, Uint32, 4, time(point.time)),
      field(0, Sint32, 4, Math.round((point.latitude / 180) * 2 ** 31)),
      field(1, Sint32, 4, Math.round((point.longitude / 180) * 2 ** 31)),
      field(2, Uint16, 2, Math.round((point.altitude + 500) * 5)),
      field(5, Uint32, 4, Math.round(point.distance * 100)),
      field(6, Uint16, 2, Math.round(point.speed * 1000)),
      field(3, Uint8, 1, point.heartRate),
      field(4, Uint8, 1, point.cadence),
      field(7, Uint16, 2, point.power)
    ]);
  }
  const [start, end] = [new Date(START), new Date(START + SECONDS * 1000)];
  for (const message of [19, 18])
    encoder.writeMessage(message, [
      field(253, Uint32, 4, time(end)),
      field(2, Uint32, 4, time(start)),
      field(7, Uint32, 4, SECONDS * 1000)
    ]);
  return encoder.close();
}

/** The same ride as a TCX file. */
export function toRideTcx(): Uint8Array {
  const points = Array.from({length: SECONDS}, (_, second) => {
    const point = toPoint(second);
    return `          <Trackpoint>
            <Time>${point.time.toISOString()}</Time>
            <Position>
              <LatitudeDegrees>${point.latitude}</LatitudeDegrees>
              <LongitudeDegrees>${point.longitude}</LongitudeDegrees>
            </Position>
            <AltitudeMeters>${point.altitude.toFixed(3)}</AltitudeMeters>
            <DistanceMeters>${point.distance}</DistanceMeters>
            <HeartRateBpm>
              <Value>${point.heartRate}</Value>
            </HeartRateBpm>
            <Cadence>${point.cadence}</Cadence>
            <Extensions>
              <ns3:TPX>
                <ns3:Speed>${point.speed.toFixed(3)}</ns3:Speed>
                <ns3:Watts>${point.power}</ns3:Watts>
              </ns3:TPX>
            </Extensions>
          </Trackpoint>`;
  });
  const start = new Date(START).toISOString();
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
  <Activities>
    <Activity Sport="Biking">
      <Id>${start}</Id>
      <Lap StartTime="${start}">
        <TotalTimeSeconds>${SECONDS}</TotalTimeSeconds>
        <Track>
${points.join("\n")}
        </Track>
      </Lap>
    </Activity>
  </Activities>
</TrainingCenterDatabase>
`);
}
