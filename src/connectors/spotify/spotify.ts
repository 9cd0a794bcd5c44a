import {toFieldTable} from "../../formats/field-table.ts";
import {readJsonValue} from "../../formats/json-value.ts";
import {toJsonText} from "../../formats/json-write.ts";
import {isRecord} from "../../formats/records.ts";
import {refuse} from "../../formats/refusal.ts";
import type {Connector} from "../../model/format.ts";
import {Refusals} from "../kit/refusals.ts";
import type {Stream} from "./streams.ts";
import {STREAM_FIELDS, toStream} from "./streams.ts";

const KEY = ["stream_id"];
const BASIC = [/"endTime"\s*:/, /"msPlayed"\s*:/, /"(?:artistName|podcastName)"\s*:/];
const EXTENDED = [/"ts"\s*:/, /"ms_played"\s*:/, /"master_metadata_track_name"\s*:/];

/** Spotify's streaming history, basic and extended. */
export const spotify: Connector = {
  name: "spotify",
  label: "Spotify streaming history",
  formats: ["json"],
  extensions: [],
  recognise({text}) {
    const start = text.slice(0, 4000);
    const has = (names: readonly RegExp[]): boolean => names.every((name) => name.test(start));
    return /^\s*\[\s*\{/.test(start) && (has(BASIC) || has(EXTENDED));
  },
  tables: [
    {
      name: "streams",
      what:
        "One time that a track or an episode was played. `time` is when it ended, in UTC: to the minute in the basic " +
        "history, to the second in the extended one. A stream in both is one row.",
      key: KEY
    }
  ],
  help: `Spotify gives your data as JSON files.

1. Log in at [spotify.com/account/privacy](https://www.spotify.com/account/privacy) and go to *Download your data*.
2. Ask for *Account data* (the last year, \`StreamingHistory_music_0.json\` …, within some days) or *Extended streaming history* (everything since the beginning, \`Streaming_History_Audio_….json\`, within 30 days). Confirm the mail.
3. Put the zip, or its JSON files, into \`data/raw\`. The files may overlap: what was played is told by the minute in which it ended, artist, title and length, so that each stream is one row.

The extended history also holds IP addresses and your user name. They are left out.`,
  read: (bytes, {path}) =>
    readJsonValue(bytes, path, (value) => {
      if (!Array.isArray(value)) return refuse(path, "no streaming history: no list");
      const streams: Stream[] = [];
      const refusals = new Refusals(path);
      value.forEach((item: unknown, i) => {
        const stream = isRecord(item) ? toStream(item) : null;
        if (stream) streams.push(stream);
        else refusals.add(`$[${i}]`, toJsonText(item), "no time or no length of a stream");
      });
      return {tables: [toFieldTable("streams", streams, STREAM_FIELDS, KEY)], ...refusals.notes()};
    })
};
