import {expect, test} from "vitest";
import {takeoutActivity} from "../../src/connectors/takeout/activity.ts";
import {takeoutKeep} from "../../src/connectors/takeout/keep.ts";
import {takeoutLocations} from "../../src/connectors/takeout/locations.ts";
import type {Connector} from "../../src/model/format.ts";
import {connect, dropNulls} from "./rows.ts";

const recognises = (connector: Connector, value: unknown) => {
  const text = JSON.stringify(value);
  return connector.recognise({
    path: "a",
    head: new TextEncoder().encode(text),
    text,
    isWhole: true
  });
};
const read = async (connector: Connector, value: unknown) => {
  expect(recognises(connector, value)).toBe(true);
  return connect(connector, JSON.stringify(value), "a.json");
};

test("takeoutLocations reads Records.json, of both kinds of times", async () => {
  const {tables, problems} = await read(takeoutLocations, {
    locations: [
      {
        latitudeE7: 481371000,
        longitudeE7: 115753000,
        accuracy: 20,
        source: "WIFI",
        deviceTag: -7,
        timestamp: "2023-11-14T22:13:20.123Z"
      },
      {latitudeE7: 481371000, longitudeE7: -15753000, timestampMs: "1700000000000"},
      {timestampMs: "1700000000000"}
    ]
  });
  expect(dropNulls(tables.locations!)).toEqual([
    {
      time: new Date("2023-11-14T22:13:20.123Z"),
      latitude: 48.1371,
      longitude: 11.5753,
      accuracy_m: 20,
      source: "wifi",
      device: "-7"
    },
    {time: new Date(1700000000000), latitude: 48.1371, longitude: -1.5753}
  ]);
  expect(problems.map(({what}) => what)).toEqual(["1 of 3 items left out: no place or time"]);
});

test("takeoutLocations reads a month of the semantic history: stays and ways", async () => {
  const {tables} = await read(takeoutLocations, {
    timelineObjects: [
      {
        placeVisit: {
          location: {
            latitudeE7: 481371000,
            longitudeE7: 115753000,
            name: "Bakery",
            address: "Gasse 1",
            placeId: "p",
            semanticType: "TYPE_HOME"
          },
          duration: {startTimestamp: "2023-05-01T08:00:00Z", endTimestamp: "2023-05-01T08:10:00Z"}
        }
      },
      {
        activitySegment: {
          startLocation: {latitudeE7: 481371000, longitudeE7: 115753000},
          duration: {startTimestampMs: "1700000000000", endTimestampMs: "1700000600000"},
          distance: 1200,
          activityType: "IN_PASSENGER_VEHICLE"
        }
      }
    ]
  });
  expect(tables.place_visits).toMatchObject([
    {visit_id: "2023-05-01T08:00:00.000Z", name: "Bakery", kind: "home", latitude: 48.1371}
  ]);
  expect(tables.journeys).toMatchObject([
    {
      start_time: new Date(1700000000000),
      mode: "in passenger vehicle",
      distance_m: 1200,
      start_longitude: 11.5753,
      end_latitude: null
    }
  ]);
});

test("takeoutLocations reads the Timeline of Android and of iPhones, with offsets", async () => {
  const android = await read(takeoutLocations, {
    semanticSegments: [
      {
        startTime: "2024-06-01T10:00:00.000+02:00",
        endTime: "2024-06-01T11:00:00.000+02:00",
        visit: {
          topCandidate: {
            placeId: "p",
            semanticType: "INFERRED_WORK",
            placeLocation: {latLng: "48.1371°, -11.5753°"}
          }
        }
      },
      {
        startTime: "2024-06-01T11:00:00.000+02:00",
        endTime: "2024-06-01T12:00:00.000+02:00",
        timelinePath: [{point: "48.1°, 11.5°", time: "2024-06-01T11:05:00.000+02:00"}]
      }
    ]
  });
  expect(android.tables.place_visits).toMatchObject([
    {
      start_time: new Date("2024-06-01T08:00:00Z"),
      utc_offset_minutes: 120,
      kind: "inferred work",
      longitude: -11.5753
    }
  ]);
  expect(android.tables.locations).toMatchObject([
    {time: new Date("2024-06-01T09:05:00Z"), latitude: 48.1}
  ]);
  const iphone = await read(takeoutLocations, [
    {
      startTime: "2024-06-01T10:00:00.000+02:00",
      endTime: "2024-06-01T11:00:00.000+02:00",
      activity: {
        start: "geo:48.1,11.5",
        end: "geo:48.2,11.6",
        distanceMeters: "900.5",
        topCandidate: {type: "walking"}
      }
    },
    {
      startTime: "2024-06-01T11:00:00.000+02:00",
      timelinePath: [{point: "geo:48.3,11.7", durationMinutesOffsetFromStartTime: "3"}]
    }
  ]);
  expect(iphone.tables.journeys).toMatchObject([
    {mode: "walking", distance_m: 900.5, end_latitude: 48.2}
  ]);
  expect(iphone.tables.locations).toMatchObject([{time: new Date("2024-06-01T09:03:00Z")}]);
});

test("takeoutActivity reads YouTube's history: action, title, channel", async () => {
  const {tables, problems} = await read(takeoutActivity, [
    {
      header: "YouTube",
      title: "Watched How to bake",
      titleUrl: "https://www.youtube.com/watch?v=1",
      subtitles: [{name: "Baker", url: "https://www.youtube.com/channel/2"}],
      time: "2024-01-01T20:04:05.123Z",
      products: ["YouTube"]
    },
    {
      header: "Suche",
      title: "Gesucht nach: Brot",
      time: "2024-01-01T20:05:00Z",
      products: ["Suche"]
    }
  ]);
  expect(problems).toEqual([]);
  expect(tables.google_activity).toMatchObject([
    {
      time: new Date("2024-01-01T20:04:05.123Z"),
      product: "YouTube",
      action: "watched",
      title: "How to bake",
      domain: "youtube.com",
      channel: "Baker"
    },
    {action: null, title: "Gesucht nach: Brot", channel: null}
  ]);
});

test("takeoutKeep reads a note and a list", async () => {
  const note = {
    color: "DEFAULT",
    isTrashed: false,
    isPinned: true,
    isArchived: false,
    title: "Shop",
    listContent: [{text: "Milk", isChecked: true}],
    labels: [{name: "home"}],
    userEditedTimestampUsec: 1700000001000000,
    createdTimestampUsec: 1700000000000000
  };
  const {tables} = await read(takeoutKeep, note);
  expect(dropNulls(tables.keep_notes!)).toEqual([
    {
      note_id: "1700000000000000 Shop",
      title: "Shop",
      items: [{text: "Milk", checked: true}],
      labels: ["home"],
      created: new Date(1700000000000),
      edited: new Date(1700000001000),
      color: "default",
      pinned: true,
      archived: false,
      trashed: false,
      attachments: 0
    }
  ]);
});

test("none of Google's layouts is taken for another, nor any other JSON for one of them", () => {
  const others = [
    [{header: "a", title: "b"}],
    {locations: [{name: "a"}]},
    {title: "a", textContent: "b"},
    [{startTime: "x", endTime: "y"}]
  ];
  for (const connector of [takeoutActivity, takeoutKeep, takeoutLocations])
    for (const other of others) expect(recognises(connector, other)).toBe(false);
});
