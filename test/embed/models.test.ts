import {cp, mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {MODEL_FILES} from "../../src/embed/model-files.ts";
import {listModels, readModelId} from "../../src/embed/models.ts";
import {MODELS_FOLDER} from "./installed-models.ts";

const UNKNOWN = {
  bytes: 0,
  print: null,
  dimensions: null,
  languages: [],
  licence: null,
  isStatic: false
};

test("listModels(folder) finds the built-in model, whole, with its size and dimensions", async () => {
  const builtin = (await listModels(MODELS_FOLDER)).find(({name}) => name === "builtin");
  expect(builtin).toMatchObject({
    dimensions: 512,
    languages: ["en"],
    licence: "CC BY-SA 4.0",
    isStatic: true,
    missing: []
  });
  expect(builtin!.bytes).toBeLessThanOrEqual(5_000_000);
});

test("listModels(folder) lists a folder that is no whole model with what it lacks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "models-"));
  await mkdir(join(folder, "empty"));
  await mkdir(join(folder, "odd"));
  await writeFile(join(folder, "odd/config.json"), "{not json");
  await writeFile(join(folder, "odd/lakebook.json"), "[");
  await writeFile(join(folder, "odd/LICENSE"), "\n MIT License\n\nCopyright");
  await writeFile(join(folder, "a file"), "");
  await mkdir(join(folder, ".part"));
  expect(await listModels(folder)).toEqual([
    {...UNKNOWN, name: "empty", missing: [...MODEL_FILES]},
    {
      ...UNKNOWN,
      name: "odd",
      bytes: 9,
      licence: "MIT License",
      missing: MODEL_FILES.filter((file) => file !== "config.json")
    }
  ]);
  await rm(folder, {recursive: true});
});

test("readModelId(folder) is another where weights or tokenizer are others, and the same where what is said of them is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "models-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  const model = join(folder, "mine");
  await cp(join(MODELS_FOLDER, "builtin"), model, {recursive: true});
  const id = await readModelId(model);
  expect(id).toMatch(/^mine@[0-9a-f]{12}$/);
  await writeFile(join(model, "lakebook.json"), "{}");
  await writeFile(join(model, "config.json"), "{}");
  expect(await readModelId(model)).toBe(id);
  const ids = [id];
  for (const file of ["onnx/model.onnx", "tokenizer.json", "tokenizer_config.json"]) {
    await writeFile(join(model, file), "{}");
    ids.push(await readModelId(model));
  }
  expect(new Set(ids).size).toBe(4);
  await rm(join(model, "tokenizer.json"));
  expect(await readModelId(model)).toBe("mine@?");
});

test("listModels(folder) is empty where there is no folder", async () => {
  expect(await listModels(join(tmpdir(), "no such folder"))).toEqual([]);
});
