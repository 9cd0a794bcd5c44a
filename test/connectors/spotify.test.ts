import {expect, test} from "vitest";
import {spotify} from "../../src/connectors/spotify/spotify.ts";
import {connect, dropNulls} from "./rows.ts";

const BASIC = {
  endTime: "2024-01-01 16:16",
  artistName: "The Band",
  trackName: "A Song",
  msPlayed: 144205
};
const EXTENDED = {
  ts: "2024-01-01T16:16:42Z",
  username: "somebody",
  platform: "ios",
  ms_played: 144205,
  conn_country: "DE",
  ip_addr_decrypted: "192.0.2.1",
  master_metadata_track_name: "A Song",
  master_metadata_album_artist_name: "The Band",
  master_metadata_album_album_name: "An Album",
  spotify_track_uri: "spotify:track:1",
  episode_name: null,
  reason_start: "trackdone",
  reason_end: "fwdbtn",
  shuffle: true,
  skipped: null,
  offline: false,
  incognito_mode: false
};
const read = (...records: unknown[]) => connect(spotify, JSON.stringify(records), "a.json");
const recognise = (value: unknown) => {
  const text = JSON.stringify(value);
  return spotify.recognise({path: "a", head: new TextEncoder().encode(text), text, isWhole: true});
};

test("spotify reads the basic history, to the minute in UTC", async () => {
  const podcast = {
    endTime: "2024-01-01 17:00",
    podcastName: "A Show",
    episodeName: "1",
    msPlayed: 5
  };
  const {tables, problems} = await read(BASIC, podcast);
  expect(problems).toEqual([]);
  expect(dropNulls(tables.streams!)).toEqual([
    {
      stream_id: "2024-01-01T16:16 | The Band | A Song | 144205",
      time: new Date("2024-01-01T16:16:00Z"),
      ms_played: 144205,
      track: "A Song",
      artist: "The Band",
      source: "basic"
    },
    expect.objectContaining({episode: "1", show: "A Show"})
  ]);
});

test("spotify reads the extended history, and leaves out addresses and user names", async () => {
  const {tables} = await read(EXTENDED);
  expect(dropNulls(tables.streams!)).toEqual([
    {
      stream_id: "2024-01-01T16:16 | The Band | A Song | 144205",
      time: new Date("2024-01-01T16:16:42Z"),
      ms_played: 144205,
      track: "A Song",
      artist: "The Band",
      album: "An Album",
      spotify_uri: "spotify:track:1",
      platform: "ios",
      country: "DE",
      reason_start: "trackdone",
      reason_end: "fwdbtn",
      shuffle: true,
      offline: false,
      incognito: false,
      source: "extended"
    }
  ]);
  expect(JSON.stringify(tables)).not.toMatch(/192\.0\.2\.1|somebody/);
});

test("spotify gives one key to a stream in both histories", async () => {
  const [basic, extended] = (await read(BASIC, EXTENDED)).tables.streams!;
  expect(basic!.stream_id).toBe(extended!.stream_id);
});

test("spotify keeps what it cannot read as rejects", async () => {
  const {tables, problems} = await read(BASIC, {...BASIC, endTime: "soon"}, 7);
  expect(tables.streams).toHaveLength(1);
  expect(problems).toEqual([
    {file: "a.json", where: "$[1]", what: "2 rows refused: no time or no length of a stream"}
  ]);
});

test("spotify recognises both histories by their keys, not other lists", () => {
  expect(recognise([BASIC])).toBe(true);
  expect(recognise([EXTENDED])).toBe(true);
  expect(recognise([{endTime: "2024-01-01 16:16"}])).toBe(false);
  expect(recognise({tracks: [BASIC]})).toBe(false);
});
