import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {MODEL_FILES} from "./model-files.ts";

export interface InstalledModel {
  /** The folder's name. */
  readonly name: string;
  /** Bytes of the files that embedding needs. */
  readonly bytes: number;
  /** Numbers in a vector as the configuration says, or null where it does not. */
  readonly dimensions: number | null;
  /** Files that the folder lacks; a model with any cannot be opened. */
  readonly missing: readonly string[];
}

/** The model folders in `folder`, by name. A folder that does not exist has none. */
export async function listModels(folder: string): Promise<InstalledModel[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    }
  );
  const names = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({name}) => name);
  return Promise.all(names.sort().map((name) => toInstalledModel(folder, name)));
}

async function toInstalledModel(folder: string, name: string): Promise<InstalledModel> {
  const sizes = await Promise.all(MODEL_FILES.map((file) => sizeOf(join(folder, name, file))));
  return {
    name,
    bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    dimensions: await readDimensions(join(folder, name, "config.json")),
    missing: MODEL_FILES.filter((_, index) => sizes[index] === null)
  };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({size}) => size,
    () => null
  );
}

async function readDimensions(path: string): Promise<number | null> {
  try {
    const config = JSON.parse(await readFile(path, "utf8")) as {hidden_size?: unknown};
    return typeof config.hidden_size === "number" ? config.hidden_size : null;
  } catch {
    return null; // `missing` already tells of a folder that cannot be opened
  }
}
