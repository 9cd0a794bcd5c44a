import {expect, test} from "vitest";
import {icalendar} from "../../src/connectors/icalendar/icalendar.ts";
import {read} from "../formats/read.ts";
import {toRows} from "./rows.ts";

const STAMP = "DTSTAMP:20240601T000000Z";
const toCalendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:Home", ...lines, "END:VCALENDAR"].join("\r\n");
const toEvent = (...lines: string[]) =>
  toCalendar("BEGIN:VEVENT", "UID:a", STAMP, ...lines, "END:VEVENT");

/** The starts on the wall, in ISO 8601 to the minute. */
async function readStarts(...lines: string[]): Promise<string[]> {
  const {tables} = await read(icalendar, toEvent(...lines), "a.ics");
  return toRows(tables[0], "start_local").map(({start_local}) =>
    (start_local as Date).toISOString().slice(0, 16)
  );
}

test("icalendar reads an event with people, place and times in UTC beside its zone", async () => {
  const {tables, problems} = await read(
    icalendar,
    toEvent(
      "DTSTART;TZID=Europe/Berlin:20240506T090000",
      "DTEND;TZID=Europe/Berlin:20240506T103000",
      "SUMMARY:Plan\\, and tea",
      "LOCATION:Room 3",
      "GEO:52.5;13.4",
      "CATEGORIES:work,tea",
      "ORGANIZER;CN=Ann:mailto:ann@example.org",
      'ATTENDEE;CN="Bo; B";PARTSTAT=ACCEPTED:MAILTO:bo@example.org',
      "STATUS:CONFIRMED"
    ),
    "a.ics"
  );
  expect(problems).toEqual([]);
  expect(tables[0]!.key).toEqual(["event_id"]);
  expect(
    Object.fromEntries(tables[0]!.columns.map(({name, values}) => [name, values[0]]))
  ).toMatchObject({
    event_id: "a",
    recurrence_id: null,
    start_time: new Date("2024-05-06T07:00:00Z"),
    end_time: new Date("2024-05-06T08:30:00Z"),
    start_local: new Date("2024-05-06T09:00:00Z"),
    tzid: "Europe/Berlin",
    utc_offset_minutes: 120,
    all_day: false,
    duration_minutes: 90,
    summary: "Plan, and tea",
    latitude: 52.5,
    longitude: 13.4,
    categories: ["work", "tea"],
    organizer: "ann@example.org",
    attendees: [{name: "Bo; B", email: "bo@example.org", status: "accepted", role: null}],
    status: "confirmed",
    is_recurring: false,
    calendar: "Home"
  });
});

test("icalendar keeps a recurring hour on the wall through the change of clocks", async () => {
  const {tables} = await read(
    icalendar,
    toEvent("DTSTART;TZID=Europe/Berlin:20240330T090000", "RRULE:FREQ=DAILY;COUNT=3"),
    "a.ics"
  );
  expect(toRows(tables[0], "start_time", "utc_offset_minutes")).toEqual([
    {start_time: new Date("2024-03-30T08:00:00Z"), utc_offset_minutes: 60},
    {start_time: new Date("2024-03-31T07:00:00Z"), utc_offset_minutes: 120},
    {start_time: new Date("2024-04-01T07:00:00Z"), utc_offset_minutes: 120}
  ]);
});

test("icalendar leaves out EXDATE, adds RDATE, and puts an override in the place of its recurrence", async () => {
  const {tables} = await read(
    icalendar,
    toCalendar(
      "BEGIN:VEVENT",
      "UID:w",
      STAMP,
      "SUMMARY:Choir",
      "DTSTART;TZID=Europe/Berlin:20240501T190000",
      "RRULE:FREQ=WEEKLY;COUNT=4",
      "EXDATE:20240508T170000Z",
      "RDATE;TZID=Europe/Berlin:20240511T190000",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:w",
      STAMP,
      "SUMMARY:Choir, late",
      "RECURRENCE-ID;TZID=Europe/Berlin:20240515T190000",
      "DTSTART;TZID=Europe/Berlin:20240515T200000",
      "END:VEVENT"
    ),
    "a.ics"
  );
  expect(toRows(tables[0], "event_id", "summary", "is_override").map(Object.values)).toEqual([
    ["w/2024-05-01T19:00:00", "Choir", false],
    ["w/2024-05-11T19:00:00", "Choir", false],
    ["w/2024-05-15T19:00:00", "Choir, late", true],
    ["w/2024-05-22T19:00:00", "Choir", false]
  ]);
});

