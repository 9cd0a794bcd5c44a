import {copyFile, link, mkdir, readdir, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
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

/** What transformers.js reads of a model's folder. */
const MODEL_FILES = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model.onnx"];

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
  const models = await listModels();
  for (const {name, files} of models) {
    for (const file of files)
      await place(join(MODELS, name, file), join(LIB, "models", name, file));
  }
  await writeFile(join(LIB, "models.js"), modelsModule(models));
}

interface ModelFiles {
  readonly name: string;
  readonly files: readonly string[];
}

async function listModels(): Promise<ModelFiles[]> {
  const folders = await readdir(MODELS, {withFileTypes: true}).catch(() => []);
  const models = folders
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(async ({name}) => ({name, files: await presentFiles(join(MODELS, name))}));
  return (await Promise.all(models))
    .filter(({files}) => files.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A folder that lacks a file is published as it is: the page then says which one is missing. */
async function presentFiles(folder: string): Promise<string[]> {
  const found = await Promise.all(
    MODEL_FILES.map((file) => stat(join(folder, file)).catch(() => null))
  );
  return MODEL_FILES.filter((_, i) => found[i]?.isFile());
}

function modelsModule(models: readonly ModelFiles[]): string {
  const entries = models.map(({name, files}) => {
    const urls = files.map((file) => {
      const path = JSON.stringify(`./models/${name}/${file}`);
      return `    ${JSON.stringify(file)}: FileAttachment(${path}).href`;
    });
    return `  ${JSON.stringify(name)}: {\n${urls.join(",\n")}\n  }`;
  });
  return `import {FileAttachment} from "observablehq:stdlib";\n\nexport const models = {\n${entries.join(",\n")}\n};\n`;
}

/** A hard link where the disk allows one (models can be large), else a copy; nothing where it is there already. */
async function place(from: string, to: string): Promise<void> {
  const [source, target] = await Promise.all([stat(from), stat(to).catch(() => null)]);
  if (target && target.size === source.size && target.mtimeMs === source.mtimeMs) return;
  await mkdir(dirname(to), {recursive: true});
  await rm(to, {force: true});
  await link(from, to).catch(() => copyFile(from, to));
}
