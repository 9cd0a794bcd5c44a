import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";
import {fit} from "../../src/formats/fit.ts";
import {
  ACTIVITY,
  Byte,
  Enum,
  FIELD_DESCRIPTION,
  LAP,
  MONITORING,
  MONITORING_INFO,
  RECORD,
  SESSION,
  Sint32,
  Uint16,
  Uint32,
  Uint8,
  WEIGHT_SCALE,
  at,
  concat,
  degrees,
  fileId,
  record,
  text,
  toFit,
  total
} from "./fit-file.ts";
import type {FitField} from "./fit-file.ts";
import {read, toColumns} from "./read.ts";

const START = "2024-05-01T06:00:00Z";
const place: FitField[] = [
  [0, Sint32, degrees(52.5)],
  [1, Sint32, degrees(13.4)]
];
const RIDE = toFit([
  fileId(4),
  record(START, 100, ...place, [2, Uint16, (35 + 500) * 5], [5, Uint32, 0], [6, Uint16, 0]),
  record("2024-05-01T06:00:10Z", 120, ...place, [5, Uint32, 5000], [6, Uint16, 5000]),
  record("2024-05-01T06:00:10Z", 121, ...place, [5, Uint32, 5001], [6, Uint16, 5000]),
  record("2024-05-01T06:01:00Z", 0, ...place, [5, Uint32, 30000], [6, Uint16, 5000]),
  total(LAP, START, 30, 150),
  total(LAP, "2024-05-01T06:00:30Z", 30, 150),
  total(SESSION, START, 60, 300, [5, Enum, 2], [16, Uint8, 118], [22, Uint16, 12]),
  [
    ACTIVITY,
    [
      [253, Uint32, at("2024-05-01T06:01:00Z")],
      [5, Uint32, at("2024-05-01T08:01:00Z")]
    ]
  ]
]);

const column = (reading: Awaited<ReturnType<typeof read>>, table: string, name: string) =>
  toColumns(reading.tables.find((one) => one.name === table))[name]?.[1];

test("fit reads an activity, its laps and its records, joined by activity and lap", async () => {
  const reading = await read(fit, RIDE);
  const [activities, laps, records] = reading.tables.map(toColumns);
  expect(reading.problems).toEqual([]);
  expect(reading.tables.map(({name, key}) => [name, key])).toEqual([
    ["activities", ["activity_id"]],
    ["laps", ["activity_id", "lap"]],
    ["records", ["activity_id", "time", "time_index"]]
  ]);
  expect(activities).toMatchObject({
    activity_id: ["VARCHAR", ["2024-05-01T06:00:00Z"]],
    start_time: ["TIMESTAMPTZ", [new Date(START)]],
    utc_offset_minutes: ["BIGINT", [120]],
    sport: ["VARCHAR", ["cycling"]],
    duration_s: ["DOUBLE", [60]],
    distance_m: ["DOUBLE", [300]],
    ascent_m: ["DOUBLE", [12]],
    avg_heart_rate: ["DOUBLE", [118]],
    max_heart_rate: ["BIGINT", [121]],
    device: ["VARCHAR", ["garmin Edge 500"]],
    source_format: ["VARCHAR", ["fit"]],
    indoor: ["BOOLEAN", [false]]
  });
  expect(laps).toMatchObject({lap: ["BIGINT", [1, 2]], distance_m: ["DOUBLE", [150, 150]]});
  expect(records).toMatchObject({
    lap: ["BIGINT", [1, 1, 1, 2]],
    time_index: ["BIGINT", [0, 0, 1, 0]],
    altitude_m: ["DOUBLE", [35, null, null, null]],
    distance_m: ["DOUBLE", [0, 50, 50.01, 300]],
    speed_mps: ["DOUBLE", [0, 5, 5, 5]],
    heart_rate: ["BIGINT", [100, 120, 121, null]]
  });
  expect(records!.latitude![1][0]).toBeCloseTo(52.5, 6);
});

