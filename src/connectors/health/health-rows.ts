import type {XmlAttributes} from "../../formats/xml-walk.ts";
import type {Moment} from "../kit/kit.ts";
import {toKilocalories, toMetres, toNumber, toUtc} from "../kit/kit.ts";

/** What all samples of Apple Health have. */
export interface HealthSample {
  /** Without Apple's prefix: `HeartRate`, `SleepAnalysis`. */
  readonly type: string;
  readonly source: string;
  readonly sourceVersion: string | null;
  readonly device: string | null;
  readonly start: Moment | null;
  readonly end: Moment | null;
  readonly created: Moment | null;
}

export interface HealthRecord extends HealthSample {
  readonly unit: string | null;
  readonly value: number | null;
  /** What is no number, without Apple's prefix. */
  readonly valueText: string | null;
}

export interface HealthWorkout extends HealthSample {
  readonly durationS: number | null;
  distanceM: number | null;
  energyKcal: number | null;
  averageHeartRate: number | null;
  maximumHeartRate: number | null;
  indoor: boolean | null;
  timeZone: string | null;
  /** The GPX file of its route in the same export. */
  route: string | null;
}

const TYPE_PREFIX =
  /^HK(?:Quantity|Category|Data|Correlation|)TypeIdentifier|^HKDataType|^HKWorkoutActivityType/;
const VALUE_PREFIX = /^HKCategoryValue/;
const SECONDS: Readonly<Record<string, number>> = {s: 1, sec: 1, min: 60, hr: 3600};

/** Types, devices and times come some hundred thousand times: what was made of a text is kept for the next one. */
function remember<T>(make: (text: string) => T, limit: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = make(text);
      if (known.size >= limit) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

const MAX_NAMES = 10_000;
const toTypeName = remember((type) => type.replace(TYPE_PREFIX, ""), MAX_NAMES);
/** `<<HKDevice: 0x28>, name:Apple Watch, …>`: the device's name; another text as it stands. */
const toDevice = remember((text) => /\bname:([^,>]+)/.exec(text)?.[1]?.trim() ?? text, MAX_NAMES);
/** The three times of a sample are often one, and the next sample begins where it ends. */
const toMoment = remember(toUtc, 8);

function toSample(attributes: XmlAttributes, type: string): HealthSample {
  const device = attributes.get("device");
  return {
    type: toTypeName(type),
    source: attributes.get("sourceName") ?? "",
    sourceVersion: attributes.get("sourceVersion") ?? null,
    device: device === undefined ? null : toDevice(device),
    start: toMoment(attributes.get("startDate") ?? ""),
    end: toMoment(attributes.get("endDate") ?? ""),
    created: toMoment(attributes.get("creationDate") ?? "")
  };
}

export function toHealthRecord(attributes: XmlAttributes): HealthRecord {
  const text = attributes.get("value") ?? "";
  // Apple writes numbers as programs read them
  const value = text === "" ? NaN : Number(text);
  return Object.assign(toSample(attributes, attributes.get("type") ?? ""), {
    unit: attributes.get("unit") ?? null,
    value: Number.isNaN(value) ? null : value,
    valueText: Number.isNaN(value) && text !== "" ? text.replace(VALUE_PREFIX, "") : null
  });
}

export function toHealthWorkout(attributes: XmlAttributes): HealthWorkout {
  const number = (name: string): number | null => toNumber(attributes.get(name) ?? "", ".");
  const unit = (name: string): string => attributes.get(name) ?? "";
  const [duration, perUnit] = [number("duration"), SECONDS[unit("durationUnit")]];
  return {
    ...toSample(attributes, attributes.get("workoutActivityType") ?? ""),
    durationS: duration === null || perUnit === undefined ? null : duration * perUnit,
    distanceM: toMetres(number("totalDistance"), unit("totalDistanceUnit")),
    energyKcal: toKilocalories(number("totalEnergyBurned"), unit("totalEnergyBurnedUnit")),
    averageHeartRate: null,
    maximumHeartRate: null,
    indoor: null,
    timeZone: null,
    route: null
  };
}

/** Takes over what newer exports write beside a workout instead of in it. */
export function addStatistics(workout: HealthWorkout, attributes: XmlAttributes): void {
  const type = toTypeName(attributes.get("type") ?? "");
  const unit = attributes.get("unit") ?? "";
  const number = (name: string): number | null => toNumber(attributes.get(name) ?? "", ".");
  if (type === "HeartRate") {
    workout.averageHeartRate = number("average");
    workout.maximumHeartRate = number("maximum");
  } else if (type === "ActiveEnergyBurned")
    workout.energyKcal ??= toKilocalories(number("sum"), unit);
  else if (type.startsWith("Distance")) workout.distanceM ??= toMetres(number("sum"), unit);
}

export function addMetadata(workout: HealthWorkout, attributes: XmlAttributes): void {
  const value = attributes.get("value") ?? "";
  if (attributes.get("key") === "HKIndoorWorkout") workout.indoor = value === "1";
  else if (attributes.get("key") === "HKTimeZone") workout.timeZone = value;
}
