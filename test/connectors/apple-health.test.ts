import {expect, test} from "vitest";
import {appleHealth} from "../../src/connectors/health/apple-health.ts";
import {readWith, recognise, toRows} from "./collect.ts";

const DTD = `<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13; Apple's own > "words" -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
]>`;
const sample = (type: string, value: string, more = "") =>
  `<Record type="${type}" sourceName="Watch" sourceVersion="9" device="&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch, model:Watch&gt;" creationDate="2024-05-01 08:01:00 +0200" startDate="2024-05-01 08:00:00 +0200" endDate="2024-05-01 08:00:30 +0200" value="${value}"${more}/>`;
const wrap = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
${DTD}
<HealthData locale="en_GB"><ExportDate value="2024-06-01 07:00:00 +0200"/><Me HKCharacteristicTypeIdentifierBloodType="x"/>
${content}
</HealthData>`;
const table = (reading: Awaited<ReturnType<typeof readWith>>, name: string) =>
  toRows(reading.tables.find((one) => one.name === name));

const HEART_RATE = sample("HKQuantityTypeIdentifierHeartRate", "72.5", ' unit="count/min"');
const SLEEP = (stage: string) =>
  sample("HKCategoryTypeIdentifierSleepAnalysis", `HKCategoryValueSleepAnalysis${stage}`);

test("apple-health reads samples in UTC, with the offset that the clock had", async () => {
  const reading = await readWith(appleHealth, wrap(HEART_RATE));
  expect(reading.problems).toEqual([]);
  expect(reading.tables[0]!.key).toEqual([
    "type",
    "source_name",
    "start_time",
    "end_time",
    "value"
  ]);
  expect(table(reading, "health_records")).toEqual([
    {
      type: "HeartRate",
      value: 72.5,
      value_text: null,
      unit: "count/min",
      start_time: new Date("2024-05-01T06:00:00Z"),
      end_time: new Date("2024-05-01T06:00:30Z"),
      utc_offset_minutes: 120,
      created: new Date("2024-05-01T06:01:00Z"),
      source_name: "Watch",
      source_version: "9",
      device: "Apple Watch"
    }
  ]);
  expect(reading.details).toMatchObject({
    about: {locale: "en_GB", exported: "2024-06-01 07:00:00 +0200"}
  });
});

test("apple-health gives sleep a table by stages", async () => {
  const stages = ["InBed", "AsleepCore", "AsleepDeep", "AsleepREM", "AsleepUnspecified", "Awake"];
  const reading = await readWith(appleHealth, wrap(stages.map(SLEEP).join("\n")));
  expect(table(reading, "health_sleep").map(({stage}) => stage)).toEqual([
    "in_bed",
    "core",
    "deep",
    "rem",
    "asleep",
    "awake"
  ]);
  expect(table(reading, "health_sleep")[0]!.duration_s).toBe(30);
  expect(table(reading, "health_records")[1]).toMatchObject({
    type: "SleepAnalysis",
    value: null,
    value_text: "SleepAnalysisAsleepCore"
  });
});

test("apple-health reads workouts of older exports, which say their totals themselves", async () => {
  const reading = await readWith(
    appleHealth,
    wrap(`<Workout workoutActivityType="HKWorkoutActivityTypeTraditionalStrengthTraining" duration="30.5" durationUnit="min" totalDistance="2" totalDistanceUnit="mi" totalEnergyBurned="418.4" totalEnergyBurnedUnit="kJ" sourceName="Watch" startDate="2024-05-01 08:00:00 +0200" endDate="2024-05-01 08:30:30 +0200">
<MetadataEntry key="HKTimeZone" value="Europe/Berlin"/><MetadataEntry key="HKIndoorWorkout" value="1"/></Workout>`)
  );
  expect(table(reading, "health_workouts")).toMatchObject([
    {
      sport: "traditional_strength_training",
      duration_s: 1830,
      distance_m: 3218.688,
      energy_kcal: 100,
      indoor: true,
      time_zone: "Europe/Berlin",
      utc_offset_minutes: 120
    }
  ]);
});

test("apple-health reads workouts of newer exports, whose totals stand beside", async () => {
  const reading = await readWith(
    appleHealth,
    wrap(`<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" sourceName="Watch" startDate="2024-05-01 08:00:00 +0200" endDate="2024-05-01 08:30:00 +0200">
<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="150.5" minimum="90" maximum="171" unit="count/min"/>
<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.1" unit="km"/>
<WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="320" unit="kcal"/>
<WorkoutRoute sourceName="Watch"><FileReference path="/workout-routes/route_1.gpx"/></WorkoutRoute></Workout>`)
  );
  expect(table(reading, "health_workouts")).toMatchObject([
    {
      sport: "running",
      distance_m: 5100,
      energy_kcal: 320,
      avg_heart_rate: 150.5,
      max_heart_rate: 171,
      route_file: "/workout-routes/route_1.gpx"
    }
  ]);
});

test("apple-health reads the rings of a day", async () => {
  const reading = await readWith(
    appleHealth,
    wrap(
      `<ActivitySummary dateComponents="2024-05-01" activeEnergyBurned="590.2" activeEnergyBurnedGoal="630" activeEnergyBurnedUnit="kcal" appleExerciseTime="68" appleExerciseTimeGoal="30" appleStandHours="13" appleStandHoursGoal="12"/>`
    )
  );
  expect(table(reading, "health_activity_summaries")).toMatchObject([
    {date: new Date("2024-05-01T00:00:00Z"), active_energy: 590.2, exercise_min: 68, stand_h: 13}
  ]);
});

test("apple-health counts what stands in a correlation once", async () => {
  const pressure = sample("HKQuantityTypeIdentifierBloodPressureSystolic", "120");
  const reading = await readWith(
    appleHealth,
    wrap(`<Correlation type="x" sourceName="Watch">${pressure}</Correlation>${pressure}`)
  );
  expect(table(reading, "health_records")).toHaveLength(1);
});

test("apple-health hands rows over while it reads, and loses none at the borders of batches", async () => {
  const many = 25_001;
  const reading = await readWith(appleHealth, wrap(`${HEART_RATE}\n`.repeat(many)));
  expect(table(reading, "health_records")).toHaveLength(many);
});

test("apple-health gives what stands before the place where a file breaks off", async () => {
  const cut = wrap(`${HEART_RATE}\n${HEART_RATE}`).slice(0, -20);
  const reading = await readWith(appleHealth, cut);
  expect(table(reading, "health_records").length).toBeGreaterThan(0);
  expect(reading.problems[0]!.what).toMatch(/^broken off, what stands before is read/);
  const nothing = await readWith(appleHealth, "<HealthData><Record");
  expect(nothing).toMatchObject({tables: []});
  expect(nothing.problems[0]!.what).toMatch(/^no XML/);
});

test("apple-health expands no entity", async () => {
  const bomb = wrap(sample("x", "&lol;")).replace("<!ELEMENT", '<!ENTITY lol "lol">\n<!ELEMENT');
  const {tables, problems} = await readWith(appleHealth, bomb);
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toMatch(/entity refused: &lol;/);
});

test("apple-health is known by its root, whatever the file is called", () => {
  expect(recognise(wrap(HEART_RATE), "x.xml")).toBe("apple-health");
  expect(recognise('<HealthData locale="en"></HealthData>', "x.xml")).toBe("apple-health");
  expect(recognise("<Data><HealthDataSet/></Data>", "export.xml")).toBeNull();
});
