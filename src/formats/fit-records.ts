import type {FitMessage} from "./fit-messages.ts";
import {toFitNumber, toFitTime} from "./fit-messages.ts";
import type {TrackRecord} from "./training/records.ts";
import {createRecord} from "./training/records.ts";

const DISTANCE_STEPS = 4096;
const DISTANCE_STEPS_PER_METRE = 16;
const SPEED_STEPS_PER_METRE = 100;

/** Hands over the records of a file one by one, each the same object with other values. */
export function readFitRecords(
  messages: readonly FitMessage[],
  onRecord: (record: TrackRecord) => void
): void {
  const toCompressed = createDistanceCounter();
  const record = createRecord();
  for (const message of messages) {
    const compressed = toCompressed(message.compressed_speed_distance);
    record.time = toFitTime(message, "timestamp");
    record.lap = null;
    record.latitude = toFitNumber(message, "position_lat");
    record.longitude = toFitNumber(message, "position_long");
    record.altitude = toFitNumber(message, "altitude", "enhanced_altitude");
    record.distance = toFitNumber(message, "distance") ?? compressed?.distance ?? null;
    // a heart rate of 0 is a strap that lost its contact
    record.heartRate = toFitNumber(message, "heart_rate") || null;
    record.cadence = toFitNumber(message, "cadence");
    record.speed = toFitNumber(message, "speed", "enhanced_speed") ?? compressed?.speed ?? null;
    record.power = toFitNumber(message, "power");
    record.temperature = toFitNumber(message, "temperature");
    onRecord(record);
  }
}

/** Reads speed and distance packed into three bytes: 12 bits of speed, then 12 bits of distance that run over. */
function createDistanceCounter(): (
  value: unknown
) => {speed: number; distance: number} | undefined {
  let last: number | undefined;
  let total = 0;
  return (value) => {
    if (value === undefined) return undefined;
    const bytes = Array.isArray(value) ? (value as readonly unknown[]) : [];
    if (bytes.every((byte) => byte === null)) return undefined;
    // alone in its array, the byte that means "no value" is a value
    const [a, b, c] = bytes.map((byte) => (typeof byte === "number" ? byte : 0xff));
    if (a === undefined || b === undefined || c === undefined) return undefined;
    const steps = (b >> 4) | (c << 4);
    total += last === undefined ? steps : (steps - last + DISTANCE_STEPS) % DISTANCE_STEPS;
    last = steps;
    return {
      speed: (a | ((b & 0x0f) << 8)) / SPEED_STEPS_PER_METRE,
      distance: total / DISTANCE_STEPS_PER_METRE
    };
  };
}
