import type {FitMessage} from "./fit-messages.ts";
import {toFitNumber, toFitTime} from "./fit-messages.ts";
import type {TrackRecord} from "./training/activity.ts";

const DISTANCE_STEPS = 4096;
const DISTANCE_STEPS_PER_METRE = 16;
const SPEED_STEPS_PER_METRE = 100;

/** Records of one file, in the order of the file. */
export function toFitRecords(messages: readonly FitMessage[]): TrackRecord[] {
  const toCompressed = createDistanceCounter();
  return messages.map((message) => {
    const compressed = toCompressed(message.compressed_speed_distance);
    return {
      time: toFitTime(message, "timestamp"),
      lap: null,
      latitude: toFitNumber(message, "position_lat"),
      longitude: toFitNumber(message, "position_long"),
      altitude: toFitNumber(message, "enhanced_altitude", "altitude"),
      distance: toFitNumber(message, "distance") ?? compressed?.distance ?? null,
      // a heart rate of 0 is a strap that lost its contact
      heartRate: toFitNumber(message, "heart_rate") || null,
      cadence: toFitNumber(message, "cadence"),
      speed: toFitNumber(message, "enhanced_speed", "speed") ?? compressed?.speed ?? null,
      power: toFitNumber(message, "power"),
      temperature: toFitNumber(message, "temperature")
    };
  });
}

/** Reads speed and distance packed into three bytes: 12 bits of speed, then 12 bits of distance that run over. */
function createDistanceCounter(): (
  value: unknown
) => {speed: number; distance: number} | undefined {
  let last: number | undefined;
  let total = 0;
  return (value) => {
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
