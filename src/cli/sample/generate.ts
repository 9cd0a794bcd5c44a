import {Random} from "../../lib/random.ts";
import {books} from "./books.ts";
import type {Family, SampleFile} from "./file.ts";
import {garden} from "./garden.ts";
import {home} from "./home.ts";
import {lab} from "./lab.ts";
import {messages} from "./messages.ts";
import {money} from "./money.ts";
import {music} from "./music.ts";
import {notes} from "./notes.ts";
import {compareTexts} from "./order.ts";
import {people} from "./people.ts";
import {sensors} from "./sensors.ts";
import {travel} from "./travel.ts";
import {weather} from "./weather.ts";
import {workouts} from "./workouts.ts";

export const SEED = "lakebook";

export const FAMILIES: readonly Family[] = [
  home,
  lab,
  messages,
  music,
  workouts,
  notes,
  people,
  money,
  sensors,
  weather,
  books,
  travel,
  garden
];

/** Every file of the sample lake: the same seed gives the same bytes, on every machine and day. */
export async function generateSample(seed = SEED): Promise<SampleFile[]> {
  const random = new Random(seed);
  const files: SampleFile[] = [];
  for (const family of FAMILIES) files.push(...(await family(random)));
  return files.sort((a, b) => compareTexts(a.path, b.path));
}
