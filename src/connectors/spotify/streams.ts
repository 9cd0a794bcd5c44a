import type {Field} from "../../formats/field-table.ts";
import {toUtc} from "../../lib/utc.ts";

type Json = Readonly<Record<string, unknown>>;

/** One time that something was played. */
export interface Stream {
  /** When it ended, in UTC; to the minute in the basic history. */
  readonly time: Date;
  readonly msPlayed: number;
  readonly track: string | null;
  readonly artist: string | null;
  readonly album: string | null;
  readonly episode: string | null;
  readonly show: string | null;
  readonly source: "basic" | "extended";
  /** As the file has it, for what only the extended history tells. */
  readonly record: Json;
}

const MINUTE_LENGTH = "2024-01-01T16:16".length;

export const STREAM_FIELDS: readonly Field<Stream>[] = [
  ["stream_id", "VARCHAR", toStreamId],
  ["time", "TIMESTAMPTZ", ({time}) => time],
  ["ms_played", "BIGINT", ({msPlayed}) => msPlayed],
  ["track", "VARCHAR", ({track}) => track],
  ["artist", "VARCHAR", ({artist}) => artist],
  ["album", "VARCHAR", ({album}) => album],
  ["episode", "VARCHAR", ({episode}) => episode],
  ["show", "VARCHAR", ({show}) => show],
  [
    "spotify_uri",
    "VARCHAR",
    ({record}) =>
      getText(record, "spotify_track_uri") ??
      getText(record, "spotify_episode_uri") ??
      getText(record, "audiobook_chapter_uri")
  ],
  ["platform", "VARCHAR", ({record}) => getText(record, "platform")],
  ["country", "VARCHAR", ({record}) => getText(record, "conn_country")],
  ["reason_start", "VARCHAR", ({record}) => getText(record, "reason_start")],
  ["reason_end", "VARCHAR", ({record}) => getText(record, "reason_end")],
  ["shuffle", "BOOLEAN", ({record}) => getBoolean(record, "shuffle")],
  ["skipped", "BOOLEAN", ({record}) => getBoolean(record, "skipped")],
  ["offline", "BOOLEAN", ({record}) => getBoolean(record, "offline")],
  ["incognito", "BOOLEAN", ({record}) => getBoolean(record, "incognito_mode")],
  ["source", "VARCHAR", ({source}) => source]
];

/** A record of either history; null where it has no time or no length. */
export function toStream(record: Json): Stream | null {
  return "ts" in record ? toExtended(record) : toBasic(record);
}

function toBasic(record: Json): Stream | null {
  const time = toTime(getText(record, "endTime"));
  const msPlayed = getInteger(record, "msPlayed");
  if (time === null || msPlayed === null) return null;
  return {
    time,
    msPlayed,
    track: getText(record, "trackName"),
    artist: getText(record, "artistName"),
    album: null,
    episode: getText(record, "episodeName"),
    show: getText(record, "podcastName"),
    source: "basic",
    record
  };
}

function toExtended(record: Json): Stream | null {
  const time = toTime(getText(record, "ts"));
  const msPlayed = getInteger(record, "ms_played");
  if (time === null || msPlayed === null) return null;
  return {
    time,
    msPlayed,
    track: getText(record, "master_metadata_track_name"),
    artist: getText(record, "master_metadata_album_artist_name"),
    album: getText(record, "master_metadata_album_album_name"),
    episode: getText(record, "episode_name") ?? getText(record, "audiobook_chapter_title"),
    show: getText(record, "episode_show_name") ?? getText(record, "audiobook_title"),
    source: "extended",
    record
  };
}

/**
 * The minute in which it ended, what was played by whom, and for how long: the same in the basic and in the extended
 * history. Two that are alike in all of this (skipped twice within a minute, say) count as one.
 */
function toStreamId({time, track, artist, episode, show, msPlayed}: Stream): string {
  const minute = time.toISOString().slice(0, MINUTE_LENGTH);
  return [minute, artist ?? show ?? "", track ?? episode ?? "", msPlayed].join(" | ");
}

/** `2024-01-01 16:16` and `2024-01-01T16:16:05Z`; both are UTC. */
function toTime(text: string | null): Date | null {
  if (text === null) return null;
  return toUtc(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)?.time ?? null;
}

function getText(record: Json, name: string): string | null {
  const value = record[name];
  return typeof value === "string" && value !== "" ? value : null;
}

function getInteger(record: Json, name: string): number | null {
  const value = record[name];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

function getBoolean(record: Json, name: string): boolean | null {
  const value = record[name];
  return typeof value === "boolean" ? value : null;
}
