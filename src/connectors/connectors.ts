import type {Connector} from "../model/format.ts";
import {freeExerciseDb} from "./exercises/free-exercise-db.ts";
import {appleHealth} from "./health/apple-health.ts";
import {hevy} from "./strength/hevy.ts";
import {strong} from "./strength/strong.ts";
import {fitFiles, gpxFiles, tcxFiles} from "./training/training.ts";

/** All connectors that Lakebook brings; of two that know a file, the first one reads it. */
export const CONNECTORS: readonly Connector[] = [
  appleHealth,
  fitFiles,
  freeExerciseDb,
  gpxFiles,
  hevy,
  strong,
  tcxFiles
];
