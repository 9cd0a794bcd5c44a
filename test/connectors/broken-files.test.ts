import {expect, test} from "vitest";
import {CONNECTORS} from "../../src/connectors/connectors.ts";
import {Random} from "../../src/lib/random.ts";
import type {DataTable} from "../../src/model/table.ts";
import {
  RECORD,
  SESSION,
  Uint32,
  Uint8,
  at,
  fileId,
  record,
  toFit,
  total
} from "../formats/fit-file.ts";
import {readWith} from "./collect.ts";

const MUTATIONS = 150;
const START = "2024-05-01T06:00:00Z";
const POINT = `<Trackpoint><Time>${START}</Time><HeartRateBpm><Value>120</Value></HeartRateBpm></Trackpoint>`;

/** A sample of each kind, made here. */
const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  fit: toFit([
    fileId(4),
    record(START, 100),
    [
      RECORD,
      [
        [253, Uint32, at(START) + 1],
        [3, Uint8, 101]
      ]
    ],
    total(SESSION, START, 60, 300)
  ]),
  tcx: encode(
    `<TrainingCenterDatabase><Activities><Activity Sport="Biking"><Id>${START}</Id><Lap StartTime="${START}"><TotalTimeSeconds>60</TotalTimeSeconds><Track>${POINT}${POINT}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`
  ),
  gpx: encode(
    `<gpx><wpt lat="1" lon="2"><name>a</name></wpt><trk><trkseg><trkpt lat="52.5" lon="13.4"><ele>3</ele><time>${START}</time></trkpt><trkpt lat="52.6" lon="13.4"/></trkseg></trk></gpx>`
  ),
  "apple-health": encode(
    `<HealthData><Record type="HKQuantityTypeIdentifierHeartRate" sourceName="a" startDate="2024-05-01 08:00:00 +0200" endDate="2024-05-01 08:00:00 +0200" value="72"/><Workout duration="3" durationUnit="min" startDate="2024-05-01 08:00:00 +0200"/></HealthData>`
  ),
  hevy: encode(
    `title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps\n"Push, hard","3 Jun 2025, 19:56","3 Jun 2025, 20:58",Squat,0,normal,100,5\n`
  ),
  strong: encode(
    `Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps\n2019-01-11 12:31:54;"Leg";Squat;1;20,5;kg;5\n`
  ),
  "free-exercise-db": encode(
    `[{"id":"a","name":"a","primaryMuscles":["x"],"secondaryMuscles":[],"instructions":[],"mechanic":null,"equipment":null}]`
  )
};

test.each(Object.keys(SAMPLES))(
  "%s throws nothing at files with bytes flipped, cut or doubled, and gives whole tables or says why not",
  async (name) => {
    const connector = CONNECTORS.find((one) => one.name === name)!;
    const random = new Random(name);
    for (let i = 0; i < MUTATIONS; ++i) {
      const {tables, problems} = await readWith(connector, mutate(SAMPLES[name]!, random));
      expect(tables.length + problems.length).toBeGreaterThan(0);
      for (const table of tables) expect(findFault(table)).toBeUndefined();
    }
  }
);

function mutate(sample: Uint8Array, random: Random): Uint8Array {
  const place = (): number => random.integer(0, sample.length - 1);
  const [start, end] = [place(), place()].sort((a, b) => a - b) as [number, number];
  switch (random.pick(["flip", "cut", "double"] as const)) {
    case "flip": {
      const flipped = sample.slice();
      for (let k = random.integer(1, 8); k > 0; --k) flipped[place()] = random.integer(0, 255);
      return flipped;
    }
    case "cut":
      return sample.slice(0, start);
    case "double":
      return Uint8Array.from([...sample.subarray(0, end), ...sample.subarray(start)]);
  }
}

/** What no table may have: columns of unlike length, and values that no engine takes. */
function findFault({name, columns}: DataTable): string | undefined {
  const length = columns[0]?.values.length;
  for (const column of columns) {
    if (column.values.length !== length) return `${name}.${column.name} is ragged`;
    const isOdd = (value: unknown): boolean =>
      value === undefined ||
      (typeof value === "number" && !Number.isFinite(value)) ||
      (value instanceof Date && Number.isNaN(value.getTime()));
    if (column.values.some(isOdd)) return `${name}.${column.name} has a value that is none`;
  }
  return undefined;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
