import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {fitFiles, gpxFiles, tcxFiles} from "../../../src/connectors/training/training.ts";
import type {Connector} from "../../../src/model/format.ts";
import {openNativeLake} from "../../../src/lake/native-lake.ts";
import {compileLake} from "../../../src/workspace/compile.ts";
import {
  SESSION,
  Sint32,
  Uint32,
  degrees,
  fileId,
  record,
  toFit,
  total
} from "../../formats/fit-file.ts";
import {knownBy, readWith, recognise} from "../collect.ts";

const place = [
  [0, Sint32, degrees(52.5)],
  [1, Sint32, degrees(13.4)]
] as const;
const FIT = toFit([
  fileId(4),
  record("2024-05-01T06:00:00Z", 100, ...place, [5, Uint32, 0]),
  record("2024-05-01T06:01:00Z", 140, ...place, [5, Uint32, 30_000]),
  total(SESSION, "2024-05-01T06:00:00Z", 60, 300)
]);
const point = (time: string, rate: number) =>
  `<Trackpoint><Time>${time}</Time><HeartRateBpm><Value>${rate}</Value></HeartRateBpm></Trackpoint>`;
const TCX = `<TrainingCenterDatabase><Activities><Activity Sport="Biking"><Id>2024-05-01T06:00:00.000Z</Id>
<Lap StartTime="2024-05-01T06:00:00.000Z"><TotalTimeSeconds>60</TotalTimeSeconds><Track>
${point("2024-05-01T06:00:00.000Z", 100)}${point("2024-05-01T06:01:00.000Z", 140)}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
const GPX = `<gpx><trk><trkseg><trkpt lat="52.5" lon="13.4"><time>2024-05-01T06:00:00Z</time></trkpt>
<trkpt lat="52.5" lon="13.41"><time>2024-05-01T06:01:00Z</time></trkpt></trkseg></trk></gpx>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lakebook-training-"));
});
afterAll(() => rm(folder, {recursive: true}));

test("training files are known by their content, each by one connector", () => {
  expect([FIT, TCX, GPX].map((content) => recognise(content))).toEqual(["fit", "tcx", "gpx"]);
  expect([TCX, GPX].map((content) => knownBy(content))).toEqual([["tcx"], ["gpx"]]);
});

test("training files give tables that their connectors name, with the keys that they say", async () => {
  for (const [connector, content] of [
    [fitFiles, FIT],
    [tcxFiles, TCX],
    [gpxFiles, GPX]
  ] as const) {
    const {tables} = await readWith(connector, content);
    for (const {name, key} of tables)
      expect(connector.tables.find((table) => table.name === name)?.key).toEqual(key);
  }
});

test("training files have the same columns in all formats", async () => {
  const shapeOf = async (connector: Connector, content: string | Uint8Array) =>
    (await readWith(connector, content)).tables.map(({name, columns}) => [
      name,
      columns.map(({name, type}) => [name, type])
    ]);
  const shape = await shapeOf(fitFiles, FIT);
  expect(await shapeOf(tcxFiles, TCX)).toEqual(shape);
  expect(await shapeOf(gpxFiles, GPX)).toEqual(shape);
});

test("one ride in three formats is one activity of the lake, and its records stand there once", async () => {
  const raw = join(folder, "raw");
  await mkdir(join(raw, "garmin"), {recursive: true});
  await mkdir(join(raw, "strava"), {recursive: true});
  await writeFile(join(raw, "garmin/ride.fit"), FIT);
  await writeFile(join(raw, "garmin/ride.tcx"), TCX);
  await writeFile(join(raw, "strava/ride.gpx"), GPX);
  const out = join(folder, "lake.duckdb");
  const {problems} = await compileLake({raw, out, connectors: join(folder, "none")});
  expect(problems).toEqual([]);
  const lake = await openNativeLake({file: out});
  try {
    const activities = await lake.query("SELECT activity_id FROM lake.activities");
    expect(activities.toArray()).toEqual([{activity_id: "2024-05-01T06:00:00Z"}]);
    const records = await lake.query("SELECT time FROM lake.records ORDER BY time");
    expect(records.column("time")).toEqual([
      new Date("2024-05-01T06:00:00Z"),
      new Date("2024-05-01T06:01:00Z")
    ]);
  } finally {
    await lake.close();
  }
});
