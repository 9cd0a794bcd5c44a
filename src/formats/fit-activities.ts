import {getFitGarminProductDisplayName} from "fit-file-parser/profile";
import type {FitMessage, FitMessages} from "./fit-messages.ts";
import {toFitNumber, toFitText, toFitTime} from "./fit-messages.ts";
import {readFitRecords} from "./fit-records.ts";
import type {Totals, TrackActivity, TrackLap} from "./training/activity.ts";
import {createActivity} from "./training/activity.ts";
import {toSport} from "./training/sports.ts";

const QUARTER_MS = 15 * 60_000;
const MAX_OFFSET_MINUTES = 14 * 60;

/** The activities of one FIT file: one a session; a file that lost its sessions has one, told from laps and records. */
export function toFitActivities(messages: FitMessages): TrackActivity[] {
  const {session = [], lap = [], record = []} = messages;
  if (session.length === 0 && lap.length === 0 && record.length === 0) return [];
  const activities = (session.length > 0 ? session : [{}])
    .map((one) => toActivity(one, messages))
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  for (const one of lap.map(toLap)) activities[findAt(activities, one.start)]!.laps.push(one);
  readFitRecords(record, (one) => {
    const {laps, records} = activities[findAt(activities, one.time)]!;
    if (laps.length > 0) one.lap = findAt(laps, one.time) + 1;
    records.add(one);
  });
  for (const activity of activities)
    activity.start ??=
      activity.laps[0]?.start ?? activity.records.time.find((time) => time !== null) ?? null;
  return activities;
}

function toActivity(session: FitMessage, messages: FitMessages): TrackActivity {
  const sport = messages.sport?.[0] ?? {};
  return {
    ...createActivity(),
    start: toFitTime(session, "start_time"),
    utcOffsetMinutes: toOffset(messages.activity?.[0] ?? {}),
    sport: toSport(toFitText(session, "sport") ?? toFitText(sport, "sport")),
    subSport: toSport(toFitText(session, "sub_sport") ?? toFitText(sport, "sub_sport")),
    name: toFitText(session, "sport_profile_name"),
    device: toDevice(messages.file_id?.[0] ?? {}),
    totals: toTotals(session)
  };
}

function toLap(message: FitMessage): TrackLap {
  return {
    ...toTotals(message),
    start: toFitTime(message, "start_time"),
    intensity: toFitText(message, "intensity"),
    trigger: toFitText(message, "lap_trigger")
  };
}

function toTotals(message: FitMessage): Totals {
  return {
    duration: toFitNumber(message, "total_timer_time"),
    elapsed: toFitNumber(message, "total_elapsed_time"),
    moving: toFitNumber(message, "total_moving_time"),
    distance: toFitNumber(message, "total_distance"),
    ascent: toFitNumber(message, "total_ascent"),
    descent: toFitNumber(message, "total_descent"),
    calories: toFitNumber(message, "total_calories"),
    averageHeartRate: toFitNumber(message, "avg_heart_rate") || null,
    maximumHeartRate: toFitNumber(message, "max_heart_rate") || null,
    averageSpeed: toFitNumber(message, "enhanced_avg_speed", "avg_speed"),
    maximumSpeed: toFitNumber(message, "enhanced_max_speed", "max_speed"),
    averageCadence: toFitNumber(message, "avg_cadence"),
    averagePower: toFitNumber(message, "avg_power"),
    maximumPower: toFitNumber(message, "max_power")
  };
}

/** The place of the last of several that began by then, else of the first. */
function findAt(items: readonly {readonly start: number | null}[], time: number | null): number {
  let found = -1;
  if (time !== null)
    for (let i = 0; i < items.length; ++i) {
      const start = items[i]!.start;
      if (start === null || start > time) continue;
      if (found < 0 || start >= items[found]!.start!) found = i;
    }
  return Math.max(0, found);
}

/** What the watch's clock was ahead of UTC, in minutes; null where it says nothing that could be an offset. */
function toOffset(message: FitMessage): number | null {
  const [local, utc] = [toFitTime(message, "local_timestamp"), toFitTime(message, "timestamp")];
  if (local === null || utc === null) return null;
  const minutes = (Math.round((local - utc) / QUARTER_MS) * QUARTER_MS) / 60_000;
  return Math.abs(minutes) <= MAX_OFFSET_MINUTES ? minutes : null;
}

function toDevice(file: FitMessage): string | null {
  const product = toFitNumber(file, "product");
  const maker = toFitText(file, "manufacturer");
  const name =
    toFitText(file, "product_name") ??
    (maker === "garmin" && product !== null
      ? getFitGarminProductDisplayName(product)
      : undefined) ??
    toFitText(file, "product");
  return [maker, name].filter((part) => part).join(" ") || null;
}
