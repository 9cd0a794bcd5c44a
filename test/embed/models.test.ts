import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {MODEL_FILES} from "../../src/embed/model-files.ts";
import {listModels} from "../../src/embed/models.ts";
import {MODELS_FOLDER} from "./installed-models.ts";

test("listModels(folder) finds the built-in model, whole, with its size and dimensions", async () => {
  const builtin = (await listModels(MODELS_FOLDER)).find(({name}) => name === "builtin");
  expect(builtin).toMatchObject({dimensions: 256, missing: []});
  expect(builtin!.bytes).toBeLessThanOrEqual(5_000_000);
});

test("listModels(folder) lists a folder that is no whole model with what it lacks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "models-"));
  await mkdir(join(folder, "empty"));
  await mkdir(join(folder, "odd"));
  await writeFile(join(folder, "odd/config.json"), "{not json");
  await writeFile(join(folder, "a file"), "");
  expect(await listModels(folder)).toEqual([
    {name: "empty", bytes: 0, dimensions: null, missing: [...MODEL_FILES]},
    {
      name: "odd",
      bytes: 9,
      dimensions: null,
      missing: MODEL_FILES.filter((file) => file !== "config.json")
    }
  ]);
  await rm(folder, {recursive: true});
});

test("listModels(folder) is empty where there is no folder", async () => {
  expect(await listModels(join(tmpdir(), "no such folder"))).toEqual([]);
});
