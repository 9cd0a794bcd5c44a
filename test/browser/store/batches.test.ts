import {expect, test} from "vitest";
import type {Batch} from "../../../src/model/batch.ts";
import type {Recipe} from "../../../src/model/recipe.ts";
import type {FileRow} from "../../../src/store/batches.ts";
import {createUuid} from "../../../src/lib/uuid.ts";
import {freshStore, openAgain} from "./fresh-store.ts";

const RECIPE: Recipe = {
  recipe: 1,
  id: "r",
  name: "People",
  match: {},
  parse: {},
  steps: [],
  target: "people",
  key: ["id"]
};

function file(sha256: string): FileRow {
  return {sha256, path: `${sha256}.csv`, bytes: 3, modified: 1, added: 2, kept: "copy"};
}

function batch(sha256: string, rest: Partial<Batch> = {}): Batch {
  return {
    id: createUuid(),
    at: Date.UTC(2026, 0, 1),
    file: {sha256, path: `${sha256}.csv`},
    inner: "",
    target: "people",
    recipe: RECIPE,
    counts: {added: 1, changed: 0, unchanged: 0, refused: 1},
    rolledBack: null,
    ...rest
  };
}

test("batches.write(write) writes files, batches and what they refused, for other tabs too", async () => {
  const store = await freshStore();
  const one = batch("a");
  const rejects = [{where: "line 3", text: "x,y,z", what: "row has 3 of 2 fields"}];
  await store.batches.write({
    files: [file("a")],
    batches: [{batch: one, rejects}],
    inPlace: []
  });
  const other = await openAgain(store);
  expect(await other.batches.list()).toEqual([one]);
  expect(await other.batches.files()).toEqual([file("a")]);
  expect(await other.batches.rejects(one.id)).toEqual(rejects);
  expect(await other.batches.rejects("none")).toEqual([]);
});

test("batches.write(write) that fails midway leaves nothing of it", async () => {
  const store = await freshStore();
  const one = batch("a");
  const twice = [one, one].map((batch) => ({batch, rejects: []}));
  await expect(
    store.batches.write({files: [file("a")], batches: twice, inPlace: []})
  ).rejects.toThrow("Key already exists");
  expect(await store.batches.files()).toEqual([]);
  expect(await store.batches.list()).toEqual([]);
});

test("batches.mark(id, time) takes a batch out of the count, and null back in", async () => {
  const store = await freshStore();
  const one = batch("a");
  await store.batches.write({files: [], batches: [{batch: one, rejects: []}], inPlace: []});
  await store.batches.mark(one.id, 7);
  expect((await store.batches.get(one.id)).rolledBack).toBe(7);
  await store.batches.mark(one.id, null);
  expect(await store.batches.get(one.id)).toEqual(one);
  await expect(store.batches.mark("none", 1)).rejects.toThrow("batch not found: none");
});

test("batches.removeFile(sha256) that a batch or a table needs names them, and removes nothing", async () => {
  const store = await freshStore();
  await store.batches.write({
    files: [file("a"), file("b"), file("c")],
    batches: [{batch: batch("a"), rejects: []}],
    inPlace: [{target: "log", file: {sha256: "b", path: "b.csv"}, inner: "", recipe: RECIPE, at: 1}]
  });
  await expect(store.batches.removeFile("a")).rejects.toThrow(
    "file is in use: a.csv, by the batch of 2026-01-01T00:00:00.000Z in people"
  );
  await expect(store.batches.removeFile("b")).rejects.toThrow("b.csv, by the table log");
  await store.batches.removeFile("c");
  expect((await store.batches.files()).map(({sha256}) => sha256)).toEqual(["a", "b"]);
});

test("recipes.put(recipe) takes the place of the one with its id", async () => {
  const store = await freshStore();
  await store.recipes.put(RECIPE);
  await store.recipes.put({...RECIPE, id: "s", name: "Animals"});
  await store.recipes.put({...RECIPE, name: "Plants"});
  expect((await store.recipes.list()).map(({name}) => name)).toEqual(["Animals", "Plants"]);
  await store.recipes.remove("s");
  expect(await store.recipes.list()).toHaveLength(1);
});
