import {expect, test} from "vitest";
import {freeExerciseDb} from "../../src/connectors/exercises/free-exercise-db.ts";
import {readWith, recognise, toRows} from "./collect.ts";

const PLANK = {
  id: "Plank",
  name: "Plank",
  force: "static",
  level: "beginner",
  mechanic: null,
  equipment: "body only",
  primaryMuscles: ["abdominals"],
  secondaryMuscles: [],
  instructions: ["Lie down.", "Hold."],
  category: "strength",
  images: ["Plank/0.jpg"]
};

test("free-exercise-db reads a list of exercises, their lists as lists", async () => {
  const {tables, problems} = await readWith(freeExerciseDb, JSON.stringify([PLANK]));
  expect(problems).toEqual([]);
  expect(tables[0]).toMatchObject({name: "exercises", key: ["id"]});
  expect(tables[0]!.columns.find(({name}) => name === "images")!.type).toEqual({list: "VARCHAR"});
  expect(toRows(tables[0])).toEqual([
    {
      id: "Plank",
      name: "Plank",
      force: "static",
      level: "beginner",
      mechanic: null,
      equipment: "body only",
      category: "strength",
      primary_muscles: ["abdominals"],
      secondary_muscles: [],
      instructions: ["Lie down.", "Hold."],
      images: ["Plank/0.jpg"]
    }
  ]);
});

test("free-exercise-db reads a file of one exercise, and makes the id of the name", async () => {
  const {tables} = await readWith(
    freeExerciseDb,
    JSON.stringify({...PLANK, id: undefined, name: "Side / Plank"})
  );
  expect(toRows(tables[0])[0]!.id).toBe("Side_Plank");
});

test("free-exercise-db refuses items that are no exercises, and files that are no JSON", async () => {
  const {tables, rejects} = await readWith(freeExerciseDb, JSON.stringify([PLANK, 3]));
  expect(toRows(tables[0])).toHaveLength(1);
  expect(rejects).toEqual([{where: "item 2", text: "3", what: "no exercise: it has no name"}]);
  const broken = await readWith(freeExerciseDb, JSON.stringify([PLANK]).slice(0, -1));
  expect(broken.tables).toEqual([]);
  expect(broken.problems[0]!.what).toMatch(/^no JSON: /);
});

test("free-exercise-db is known by its keys, whatever the file is called", () => {
  expect(recognise(JSON.stringify([PLANK]), "x.json")).toBe("free-exercise-db");
  expect(recognise(JSON.stringify(PLANK), "x.json")).toBe("free-exercise-db");
  expect(recognise('[{"name": "Plank", "instructions": []}]', "exercises.json")).toBeNull();
  const list = {type: "array"};
  const properties = {
    equipment: {},
    primaryMuscles: list,
    secondaryMuscles: list,
    instructions: list
  };
  expect(recognise(JSON.stringify({properties}), "schema.json")).toBeNull();
});
