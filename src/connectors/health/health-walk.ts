import type {XmlAttributes, XmlHandler} from "../../formats/xml-walk.ts";
import type {TableSink} from "../../model/table.ts";
import {RowBatch} from "./batch.ts";
import type {HealthRecord, HealthWorkout} from "./health-rows.ts";
import {addMetadata, addStatistics, toHealthRecord, toHealthWorkout} from "./health-rows.ts";
import {
  HEALTH_KEYS,
  RECORD_FIELDS,
  SLEEP_FIELDS,
  SUMMARY_FIELDS,
  WORKOUT_FIELDS
} from "./health-tables.ts";

/** Hears of the elements of an export, and keeps their rows until they are written. */
export class HealthWalk implements XmlHandler {
  readonly about: Record<string, string> = {};
  /** Records without a time that can be read. */
  undated = 0;
  readonly #records = new RowBatch<HealthRecord>(
    "health_records",
    RECORD_FIELDS,
    HEALTH_KEYS.health_records
  );
  readonly #sleep = new RowBatch<HealthRecord>(
    "health_sleep",
    SLEEP_FIELDS,
    HEALTH_KEYS.health_sleep
  );
  readonly #workouts = new RowBatch<HealthWorkout>(
    "health_workouts",
    WORKOUT_FIELDS,
    HEALTH_KEYS.health_workouts
  );
  readonly #summaries = new RowBatch<XmlAttributes>(
    "health_activity_summaries",
    SUMMARY_FIELDS,
    HEALTH_KEYS.health_activity_summaries
  );
  #workout: HealthWorkout | null = null;
  #isInCorrelation = false;

  /** How many rows there have been. */
  get count(): number {
    return this.#batches.reduce((sum, {count}) => sum + count, 0);
  }

  get #batches(): readonly Pick<RowBatch<unknown>, "count" | "write">[] {
    return [this.#records, this.#sleep, this.#workouts, this.#summaries];
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "Record":
        // what stands in a correlation, such as a blood pressure, stands outside of it once more
        if (!this.#isInCorrelation) this.#addRecord(toHealthRecord(attributes));
        break;
      case "Workout":
        this.#workout = toHealthWorkout(attributes);
        break;
      case "WorkoutStatistics":
        if (this.#workout) addStatistics(this.#workout, attributes);
        break;
      case "MetadataEntry":
        if (this.#workout) addMetadata(this.#workout, attributes);
        break;
      case "FileReference":
        if (this.#workout) this.#workout.route = attributes.get("path") ?? null;
        break;
      case "ActivitySummary":
        this.#summaries.add(attributes);
        break;
      case "Correlation":
        this.#isInCorrelation = true;
        break;
      case "HealthData":
        this.about.locale = attributes.get("locale") ?? "";
        break;
      case "ExportDate":
        this.about.exported = attributes.get("value") ?? "";
    }
  }

  /** The export says everything in attributes. */
  text(): void {}

  close(name: string): void {
    if (name === "Correlation") this.#isInCorrelation = false;
    else if (name === "Workout" && this.#workout) {
      this.#workouts.add(this.#workout);
      this.#workout = null;
    }
  }

  /** Writes what has gathered; `isLast` at the end of the file. */
  async write(sink: TableSink, isLast: boolean): Promise<void> {
    for (const batch of this.#batches) await batch.write(sink, isLast);
  }

  #addRecord(record: HealthRecord): void {
    if (record.start === null) ++this.undated;
    this.#records.add(record);
    if (record.type === "SleepAnalysis") this.#sleep.add(record);
  }
}
