import type {Random} from "../../lib/random.ts";
import {toCsv} from "./csv.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {blur} from "./people/blur.ts";
import {createRegister, type Person} from "./people/register.ts";

/** The list with its answer: which rows are the same person, as pairs of ids, the true one first. */
export interface PeopleList {
  rows: readonly Listed[];
  duplicates: readonly (readonly [string, string])[];
}

export type Listed = {id: string} & Person;

const ROW_COUNT = 5000;
const DUPLICATE_COUNT = 400;
/** Some are in the list three times. */
const AGAIN = 0.12;

/** A list of people in which some stand twice, a little different; the answer is not in the lake. */
export function people(random: Random): SampleFile[] {
  return [toTextFile("people/people.csv", toCsv(createPeople(random).rows))];
}

export function createPeople(root: Random): PeopleList {
  const random = root.fork("people");
  const register = createRegister(random, ROW_COUNT - DUPLICATE_COUNT);
  const origins: number[] = [];
  while (origins.length < DUPLICATE_COUNT) {
    const isAgain = origins.length > 0 && random.chance(AGAIN);
    origins.push(isAgain ? random.pick(origins) : random.integer(0, register.length - 1));
  }
  const copies = origins.map((origin) => blur(random, register[origin]!));
  const everyone = [...register, ...copies];
  const order = random.shuffle(everyone.map((_, i) => i));
  const ids: string[] = [];
  order.forEach((person, place) => (ids[person] = `P${String(place + 1).padStart(5, "0")}`));
  return {
    rows: order.map((person) => ({id: ids[person]!, ...everyone[person]!})),
    duplicates: origins.map((origin, i) => [ids[origin]!, ids[register.length + i]!] as const)
  };
}
