import {JsonError, parseJson} from "../../formats/json-text.ts";
import {isRecord} from "../../formats/records.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Field} from "../kit/kit.ts";
import {Refusals, refuse, toFieldTable} from "../kit/kit.ts";

type Exercise = Readonly<Record<string, unknown>>;

/** Keys that are lists, as an exercise has them, and not what a schema says of them. */
const LISTS = ["primaryMuscles", "secondaryMuscles", "instructions"];
const LIST = {list: "VARCHAR"} as const;

const text =
  (name: string) =>
  (exercise: Exercise): string | null =>
    typeof exercise[name] === "string" ? exercise[name] : null;
const texts =
  (name: string) =>
  (exercise: Exercise): string[] | null =>
    Array.isArray(exercise[name])
      ? exercise[name].filter((item): item is string => typeof item === "string")
      : null;

const FIELDS: readonly Field<Exercise>[] = [
  ["id", "VARCHAR", (exercise) => toId(exercise)],
  ["name", "VARCHAR", text("name")],
  ["force", "VARCHAR", text("force")],
  ["level", "VARCHAR", text("level")],
  ["mechanic", "VARCHAR", text("mechanic")],
  ["equipment", "VARCHAR", text("equipment")],
  ["category", "VARCHAR", text("category")],
  ["primary_muscles", LIST, texts("primaryMuscles")],
  ["secondary_muscles", LIST, texts("secondaryMuscles")],
  ["instructions", LIST, texts("instructions")],
  ["images", LIST, texts("images")]
];

/** The exercises of free-exercise-db: a list of all, or one file each. */
export const freeExerciseDb: Connector = {
  name: "free-exercise-db",
  label: "free-exercise-db",
  extensions: [],
  formats: ["json", "ndjson"],
  recognise: ({text}) =>
    text.includes('"equipment"') &&
    LISTS.every((key) => new RegExp(`"${key}"\\s*:\\s*\\[`).test(text)),
  tables: [
    {
      name: "exercises",
      what: "One exercise: what it trains, with what, and how it is done.",
      key: ["id"]
    }
  ],
  help: `1. Open [github.com/yuhonas/free-exercise-db](https://github.com/yuhonas/free-exercise-db), which is in the public domain.
2. Download \`dist/exercises.json\` (all of them), or a file of the folder \`exercises\`.
3. Put it into \`data/raw\`, or drop it on any page.

Join it to the table \`sets\` of your workouts by the exercise's name.`,
  read(bytes, {path}) {
    try {
      const {text, encoding} = decodeText(bytes);
      const value = parseJson(text);
      const refusals = new Refusals(path);
      const exercises = (Array.isArray(value) ? value : [value]).filter(
        (item, i): item is Exercise => {
          if (isRecord(item) && toId(item) !== null) return true;
          refusals.add(`item ${i + 1}`, JSON.stringify(item), "no exercise: it has no name");
          return false;
        }
      );
      if (exercises.length === 0) return refuse(path, "no exercise in it");
      return {
        tables: [toFieldTable("exercises", exercises, FIELDS, ["id"])],
        ...refusals.notes(),
        details: {encoding}
      };
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      return refuse(
        path,
        `no JSON: ${error.message}`,
        `line ${error.line}, column ${error.column}`
      );
    }
  }
};

/** The files name each exercise by the name of its pictures' folder: its name with underscores. */
function toId({id, name}: Exercise): string | null {
  if (typeof id === "string" && id !== "") return id;
  return typeof name === "string" && name !== "" ? name.replace(/[^\w-]+/g, "_") : null;
}