test("icalendar reads whole days without a zone, with the day after as their end", async () => {
  const {tables} = await read(icalendar, toEvent("DTSTART;VALUE=DATE:20240506"), "a.ics");
  expect(
    toRows(
      tables[0],
      "start_time",
      "start_local",
      "end_local",
      "all_day",
      "tzid",
      "duration_minutes"
    )
  ).toEqual([
    {
      start_time: null,
      start_local: new Date("2024-05-06T00:00:00Z"),
      end_local: new Date("2024-05-07T00:00:00Z"),
      all_day: true,
      tzid: null,
      duration_minutes: 1440
    }
  ]);
});

test("icalendar takes zones by the file's own rules, by Windows' names and by long names; others are told", async () => {
  const own = [
    "BEGIN:VTIMEZONE",
    "TZID:Ours",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "END:DAYLIGHT",
    "END:VTIMEZONE"
  ];
  const event = (tzid: string, uid: string) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    STAMP,
    `DTSTART;TZID=${tzid}:20240701T120000`,
    "END:VEVENT"
  ];
  const {tables, problems} = await read(
    icalendar,
    toCalendar(
      ...own,
      ...event("Ours", "1"),
      ...event("Pacific Standard Time", "2"),
      ...event("/mozilla.org/20070129_1/Asia/Tokyo", "3"),
      ...event("Nowhere/At all", "4")
    ),
    "a.ics"
  );
  expect(toRows(tables[0], "utc_offset_minutes").map(Object.values)).toEqual([
    [180],
    [-420],
    [540],
    [null]
  ]);
  expect(problems.map(({what}) => what)).toEqual([
    "time zone not known: Nowhere/At all; its times are read without a zone"
  ]);
});

test("icalendar reads an hour that the clock leaps over with the offset of before, and a doubled one as the first", async () => {
  const {tables} = await read(
    icalendar,
    toCalendar(
      ...["20240331T023000", "20241027T023000"].flatMap((time) => [
        "BEGIN:VEVENT",
        `UID:${time}`,
        `DTSTART;TZID=Europe/Berlin:${time}`,
        "END:VEVENT"
      ])
    ),
    "a.ics"
  );
  expect(toRows(tables[0], "start_time").map(Object.values)).toEqual([
    [new Date("2024-03-31T01:30:00Z")],
    [new Date("2024-10-27T00:30:00Z")]
  ]);
});

test("icalendar expands what RFC 5545 gives as examples", async () => {
  expect(
    await readStarts(
      "DTSTART:20240102T090000",
      "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"
    )
  ).toEqual(["2024-01-02T09:00", "2024-01-04T09:00", "2024-02-07T09:00"]);
  expect(
    await readStarts("DTSTART:20240101T090000", "RRULE:FREQ=YEARLY;COUNT=3;BYDAY=MO;BYSETPOS=-1")
  ).toEqual(["2024-01-01T09:00", "2024-12-30T09:00", "2025-12-29T09:00"]);
  expect(
    await readStarts("DTSTART:20240131T090000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3")
  ).toEqual(["2024-01-31T09:00", "2024-02-29T09:00", "2024-03-31T09:00"]);
  expect(
    await readStarts(
      "DTSTART:20240506T090000",
      "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE;UNTIL=20240601T000000Z"
    )
  ).toEqual(["2024-05-06T09:00", "2024-05-08T09:00", "2024-05-20T09:00", "2024-05-22T09:00"]);
});

test("icalendar ends a rule at UNTIL on the clock that it is written in", async () => {
  expect(
    await readStarts(
      "DTSTART;TZID=America/New_York:20240501T220000",
      "RRULE:FREQ=DAILY;UNTIL=20240503T020000Z"
    )
  ).toEqual(["2024-05-01T22:00", "2024-05-02T22:00"]);
  expect(
    await readStarts("DTSTART;VALUE=DATE:20240501", "RRULE:FREQ=DAILY;UNTIL=20240502")
  ).toEqual(["2024-05-01T00:00", "2024-05-02T00:00"]);
});

