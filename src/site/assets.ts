import {copyFile, link, mkdir, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {MODEL_FILES} from "../embed/model-files.ts";
import type {InstalledModel} from "../embed/models.ts";
import {listModels} from "../embed/models.ts";
import {packageFolder} from "./package-folder.ts";
import {LIB, MODELS} from "./paths.ts";

/** Files of packages that a page fetches at run time, by package. */
const ENGINE_FILES: Readonly<Record<string, readonly string[]>> = {
  "@duckdb/duckdb-wasm": ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"],
  "onnxruntime-web": [
    "ort-wasm-simd-threaded.wasm",
    "ort-wasm-simd-threaded.mjs",
    "ort-wasm-simd-threaded.asyncify.wasm",
    "ort-wasm-simd-threaded.asyncify.mjs"
  ],
  "zxing-wasm": ["reader/zxing_reader.wasm"]
};

/**
 * Puts beside the bundle what pages fetch by URL: the engines' files and the embedding models, and writes
 * `lib/models.js`, which names each model file to Framework (it publishes only files that are named literally).
 */
export async function placeAssets(): Promise<void> {
  for (const [name, files] of Object.entries(ENGINE_FILES)) {
    const folder = join(packageFolder(name), "dist");
    for (const file of files) await place(join(folder, file), join(LIB, "assets", file));
  }
  await rm(join(LIB, "models"), {recursive: true, force: true});
  const models = (await listModels(MODELS)).filter(({bytes}) => bytes > 0);
  for (const model of models) {
    const {name} = model;
    for (const file of presentFiles(model))
      await place(join(MODELS, name, file), join(LIB, "models", name, file));
  }
  await writeFile(join(LIB, "models.js"), modelsModule(models));
}

/** A folder that lacks a file is published as it is: the page then says which one is missing. */
function presentFiles({missing}: InstalledModel): string[] {
  return MODEL_FILES.filter((file) => !missing.includes(file));
}

function modelsModule(models: readonly InstalledModel[]): string {
  const entries = models.map((model) => {
    const urls = presentFiles(model).map((file) => {
      const path = JSON.stringify(`./models/${model.name}/${file}`);
      return `    ${JSON.stringify(file)}: FileAttachment(${path}).href`;
    });
    return `  ${JSON.stringify(model.name)}: {\n${urls.join(",\n")}\n  }`;
  });
  const facts = Object.fromEntries(models.map(({name, ...facts}) => [name, facts]));
  return `import {FileAttachment} from "observablehq:stdlib";

export const models = {\n${entries.join(",\n")}\n};

export const modelFacts = ${JSON.stringify(facts, null, 2)};
`;
}

/** A hard link where the disk allows one (models can be large), else a copy; nothing where it is there already. */
async function place(from: string, to: string): Promise<void> {
  const [source, target] = await Promise.all([stat(from), stat(to).catch(() => null)]);
  if (target && target.size === source.size && target.mtimeMs === source.mtimeMs) return;
  await mkdir(dirname(to), {recursive: true});
  await rm(to, {force: true});
  await link(from, to).catch(() => copyFile(from, to));
}
