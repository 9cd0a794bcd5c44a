import {decodeXml} from "../../formats/xml-decode.ts";
import {XmlError, createXmlWalker} from "../../formats/xml-walk.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Connector, ReadContext} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {ReadingNotes, TableSink} from "../../model/table.ts";
import {HEALTH_KEYS} from "./health-tables.ts";
import {HealthWalk} from "./health-walk.ts";

/** The file `export.xml` of Apple Health, of any size, read in pieces. */
export const appleHealth: Connector = {
  name: "apple-health",
  label: "Apple Health",
  extensions: [],
  formats: ["xml"],
  recognise: ({text}) => /<(?:!DOCTYPE\s+)?HealthData[\s>]/.test(text),
  tables: [
    {
      name: "health_records",
      what: "One sample: a heart rate, steps between two times, a weight. What is no number stands in `value_text`.",
      key: HEALTH_KEYS.health_records
    },
    {
      name: "health_sleep",
      what: "One stretch of sleep, by stage: in_bed, asleep, core, deep, rem, awake.",
      key: HEALTH_KEYS.health_sleep
    },
    {name: "health_workouts", what: "One workout.", key: HEALTH_KEYS.health_workouts},
    {
      name: "health_activity_summaries",
      what: "One day's rings: energy, exercise, standing, and their goals.",
      key: HEALTH_KEYS.health_activity_summaries
    }
  ],
  help: `1. On the iPhone open *Health*, tap your picture at the top right, and at the bottom *Export All Health Data*. It takes some minutes.
2. Send \`export.zip\` to your computer (AirDrop, or *Save to Files*).
3. Put the ZIP as it is, or \`apple_health_export/export.xml\` out of it, into \`data/raw\`, or drop it on any page. The routes of workouts are GPX files in the folder \`workout-routes\` of the same ZIP.

Each export holds everything: samples that are there already are not added again. Times are UTC, and \`utc_offset_minutes\` says what the clock on the wall was ahead. Samples of two devices at one time are both there: choose one by \`source_name\`.`,
  stream: readHealth
};

async function readHealth(
  source: ByteSource,
  sink: TableSink,
  {path, parse, signal}: ReadContext
): Promise<ReadingNotes> {
  const problems: Problem[] = [];
  const walk = new HealthWalk();
  const walker = createXmlWalker(walk);
  const text = decodeXml(source.stream(), parse?.encoding);
  try {
    for await (const piece of text.pieces) {
      signal?.throwIfAborted();
      walker.write(piece);
      await walk.write(sink, false);
    }
    walker.end();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const what =
      walk.count === 0
        ? `no XML: ${error.message}`
        : `broken off, what stands before is read: ${error.message}`;
    problems.push({file: path, where: error.where, what});
  }
  await walk.write(sink, true);
  if (walk.count === 0 && problems.length === 0)
    problems.push({file: path, where: "", what: "no samples in it"});
  if (walk.undated > 0)
    problems.push({file: path, where: "", what: `${walk.undated} records without a time`});
  return {problems, details: {encoding: text.encoding(), about: walk.about}};
}
