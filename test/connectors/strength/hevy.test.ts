import {expect, test} from "vitest";
import {hevy} from "../../../src/connectors/strength/hevy.ts";
import {readWith, recognise, toRows} from "../collect.ts";

const HEADER = `"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"`;
const OLD = `${HEADER}
"Push","3 Jun 2025, 19:56","3 Jun 2025, 20:58","good","Bench Press (Dumbbell)",,"slow",0,"warmup",20,12,,,
"Push","3 Jun 2025, 19:56","3 Jun 2025, 20:58","good","Bench Press (Dumbbell)",,"slow",1,"normal",48.5,8,,,8.5
"Push","3 Jun 2025, 19:56","3 Jun 2025, 20:58","good","Treadmill",0,"",0,"normal",,,2.5,900,
"Push","3 Jun 2025, 19:56","3 Jun 2025, 20:58","good","Bench Press (Dumbbell)",,"slow",0,"failure",48.5,6,,,
`;

test("hevy reads sets with the clock's time, numbered in the order in which they were done", async () => {
  const {tables, problems} = await readWith(hevy, OLD);
  const rows = toRows(tables[0]);
  expect(problems).toEqual([]);
  expect([tables[0]!.name, tables[0]!.key]).toEqual([
    "sets",
    ["workout_id", "exercise_index", "set_index"]
  ]);
  expect(tables[0]!.columns[1]).toMatchObject({name: "start_time", type: "TIMESTAMP"});
  expect(rows[1]).toEqual({
    workout_id: "2025-06-03T19:56 Push",
    start_time: new Date("2025-06-03T19:56:00Z"),
    end_time: new Date("2025-06-03T20:58:00Z"),
    workout: "Push",
    exercise: "Bench Press (Dumbbell)",
    exercise_index: 1,
    set_index: 2,
    set_type: "normal",
    weight_kg: 48.5,
    weight_original: 48.5,
    weight_unit: "kg",
    reps: 8,
    distance_m: null,
    duration_s: null,
    rpe: 8.5,
    notes: "slow",
    workout_notes: "good",
    superset: null,
    source: "hevy"
  });
  expect(rows[2]).toMatchObject({
    distance_m: 2500,
    duration_s: 900,
    weight_kg: null,
    weight_unit: null,
    superset: 0
  });
  const places = rows.map((row) => [row.exercise_index, row.set_index, row.set_type]);
  expect(places).toEqual([
    [1, 1, "warmup"],
    [1, 2, "normal"],
    [2, 1, "normal"],
    [3, 1, "failure"]
  ]);
});

test("hevy reads the newer export, in pounds and miles, to the same workout", async () => {
  const newer = `title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_lbs,reps,distance_miles,duration_seconds,rpe
Push,2025-06-03 19:56:00,2025-06-03 20:58:00,,Bench Press (Dumbbell),,,0,dropset,100,12,,,
Push,2025-06-03 19:56:00,2025-06-03 20:58:00,,Treadmill,,,0,normal,,,2,,
`;
  const [first, second] = toRows((await readWith(hevy, newer)).tables[0]);
  expect(first).toMatchObject({
    workout_id: "2025-06-03T19:56 Push",
    weight_kg: 45.359237,
    weight_original: 100,
    weight_unit: "lbs",
    set_type: "dropset"
  });
  expect(second!.distance_m).toBe(3218.688);
});

test("hevy reads months in the language of the phone", async () => {
  for (const text of ["3 Juni 2025, 19:56", "3 juin 2025, 19:56", "3 jun 2025, 19:56"]) {
    const {tables} = await readWith(hevy, OLD.replaceAll("3 Jun 2025, 19:56", text));
    expect(toRows(tables[0])[0]!.workout_id).toBe("2025-06-03T19:56 Push");
  }
});

test("hevy refuses rows whose time cannot be read, and keeps their text", async () => {
  const {tables, problems, rejects} = await readWith(
    hevy,
    `${OLD}"Push","soon","","","Squat",,"",0,"normal",100,5,,,\n`
  );
  expect(toRows(tables[0])).toHaveLength(4);
  expect(problems[0]).toEqual({
    file: "export",
    where: "line 6",
    what: "1 row refused: no time that can be read"
  });
  expect(rejects![0]!.text).toContain("Squat");
});

test("hevy refuses a file without any set", async () => {
  expect(await readWith(hevy, `${HEADER}\n`)).toMatchObject({
    tables: [],
    problems: [{what: "no sets in it"}]
  });
});

test("hevy is known by its header, whatever the file is called", () => {
  expect(recognise(OLD, "whatever.txt")).toBe("hevy");
  expect(recognise("title,start_time\nx,2025-01-01\n", "workouts.csv")).toBeNull();
});
