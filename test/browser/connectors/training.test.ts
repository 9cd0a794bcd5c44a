import {expect, test} from "vitest";
import {appleHealth} from "../../../src/connectors/health/apple-health.ts";
import {fitFiles} from "../../../src/connectors/training/training.ts";
import {readWith, toRows} from "../../connectors/collect.ts";
import {SESSION, fileId, record, toFit, total} from "../../formats/fit-file.ts";

test("the browser reads FIT files, whose parser was written for Node", async () => {
  const file = toFit([
    fileId(4),
    record("2024-05-01T06:00:00Z", 100),
    total(SESSION, "2024-05-01T06:00:00Z", 60, 300)
  ]);
  const {tables, problems} = await readWith(fitFiles, file);
  expect(problems).toEqual([]);
  expect(toRows(tables[0])[0]).toMatchObject({
    activity_id: "2024-05-01T06:00:00Z",
    distance_m: 300,
    device: "garmin Edge 500"
  });
});

test("the browser reads Apple Health in pieces", async () => {
  const sample = `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="a" startDate="2024-05-01 08:00:00 +0200" endDate="2024-05-01 08:00:00 +0200" value="7"/>`;
  const {tables} = await readWith(appleHealth, `<HealthData>${sample.repeat(12_000)}</HealthData>`);
  expect(toRows(tables[0])).toHaveLength(12_000);
});
