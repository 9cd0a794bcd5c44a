import {existsSync} from "node:fs";
import {join} from "node:path";

/** The models that come with the project. */
export const MODELS_FOLDER = join(import.meta.dirname, "../../data/models");

/** A model of others, which lies beside the project where it is developed and nowhere else. */
export const POTION_FOLDER = join(
  import.meta.dirname,
  "../../../shared/data/models/potion-base-4m-int8-tfjs"
);

export const hasPotion = existsSync(POTION_FOLDER);