test("fit is known by its content, whatever the file is called", () => {
  expect(detectFormat("ride.bin", RIDE)).toBe(fit);
  expect(detectFormat("ride.fit", RIDE)).toBe(fit);
});

test("fit gives the same columns for a workout indoors, and says that it is one", async () => {
  const indoors = await read(
    fit,
    toFit([fileId(4), record(START, 100), total(SESSION, START, 60, 0)])
  );
  const outdoors = await read(fit, RIDE);
  const names = ({tables}: typeof indoors) =>
    tables.map(({columns}) => columns.map(({name, type}) => [name, type]));
  expect(names(indoors)).toEqual(names(outdoors));
  expect(column(indoors, "activities", "indoor")).toEqual([true]);
});

test("fit takes each session of a multisport file for an activity, with its own laps and records", async () => {
  const second = "2024-05-01T06:10:00Z";
  const reading = await read(
    fit,
    toFit([
      fileId(4),
      record(START, 100),
      record(second, 140),
      total(LAP, START, 60, 100),
      total(LAP, second, 60, 400),
      total(SESSION, START, 60, 100, [5, Enum, 5]),
      total(SESSION, second, 60, 400, [5, Enum, 2])
    ])
  );
  const ids = ["2024-05-01T06:00:00Z", "2024-05-01T06:10:00Z"];
  expect(column(reading, "activities", "sport")).toEqual(["swimming", "cycling"]);
  expect(column(reading, "laps", "activity_id")).toEqual(ids);
  expect(column(reading, "laps", "lap")).toEqual([1, 1]);
  expect(column(reading, "records", "activity_id")).toEqual(ids);
});

test("fit makes an activity of records whose session is missing", async () => {
  const reading = await read(
    fit,
    toFit([fileId(4), record(START, 100), record("2024-05-01T06:02:00Z", 140)])
  );
  expect(column(reading, "activities", "start_time")).toEqual([new Date(START)]);
  expect(column(reading, "activities", "elapsed_s")).toEqual([120]);
  expect(column(reading, "activities", "avg_heart_rate")).toEqual([120]);
});

test("fit unpacks speed and distance out of three bytes, over the end of their count", async () => {
  const packed = (...bytes: number[]): FitField => [8, Byte, new Uint8Array(bytes)];
  const reading = await read(
    fit,
    toFit([
      fileId(4),
      record("2024-05-01T06:00:00Z", 90, packed(98, 1, 0)),
      record("2024-05-01T06:00:05Z", 90, packed(178, 160, 255)),
      record("2024-05-01T06:00:10Z", 90, packed(182, 0, 9)),
      record("2024-05-01T06:00:15Z", 90, packed(255, 255, 255))
    ])
  );
  expect(column(reading, "records", "speed_mps")).toEqual([3.54, 1.78, 1.82, null]);
  expect(column(reading, "records", "distance_m")).toEqual([0, 255.625, 265, null]);
});

test("fit keeps fields that apps on the device made up, with their units", async () => {
  const definition: FitField[] = [
    [0, Uint8, 0],
    [1, Uint8, 0],
    [2, Uint8, 1],
    text(3, "doughnuts"),
    text(8, "pieces")
  ];
  const plain = toFit([fileId(4), [FIELD_DESCRIPTION, definition]]);
  const reading = await read(fit, withDeveloperRecord(plain, at(START), 3));
  expect(toColumns(reading.tables.find(({name}) => name === "developer_fields"))).toEqual({
    activity_id: ["VARCHAR", ["2024-05-01T06:00:00Z"]],
    time: ["TIMESTAMPTZ", [new Date(START)]],
    field: ["VARCHAR", ["doughnuts"]],
    unit: ["VARCHAR", ["pieces"]],
    value: ["DOUBLE", [3]],
    value_text: ["VARCHAR", [null]]
  });
});

