import type {TrackLap} from "./training/activity.ts";
import type {TrackRecord} from "./training/records.ts";
import {toTexts} from "./training/texts.ts";
import {toTrackNumber, toTrackText, toTrackTime} from "./training/track-text.ts";

/** The elements in a `Trackpoint`, extensions among them. */
export const POINT_TEXTS = toTexts<TrackRecord>({
  Time: (point, text) => void (point.time = toTrackTime(text)),
  LatitudeDegrees: (point, text) => void (point.latitude = toTrackNumber(text)),
  LongitudeDegrees: (point, text) => void (point.longitude = toTrackNumber(text)),
  AltitudeMeters: (point, text) => void (point.altitude = toTrackNumber(text)),
  DistanceMeters: (point, text) => void (point.distance = toTrackNumber(text)),
  // a heart rate of 0 is a strap that lost its contact
  Value: (point, text) => void (point.heartRate = toTrackNumber(text) || null),
  Cadence: (point, text) => void (point.cadence = toTrackNumber(text)),
  RunCadence: (point, text) => void (point.cadence = toTrackNumber(text)),
  Speed: (point, text) => void (point.speed = toTrackNumber(text)),
  Watts: (point, text) => void (point.power = toTrackNumber(text))
});

/** The elements in a `Lap` outside of its track; a `Value` is named by the element around it. */
export const LAP_TEXTS = toTexts<TrackLap>({
  TotalTimeSeconds: (lap, text) => void (lap.duration = toTrackNumber(text)),
  DistanceMeters: (lap, text) => void (lap.distance = toTrackNumber(text)),
  MaximumSpeed: (lap, text) => void (lap.maximumSpeed = toTrackNumber(text)),
  AvgSpeed: (lap, text) => void (lap.averageSpeed = toTrackNumber(text)),
  Calories: (lap, text) => void (lap.calories = toTrackNumber(text)),
  "AverageHeartRateBpm/Value": (lap, text) =>
    void (lap.averageHeartRate = toTrackNumber(text) || null),
  "MaximumHeartRateBpm/Value": (lap, text) =>
    void (lap.maximumHeartRate = toTrackNumber(text) || null),
  Cadence: (lap, text) => void (lap.averageCadence = toTrackNumber(text)),
  AvgRunCadence: (lap, text) => void (lap.averageCadence = toTrackNumber(text)),
  AvgWatts: (lap, text) => void (lap.averagePower = toTrackNumber(text)),
  MaxWatts: (lap, text) => void (lap.maximumPower = toTrackNumber(text)),
  Intensity: (lap, text) => void (lap.intensity = toTrackText(text)?.toLowerCase() ?? null),
  TriggerMethod: (lap, text) => void (lap.trigger = toTrackText(text)?.toLowerCase() ?? null)
});
