import {Random} from "../../../src/lib/random.ts";
import {createPeople} from "../../../src/cli/sample/people.ts";
import {SEED} from "../../../src/cli/sample/generate.ts";
import type {MadeSet} from "./made-set.ts";
import {toMadeTable} from "./made-set.ts";

/** The people of the sample lake: households that share name, street and phone, five times as many pairs as twins. */
export function makeSamplePeople(): MadeSet {
  const {rows, duplicates} = createPeople(new Random(SEED));
  const things = new Map(rows.map(({id}, thing) => [id, thing]));
  for (const [origin, copy] of duplicates) things.set(copy, things.get(origin)!);
  return {
    name: "people of the sample",
    first: toMadeTable(
      rows.map(({id, ...values}) => ({
        thing: things.get(id)!,
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value ?? ""])
        )
      }))
    )
  };
}