test("icalendar expands from two years before to two years after the file was written, and keeps the first event", async () => {
  const starts = await readStarts("DTSTART;VALUE=DATE:20100201", "RRULE:FREQ=YEARLY");
  expect(starts.map((start) => start.slice(0, 4))).toEqual([
    "2010",
    "2023",
    "2024",
    "2025",
    "2026"
  ]);
});

test("icalendar gives up on rules that nothing fulfils, and cuts endless ones, and says so", async () => {
  for (const [rule, what] of [
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "recurrences left out: rule not fulfilled within"],
    ["FREQ=SECONDLY", "recurrences left out after the first 5000"],
    ["FREQ=YEARLY;RSCALE=CHINESE", "recurrences left out: calendar not known: CHINESE"]
  ]) {
    const {tables, problems} = await read(
      icalendar,
      toEvent("DTSTART:20240601T000000", `RRULE:${rule}`),
      "a.ics"
    );
    expect(problems.map((problem) => problem.what).join()).toContain(what);
    expect(tables[0]!.columns[0]!.values.length).toBeGreaterThan(0);
  }
});

test("icalendar leaves out a broken line with its number, and reads the rest", async () => {
  const {tables, problems} = await read(
    icalendar,
    toEvent("DTSTART:20240506T090000", "no property", "SUMMARY:One", "DTEND:yesterday"),
    "a.ics"
  );
  expect(toRows(tables[0], "summary")).toEqual([{summary: "One"}]);
  expect(problems).toEqual([
    {
      file: "a.ics",
      where: "line 8",
      what: 'line left out: invalid line (no token ";" or ":") "no property"'
    },
    {file: "a.ics", where: "line 10", what: "dtend left out, no time: yesterday"}
  ]);
});

test("icalendar takes the higher SEQUENCE of one event, and keeps two events that share a UID", async () => {
  const versions = (second: string[]) =>
    toCalendar(
      "BEGIN:VEVENT",
      "UID:a",
      "DTSTART:20240506T090000",
      "SUMMARY:One",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:a",
      "DTSTART:20240507T090000",
      "SUMMARY:Two",
      ...second,
      "END:VEVENT"
    );
  const later = await read(icalendar, versions(["SEQUENCE:1"]), "a.ics");
  expect(toRows(later.tables[0], "event_id", "summary")).toEqual([{event_id: "a", summary: "Two"}]);
  const twins = await read(icalendar, versions([]), "a.ics");
  expect(toRows(twins.tables[0], "event_id", "summary")).toEqual([
    {event_id: "a", summary: "One"},
    {event_id: "a/2024-05-07T09:00:00", summary: "Two"}
  ]);
});

test("icalendar reads tasks and journals", async () => {
  const {tables} = await read(
    icalendar,
    toCalendar(
      "BEGIN:VTODO",
      "UID:t",
      "SUMMARY:Pay",
      "DUE;VALUE=DATE:20240510",
      "COMPLETED:20240509T100000Z",
      "PRIORITY:1",
      "END:VTODO",
      "BEGIN:VJOURNAL",
      "UID:j",
      "DTSTART;VALUE=DATE:20240511",
      "DESCRIPTION:Rain\\nall day",
      "END:VJOURNAL"
    ),
    "a.ics"
  );
  expect(tables.map(({name}) => name)).toEqual(["todos", "journals"]);
  expect(toRows(tables[0], "todo_id", "due_local", "completed", "priority")).toEqual([
    {
      todo_id: "t",
      due_local: new Date("2024-05-10T00:00:00Z"),
      completed: new Date("2024-05-09T10:00:00Z"),
      priority: 1
    }
  ]);
  expect(toRows(tables[1], "description")).toEqual([{description: "Rain\nall day"}]);
});

test("icalendar refuses what is no calendar", async () => {
  const {tables, problems} = await read(icalendar, "hello", "a.ics");
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toBe("no calendar in it");
});
