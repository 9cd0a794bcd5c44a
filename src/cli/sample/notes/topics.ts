import {BAKING} from "./baking.ts";
import {BIRDS} from "./birds.ts";
import {FAMILY_NOTES} from "./family.ts";
import {FINANCES} from "./finances.ts";
import {GARDENING} from "./garden.ts";
import {IDEAS} from "./ideas.ts";
import {MEETINGS} from "./meetings.ts";
import {PROTOCOLS} from "./protocols.ts";
import {READING} from "./reading.ts";
import {RECIPES} from "./recipes.ts";
import {REPAIRS} from "./repairs.ts";
import type {Topic} from "./topic.ts";
import {TRAINING} from "./training.ts";
import {TRIP_NOTES} from "./trips.ts";

export const TOPICS: readonly Topic[] = [
  RECIPES,
  BAKING,
  READING,
  TRIP_NOTES,
  MEETINGS,
  REPAIRS,
  IDEAS,
  PROTOCOLS,
  GARDENING,
  TRAINING,
  FAMILY_NOTES,
  BIRDS,
  FINANCES
];
