import type {Field} from "../../formats/field-table.ts";
import type {Moment} from "../../lib/utc.ts";
import {toUtc} from "../../lib/utc.ts";
import {fromMicros} from "../browser-history/web-time.ts";
import {getAt, listAt, numberAt, textAt} from "./values.ts";

const DEGREES = 1e7;

/** A point where a device was. */
export interface LocationPoint {
  readonly time: Date;
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number | null;
  readonly altitude: number | null;
  readonly source: string | null;
  readonly device: string | null;
}

/** A stay at a place. */
export interface PlaceVisit {
  readonly start: Moment;
  readonly end: Moment | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly placeId: string | null;
  readonly kind: string | null;
  readonly at: LatLng | null;
}

/** A way from one place to another. */
export interface Journey {
  readonly start: Moment;
  readonly end: Moment | null;
  readonly mode: string | null;
  readonly metres: number | null;
  readonly from: LatLng | null;
  readonly to: LatLng | null;
}

export interface LatLng {
  readonly latitude: number;
  readonly longitude: number;
}

/** What a segment of a timeline is. */
export interface Segment {
  readonly points: readonly LocationPoint[];
  readonly visit: PlaceVisit | null;
  readonly journey: Journey | null;
}

export const POINT_FIELDS: readonly Field<LocationPoint>[] = [
  ["time", "TIMESTAMPTZ", ({time}) => time],
  ["latitude", "DOUBLE", ({latitude}) => latitude],
  ["longitude", "DOUBLE", ({longitude}) => longitude],
  ["accuracy_m", "DOUBLE", ({accuracy}) => accuracy],
  ["altitude_m", "DOUBLE", ({altitude}) => altitude],
  ["source", "VARCHAR", ({source}) => source],
  ["device", "VARCHAR", ({device}) => device]
];

export const VISIT_FIELDS: readonly Field<PlaceVisit>[] = [
  ["visit_id", "VARCHAR", ({start}) => start.time.toISOString()],
  ["start_time", "TIMESTAMPTZ", ({start}) => start.time],
  ["end_time", "TIMESTAMPTZ", ({end}) => end?.time],
  ["utc_offset_minutes", "BIGINT", ({start}) => start.offsetMinutes],
  ["name", "VARCHAR", ({name}) => name],
  ["address", "VARCHAR", ({address}) => address],
  ["place_id", "VARCHAR", ({placeId}) => placeId],
  ["kind", "VARCHAR", ({kind}) => kind],
  ["latitude", "DOUBLE", ({at}) => at?.latitude],
  ["longitude", "DOUBLE", ({at}) => at?.longitude]
];

export const JOURNEY_FIELDS: readonly Field<Journey>[] = [
  ["journey_id", "VARCHAR", ({start}) => start.time.toISOString()],
  ["start_time", "TIMESTAMPTZ", ({start}) => start.time],
  ["end_time", "TIMESTAMPTZ", ({end}) => end?.time],
  ["utc_offset_minutes", "BIGINT", ({start}) => start.offsetMinutes],
  ["mode", "VARCHAR", ({mode}) => mode],
  ["distance_m", "DOUBLE", ({metres}) => metres],
  ["start_latitude", "DOUBLE", ({from}) => from?.latitude],
  ["start_longitude", "DOUBLE", ({from}) => from?.longitude],
  ["end_latitude", "DOUBLE", ({to}) => to?.latitude],
  ["end_longitude", "DOUBLE", ({to}) => to?.longitude]
];

/** An item of `Records.json`; null where it has no time or no place. */
export function toPoint(item: unknown): LocationPoint | null {
  const millis = numberAt(item, "timestampMs");
  const time =
    toUtc(textAt(item, "timestamp") ?? "")?.time ??
    (millis === null ? null : fromMicros(millis * 1000));
  const at = toE7(item);
  if (!time || !at) return null;
  return {
    time,
    ...at,
    accuracy: numberAt(item, "accuracy"),
    altitude: numberAt(item, "altitude"),
    source: textAt(item, "source")?.toLowerCase() ?? null,
    device: textAt(item, "deviceTag") ?? numberAt(item, "deviceTag")?.toString() ?? null
  };
}

