import type {SchemaElement} from "hyparquet";
import {parquetWriteBuffer} from "hyparquet-writer";
import type {Random} from "../../lib/random.ts";
import {listDays, toDate, winterOf} from "./calendar.ts";
import type {SampleFile} from "./file.ts";

export interface Weather {
  day: number;
  /** Degrees Celsius. */
  low: number;
  high: number;
  /** Millimetres. */
  rain: number;
  /** Per cent. */
  humidity: number;
  /** Kilometres an hour. */
  wind: number;
  /** Hours. */
  sun: number;
  sky: string;
}

const PERSISTENCE = 0.72;

/** A column: its name, its type in the Parquet schema, and how a day fills it. */
type Column = [name: string, type: Partial<SchemaElement>, read: (day: Weather) => unknown];

const DOUBLE: Partial<SchemaElement> = {type: "DOUBLE"};

const COLUMNS: readonly Column[] = [
  ["date", {type: "INT32", converted_type: "DATE"}, ({day}) => toDate(day)],
  ["temp_min_c", DOUBLE, ({low}) => low],
  ["temp_max_c", DOUBLE, ({high}) => high],
  ["precipitation_mm", DOUBLE, ({rain}) => rain],
  ["humidity_pct", {type: "INT32"}, ({humidity}) => humidity],
  ["wind_kmh", DOUBLE, ({wind}) => wind],
  ["sunshine_h", DOUBLE, ({sun}) => sun],
  ["sky", {type: "BYTE_ARRAY", converted_type: "UTF8"}, ({sky}) => sky]
];

/** Three years of daily weather of the sample town: wet winters, dry summers, days that take after the last. */
export function weather(random: Random): SampleFile[] {
  const days = createWeather(random);
  const bytes = parquetWriteBuffer({
    columnData: COLUMNS.map(([name, , read]) => ({name, data: days.map(read)})),
    schema: [
      {name: "weather", num_children: COLUMNS.length},
      ...COLUMNS.map(([name, type]) => ({...type, name, repetition_type: "REQUIRED" as const}))
    ]
  });
  return [{path: "weather/daily.parquet", bytes: new Uint8Array(bytes)}];
}

/** Every day from 2023 to 2025. */
export function createWeather(root: Random): readonly Weather[] {
  const random = root.fork("weather");
  let warmth = 0;
  let wetness = 0;
  return listDays("2023-01-01", "2025-12-31").map((day) => {
    const winter = winterOf(day);
    warmth = PERSISTENCE * warmth + random.normal(0, 2.1);
    wetness = PERSISTENCE * wetness + random.normal(0, 0.55);
    const isWet = wetness + 1.1 * (winter - 0.55) > 0.1;
    const rain = isWet ? 2 + 7 * random.next() ** 2 + 3 * Math.max(0, wetness) : 0;
    const high = 28 - 20 * winter + warmth - (isWet ? 2.5 : 0);
    const low = high - (isWet ? 5 : 11) + random.normal(0, 1.2);
    return {
      day,
      low: round(low),
      high: round(high),
      rain: round(rain),
      humidity: Math.round(
        Math.min(100, 55 + 20 * winter + (isWet ? 18 : 0) + random.normal(0, 5))
      ),
      wind: round(Math.max(0.5, random.normal(9 + 5 * winter, 4))),
      sun: round(Math.max(0, (isWet ? 2 : 9) - 3 * winter + random.normal(0, 1.2))),
      sky: nameSky(rain, high, wetness)
    };
  });
}

function nameSky(rain: number, high: number, wetness: number): string {
  if (rain > 0) return high < 2 ? "snow" : rain > 9 ? "heavy rain" : "rain";
  return wetness > -0.3 ? "cloudy" : "clear";
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
