import {execFile} from "node:child_process";
import {createWriteStream} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {promisify} from "node:util";
import type {BenchCase} from "./case.ts";

const MEGABYTE = 1_000_000;
const TARGET_BYTES = 200 * MEGABYTE;
const MAX_RSS_MB = 400;
const RUNNER = new URL("./apple-health-run.ts", import.meta.url).pathname;

interface Run {
  readonly ms: number;
  readonly rssMb: number;
  readonly rows: number;
}

/** An `export.xml` of 200 MB: read in pieces into rows that are thrown away, against saxes alone; in processes of their own. */
export const appleHealthBench: BenchCase = {
  name: "apple-health",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "lakebook-bench-"));
    try {
      const file = join(folder, "export.xml");
      await pipeline(Readable.from(toExport()), createWriteStream(file));
      const ours = await run("ours", file);
      const peer = await run("saxes", file);
      if (ours.rows < 100_000) throw new Error(`rows not read: ${ours.rows}`);
      return [
        {
          what: "200 MB of Apple Health into rows, against saxes alone",
          ours: ours.ms,
          peer: peer.ms,
          unit: "ms",
          goal: 3
        },
        {
          what: "the same: the most memory that was in use, against what it may be",
          ours: ours.rssMb,
          peer: MAX_RSS_MB,
          unit: "MB",
          goal: 1
        }
      ];
    } finally {
      await rm(folder, {recursive: true});
    }
  }
};

async function run(mode: "ours" | "saxes", file: string): Promise<Run> {
  const {stdout} = await promisify(execFile)(process.execPath, [
    "--import",
    "tsx",
    RUNNER,
    mode,
    file
  ]);
  return JSON.parse(stdout) as Run;
}

/** Samples of a watch, some with metadata, and now and then a workout. */
function* toExport(): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
]>
<HealthData locale="en_GB">
 <ExportDate value="2024-06-01 07:00:00 +0200"/>
`;
  const device = `device="&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch, manufacturer:Apple, model:Watch, hardware:Watch6,2, software:10.1&gt;"`;
  let bytes = 0;
  for (let i = 0; bytes < TARGET_BYTES; i += 200) {
    const rows: string[] = [];
    for (let k = i; k < i + 200; ++k) {
      const time = toText(k);
      const common = `sourceName="Ada’s Apple Watch" sourceVersion="10.1" ${device} creationDate="${time}" startDate="${time}" endDate="${time}"`;
      if (k % 20_000 === 0)
        rows.push(
          ` <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" ${common}>\n  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n </Workout>`
        );
      else if (k % 3 === 0)
        rows.push(
          ` <Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" ${common} value="${60 + (k % 80)}">\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="${k % 3}"/>\n </Record>`
        );
      else
        rows.push(
          ` <Record type="HKQuantityTypeIdentifierStepCount" unit="count" ${common} value="${k % 120}"/>`
        );
    }
    const piece = `${rows.join("\n")}\n`;
    bytes += piece.length;
    yield piece;
  }
  yield "</HealthData>\n";
}

function toText(second: number): string {
  const time = new Date(Date.UTC(2020, 0, 1) + second * 7000).toISOString();
  return `${time.slice(0, 10)} ${time.slice(11, 19)} +0200`;
}
