import {createHash} from "node:crypto";
import {readFile, readdir, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import {toCard} from "./model-card.ts";
import type {ModelFacts} from "./model-facts.ts";
import {MODEL_FILES} from "./model-files.ts";
import {toModelId} from "./model-id.ts";
import {isStaticModel} from "./static/is-static-model.ts";

export interface InstalledModel extends ModelFacts {
  /** The folder's name. */
  readonly name: string;
}

/** The files that decide what vectors are; the weights come first. */
const DECIDING_FILES = ["onnx/model.onnx", "tokenizer.json", "tokenizer_config.json"] as const;

/** Hexadecimal digits: 48 bits, for the few models that one name ever had. */
const PRINT_DIGITS = 12;

/** The model folders in `folder`, by name. A folder that does not exist has none; one that begins with "." is no model. */
export async function listModels(folder: string): Promise<InstalledModel[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    }
  );
  const names = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({name}) => name)
    .filter((name) => !name.startsWith("."));
  return Promise.all(
    names.sort().map(async (name) => ({name, ...(await readFacts(join(folder, name)))}))
  );
}

/** What the files of a model's folder say of it. */
export async function readFacts(folder: string): Promise<ModelFacts> {
  const sizes = await Promise.all(MODEL_FILES.map((file) => sizeOf(join(folder, file))));
  const read = (file: string): Promise<Buffer | null> =>
    readFile(join(folder, file)).catch(() => null); // `missing` tells of what cannot be read
  const [card, licence, config, ...deciding] = await Promise.all(
    ["lakebook.json", "LICENSE", "config.json", ...DECIDING_FILES].map(read)
  );
  const [onnx] = deciding;
  return {
    bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    print: toPrint(deciding),
    dimensions: toDimensions(config?.toString() ?? ""),
    ...toCard(card?.toString() ?? null, licence?.toString() ?? null),
    isStatic: onnx ? isStaticModel(onnx) : false,
    missing: MODEL_FILES.filter((_, index) => sizes[index] === null)
  };
}

/** By which vectors of the model in a folder are known again, see `toModelId`. */
export async function readModelId(folder: string): Promise<string> {
  return toModelId(basename(folder), (await readFacts(folder)).print);
}

/** Of all that decides what vectors are, so that what people write about a model leaves it the same. */
function toPrint(files: readonly (Buffer | null | undefined)[]): string | null {
  const hash = createHash("sha256");
  for (const file of files) {
    if (!file) return null;
    hash.update(`${file.length}\n`).update(file);
  }
  return hash.digest("hex").slice(0, PRINT_DIGITS);
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({size}) => size,
    () => null
  );
}

function toDimensions(text: string): number | null {
  try {
    const config = JSON.parse(text) as {hidden_size?: unknown};
    return typeof config.hidden_size === "number" ? config.hidden_size : null;
  } catch {
    return null; // opening the model tells what is wrong with it
  }
}
