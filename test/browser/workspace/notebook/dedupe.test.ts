import {expect, test} from "vitest";
import {Random} from "../../../../src/lib/random.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import {toEntryType} from "../../../../src/model/entry-type.ts";
import {COMPUTE_HERE} from "../../../../src/workspace/compute/compute.ts";
import {settleDuplicates} from "../../../../src/workspace/dedupe/accept-duplicates.ts";
import {createDuplicates} from "../../../../src/workspace/dedupe/duplicates.ts";
import {createDedupe} from "../../../../src/workspace/notebook/dedupe.ts";
import {freshStore} from "../../store/fresh-store.ts";

const PERSON = toEntryType({
  name: "person",
  schema: {
    type: "object",
    properties: {
      given_name: {type: "string"},
      surname: {type: "string"},
      born: {type: "string", format: "date"},
      street: {type: "string"}
    }
  }
});
const GIVEN = ["Anna", "Bela", "Carla", "Dmitri", "Eva", "Farid", "Greta", "Hiro"];
const SURNAMES = ["Meyerbeer", "Novakova", "Rossini", "Ivanovich", "Lindqvist", "Haddadi", "Weber"];
const PEOPLE = 80;
/** The first of them stand there once more, with a letter of the name left out. */
const TWINS = 8;

async function openPeople() {
  const store = await freshStore(PERSON);
  const random = new Random("people of a notebook");
  const people = Array.from({length: PEOPLE}, () => ({
    given_name: random.pick(GIVEN),
    surname: random.pick(SURNAMES),
    born: random.fill(`19${random.integer(40, 99)}-0${random.integer(1, 9)}-1#`),
    street: `${random.integer(1, 200)} Mill Lane`
  }));
  const twins = people.slice(0, TWINS).map(({surname, ...rest}) => ({
    ...rest,
    surname: surname.slice(0, 4) + surname.slice(5)
  }));
  await store.entries.addAll([...people, ...twins].map((fields) => ({type: "person", fields})));
  const duplicates = createDuplicates({
    store,
    compute: COMPUTE_HERE,
    query: () => Promise.reject(new Error("no tables")),
    catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
    rawTables: () => Promise.resolve([])
  });
  return {store, duplicates, dedupe: createDedupe(COMPUTE_HERE, () => duplicates)};
}

test("dedupe(name) runs the search that is kept, compares the columns that are wanted, and heeds what was decided", async () => {
  const {store, duplicates, dedupe} = await openPeople();
  const found = await dedupe("ws.person");
  for (let i = 0; i < TWINS; ++i) expect(found.cluster[PEOPLE + i]).toBe(found.cluster[i]);
  for (const records of found.clusters)
    expect(records.map((row) => found.cluster[row])).toEqual(records.map(() => records[0]));
  expect(new Set(found.ends).size).toBe(PEOPLE + TWINS);

  const search = await duplicates.open("ws.person");
  const {ran} = search.job;
  expect((await dedupe("ws.person")).pairs).toEqual(found.pairs);
  expect((await duplicates.open("ws.person")).job.ran).toEqual(ran);

  await settleDuplicates(store, search, [search.pairs[0]!], "rejected");
  const decided = await dedupe("ws.person");
  const {a, b} = search.pairs[0]!;
  expect(found.cluster[a]).toBe(found.cluster[b]);
  expect(decided.cluster[a]).not.toBe(decided.cluster[b]);

  const columns = ["given_name", "surname", "born"];
  await dedupe("ws.person", {columns, threshold: 0.8});
  const {plan} = (await duplicates.open("ws.person")).job;
  expect(plan.columns.map(({name}) => name)).toEqual(columns);
  await expect(dedupe("ws.person", {columns: ["shoe"]})).rejects.toThrow(
    "column not found: shoe in ws.person"
  );
});
