import type {TrackRecord} from "./training/records.ts";
import {toTexts} from "./training/texts.ts";
import {toTrackNumber, toTrackText, toTrackTime} from "./training/track-text.ts";

/** A place with a name: a `wpt` or an `rtept`. */
export interface Place {
  latitude: number | null;
  longitude: number | null;
  altitude: number | null;
  time: number | null;
  name: string | null;
  notes: string | null;
  symbol: string | null;
  type: string | null;
}

export function createPlace(): Place {
  return {
    latitude: null,
    longitude: null,
    altitude: null,
    time: null,
    name: null,
    notes: null,
    symbol: null,
    type: null
  };
}

/** The elements in a `trkpt`, with the extensions of Garmin, Cluetrust, Strava and others. */
export const POINT_TEXTS = toTexts<TrackRecord>({
  ele: (point, text) => void (point.altitude = toTrackNumber(text)),
  time: (point, text) => void (point.time = toTrackTime(text)),
  speed: (point, text) => void (point.speed = toTrackNumber(text)),
  hr: (point, text) => void (point.heartRate = toTrackNumber(text) || null),
  heartrate: (point, text) => void (point.heartRate = toTrackNumber(text) || null),
  cad: (point, text) => void (point.cadence = toTrackNumber(text)),
  cadence: (point, text) => void (point.cadence = toTrackNumber(text)),
  atemp: (point, text) => void (point.temperature = toTrackNumber(text)),
  temp: (point, text) => void (point.temperature = toTrackNumber(text)),
  power: (point, text) => void (point.power = toTrackNumber(text)),
  PowerInWatts: (point, text) => void (point.power = toTrackNumber(text))
});

export const PLACE_TEXTS = toTexts<Place>({
  ele: (place, text) => void (place.altitude = toTrackNumber(text)),
  time: (place, text) => void (place.time = toTrackTime(text)),
  name: (place, text) => void (place.name = toTrackText(text)),
  desc: (place, text) => void (place.notes = toTrackText(text)),
  cmt: (place, text) => void (place.notes ??= toTrackText(text)),
  sym: (place, text) => void (place.symbol = toTrackText(text)),
  type: (place, text) => void (place.type = toTrackText(text))
});