test("fit reads a scale's weights, and monitoring with times of 16 bits", async () => {
  const weights = await read(
    fit,
    toFit([
      fileId(9),
      [
        WEIGHT_SCALE,
        [
          [253, Uint32, at(START)],
          [0, Uint16, 7580],
          [1, Uint16, 2230]
        ]
      ]
    ])
  );
  expect(toColumns(weights.tables[0])).toMatchObject({
    time: ["TIMESTAMPTZ", [new Date(START)]],
    weight_kg: ["DOUBLE", [75.8]],
    percent_fat: ["DOUBLE", [22.3]]
  });
  const low = (at(START) + 90) % 0x10000;
  const day = await read(
    fit,
    toFit([
      fileId(32),
      [MONITORING_INFO, [[253, Uint32, at(START)]]],
      [
        MONITORING,
        [
          [26, Uint16, low],
          [27, Uint8, 61]
        ]
      ]
    ])
  );
  expect(day.tables.map(({name}) => name)).toEqual(["monitoring"]);
  expect(column(day, "monitoring", "time")).toEqual([new Date("2024-05-01T06:01:30Z")]);
  expect(column(day, "monitoring", "heart_rate")).toEqual([61]);
});

test("fit says what a file without anything to read is", async () => {
  const {tables, problems} = await read(fit, toFit([fileId(2)]));
  expect(tables).toEqual([]);
  expect(problems.map(({what}) => what)).toEqual([
    "nothing to read in 1 FIT file of the type settings"
  ]);
});

test("fit reads files that stand one after the other, and says what follows them", async () => {
  const other = toFit([fileId(4), record("2024-06-01T06:00:00Z", 99)]);
  const reading = await read(fit, concat(RIDE, other, new Uint8Array([1, 2, 3])));
  expect(column(reading, "activities", "activity_id")).toEqual([
    "2024-05-01T06:00:00Z",
    "2024-06-01T06:00:00Z"
  ]);
  expect(reading.problems).toEqual([
    {
      file: "a.fit",
      where: `byte ${RIDE.length + other.length}`,
      what: "3 bytes left out: no FIT file"
    }
  ]);
});

test("fit reads a file whose check sum does not agree, and says so", async () => {
  const broken = RIDE.slice();
  broken[broken.length - 1]! ^= 0xff;
  const reading = await read(fit, broken);
  expect(column(reading, "records", "lap")).toHaveLength(4);
  expect(reading.problems[0]!.what).toMatch(/^check sum does not agree/);
});

test("fit gives what stands before the place where a file breaks off", async () => {
  for (const broken of [RIDE.subarray(0, RIDE.length - 60), breakAt(RIDE, RIDE.length - 60)]) {
    const reading = await read(fit, broken);
    expect(column(reading, "records", "heart_rate")!.slice(0, 4)).toEqual([100, 120, 121, null]);
    expect(reading.problems[0]!.what).toMatch(/broken off at byte \d+|check sum/);
  }
});

test("fit refuses what is none, with words", async () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(40), RIDE.subarray(0, 14)]) {
    const {tables, problems} = await read(fit, bytes);
    expect(tables).toEqual([]);
    expect(problems).toHaveLength(1);
  }
});

/** A file with one more record, which has a developer field; the library's encoder writes none. */
function withDeveloperRecord(file: Uint8Array, time: number, value: number): Uint8Array {
  const definition = [0x61, 0, 0, RECORD, 0, 1, 253, 4, Uint32, 1, 0, 1, 0];
  const message = [0x01, ...new Uint8Array(new Uint32Array([time]).buffer), value];
  const data = concat(file.subarray(0, -2), new Uint8Array([...definition, ...message, 0, 0]));
  new DataView(data.buffer).setUint32(4, data.length - 14 - 2, true);
  return data;
}

/** The same bytes with a message header in the middle that nothing defines. */
function breakAt(file: Uint8Array, offset: number): Uint8Array {
  const broken = file.slice();
  broken.fill(0x3f, offset);
  return broken;
}
