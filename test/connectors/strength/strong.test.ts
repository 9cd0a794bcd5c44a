import {expect, test} from "vitest";
import {toSeconds} from "../../../src/connectors/strength/duration.ts";
import {strong} from "../../../src/connectors/strength/strong.ts";
import {readWith, recognise, toRows} from "../collect.ts";

const OLD = `Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2019-01-11 12:31:54;"Leg; heavy";"Deadlift (Barbell)";W;100;lbs;5;;;;0;"";"early";1h 5m
2019-01-11 12:31:54;"Leg; heavy";"Deadlift (Barbell)";1;80,5;kg;4;8,5;;;0;"";"early";1h 5m
2019-01-11 12:31:54;"Leg; heavy";"Rowing";1;0;kg;0;;1.5;mi.;600;"";"early";1h 5m
`;
const NEW = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2023-01-15 17:35:12,Push Day,1h 10m,Bench Press (Barbell),1,80,5.0,0,0,,,8
2023-01-15 17:35:12,Push Day,1h 10m,Bench Press (Barbell),Rest Timer,,,,120,,,
2023-01-15 17:35:12,Push Day,1h 10m,Bench Press (Barbell),D,60,8,0,0,,,
2023-01-15 17:35:12,Push Day,1h 10m,Running,1,0,0,5,1500,,,
`;
const NEWEST = `Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (lbs);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes
1;2026-09-20 18:00:00;Push;3600;Bench Press (Barbell);F;100;10;;;;;
1;2026-09-20 18:00:00;Push;3600;Rowing;1;;;;400;90;;
`;

test("strong reads the generation with semicolons and a unit in each row", async () => {
  const {tables, problems} = await readWith(strong, OLD);
  const [first, second, third] = toRows(tables[0]);
  expect(problems).toEqual([]);
  expect(first).toEqual({
    workout_id: "2019-01-11T12:31 Leg; heavy",
    start_time: new Date("2019-01-11T12:31:54Z"),
    end_time: new Date("2019-01-11T13:36:54Z"),
    workout: "Leg; heavy",
    exercise: "Deadlift (Barbell)",
    exercise_index: 1,
    set_index: 1,
    set_type: "warmup",
    weight_kg: 45.359237,
    weight_original: 100,
    weight_unit: "lbs",
    reps: 5,
    distance_m: null,
    duration_s: null,
    rpe: null,
    notes: null,
    workout_notes: "early",
    superset: null,
    source: "strong"
  });
  expect(second).toMatchObject({weight_kg: 80.5, rpe: 8.5, set_index: 2});
  expect(third).toMatchObject({
    weight_kg: null,
    distance_m: 2414.016,
    duration_s: 600,
    exercise_index: 2
  });
});

test("strong reads the generation with commas and without units: kilograms and kilometres are assumed", async () => {
  const rows = toRows((await readWith(strong, NEW)).tables[0]);
  expect(rows.map((row) => [row.set_index, row.set_type, row.weight_kg, row.weight_unit])).toEqual([
    [1, "normal", 80, null],
    [2, "dropset", 60, null],
    [1, "normal", null, null]
  ]);
  expect(rows[0]).toMatchObject({reps: 5, rpe: 8, end_time: new Date("2023-01-15T18:45:12Z")});
  expect(rows[2]).toMatchObject({distance_m: 5000, duration_s: 1500});
});

test("strong reads the generation with units in the header", async () => {
  const [first, second] = toRows((await readWith(strong, NEWEST)).tables[0]);
  expect(first).toMatchObject({
    weight_kg: 45.359237,
    weight_unit: "lbs",
    set_type: "failure",
    end_time: new Date("2026-09-20T19:00:00Z")
  });
  expect(second).toMatchObject({distance_m: 400, duration_s: 90, weight_kg: null});
});

test("strong reads the time of phones with twelve hours", async () => {
  const {tables} = await readWith(
    strong,
    NEW.replaceAll("2023-01-15 17:35:12", "2023-01-15 5:35:12\u202fPM")
  );
  expect(toRows(tables[0])[0]!.start_time).toEqual(new Date("2023-01-15T17:35:12Z"));
});

test("strong is known by its header in all generations", () => {
  expect([OLD, NEW, NEWEST].map((text) => recognise(text, "export.csv"))).toEqual([
    "strong",
    "strong",
    "strong"
  ]);
});

test("toSeconds(text) reads the durations of apps, and nothing else", () => {
  const texts = [
    "1h 5m",
    "45m",
    "45min",
    "1h",
    "90s",
    "1:05:00",
    "10:30",
    "3900",
    "",
    "soon",
    "5x"
  ];
  expect(texts.map(toSeconds)).toEqual([
    3900,
    2700,
    2700,
    3600,
    90,
    3900,
    630,
    3900,
    null,
    null,
    null
  ]);
});