/** An item of a month of the semantic location history. */
export function toMonthSegment(item: unknown): Segment {
  const [place, journey] = [getAt(item, "placeVisit"), getAt(item, "activitySegment")];
  const start = toTime(place ?? journey, "start");
  if (!start) return {points: [], visit: null, journey: null};
  const end = toTime(place ?? journey, "end");
  const visit: PlaceVisit | null = place
    ? {
        start,
        end,
        name: textAt(place, "location", "name"),
        address: textAt(place, "location", "address"),
        placeId: textAt(place, "location", "placeId"),
        kind: toWords(textAt(place, "location", "semanticType")),
        at: toE7(getAt(place, "location"))
      }
    : null;
  return {
    points: [],
    visit,
    journey: journey
      ? {
          start,
          end,
          mode: toWords(textAt(journey, "activityType")),
          metres: numberAt(journey, "distance"),
          from: toE7(getAt(journey, "startLocation")),
          to: toE7(getAt(journey, "endLocation"))
        }
      : null
  };
}

/** A segment of `Timeline.json`, which phones write since 2024; Android and iPhone write places in two ways. */
export function toTimelineSegment(item: unknown): Segment {
  const start = toUtc(textAt(item, "startTime") ?? "");
  if (!start) return {points: [], visit: null, journey: null};
  const end = toUtc(textAt(item, "endTime") ?? "");
  const visit = getAt(item, "visit", "topCandidate");
  const activity = getAt(item, "activity");
  return {
    points: listAt(item, "timelinePath").flatMap((point) => toPathPoint(point, start.time) ?? []),
    visit: visit
      ? {
          start,
          end,
          name: null,
          address: null,
          placeId: textAt(visit, "placeId") ?? textAt(visit, "placeID"),
          kind: toWords(textAt(visit, "semanticType")),
          at: toLatLng(getAt(visit, "placeLocation", "latLng") ?? getAt(visit, "placeLocation"))
        }
      : null,
    journey: activity
      ? {
          start,
          end,
          mode: toWords(textAt(activity, "topCandidate", "type")),
          metres: numberAt(activity, "distanceMeters"),
          from: toLatLng(getAt(activity, "start", "latLng") ?? getAt(activity, "start")),
          to: toLatLng(getAt(activity, "end", "latLng") ?? getAt(activity, "end"))
        }
      : null
  };
}

function toPathPoint(item: unknown, start: Date): LocationPoint | null {
  const at = toLatLng(getAt(item, "point"));
  const minutes = numberAt(item, "durationMinutesOffsetFromStartTime");
  const time =
    toUtc(textAt(item, "time") ?? "")?.time ??
    (minutes === null ? null : new Date(start.getTime() + minutes * 60_000));
  return at && time
    ? {time, ...at, accuracy: null, altitude: null, source: "timeline", device: null}
    : null;
}

/** `startTimestamp`, or in older files milliseconds. */
function toTime(item: unknown, which: "start" | "end"): Moment | null {
  const text = textAt(item, "duration", `${which}Timestamp`);
  if (text !== null) return toUtc(text);
  const millis = numberAt(item, "duration", `${which}TimestampMs`);
  const time = millis === null ? null : fromMicros(millis * 1000);
  return time && {time, offsetMinutes: null};
}

function toE7(item: unknown): LatLng | null {
  const latitude = numberAt(item, "latitudeE7");
  const longitude = numberAt(item, "longitudeE7");
  return latitude === null || longitude === null
    ? null
    : {latitude: latitude / DEGREES, longitude: longitude / DEGREES};
}

/** `48.1371°, 11.5753°` of Android, `geo:48.1371,11.5753` of iPhones. */
function toLatLng(value: unknown): LatLng | null {
  if (typeof value !== "string") return null;
  const [latitude, longitude] = value.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return latitude === undefined || longitude === undefined ? null : {latitude, longitude};
}

function toWords(text: string | null): string | null {
  return (
    text
      ?.toLowerCase()
      .replace(/^type_/, "")
      .replaceAll("_", " ") ?? null
  );
}
