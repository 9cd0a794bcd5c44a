import {mkdir, readFile, readdir, rm, rmdir, writeFile} from "node:fs/promises";
import {dirname, join, relative, sep} from "node:path";
import {InputError} from "../../lib/errors.ts";
import type {SampleFile} from "./file.ts";

/** Stands in every folder that we have written: only such a folder is ever cleared of stale files. */
export const MARKER = ".sample";

const MARKER_TEXT = "Made by `npm run sample`: files here that it does not make are removed.\n";

/** What happened to the files of a folder, as paths below it. */
export interface StoreResult {
  written: readonly string[];
  unchanged: readonly string[];
  removed: readonly string[];
}

/**
 * Makes a folder hold exactly these files: writes what is new, removes what is stale.
 * Throws an `InputError` at a folder that holds something and was not made by this program.
 */
export async function storeSample(
  files: readonly SampleFile[],
  folder: string
): Promise<StoreResult> {
  const present = await listFiles(folder);
  if (present.length > 0 && !present.includes(MARKER)) {
    throw new InputError(
      `folder that holds other files: ${folder}; name an empty or new folder with --out`
    );
  }
  const marked = [...files, {path: MARKER, bytes: new TextEncoder().encode(MARKER_TEXT)}];
  const wanted = new Set(marked.map(({path}) => path));
  const removed = present.filter((path) => !wanted.has(path));
  for (const path of removed) await rm(join(folder, path));
  const [written, unchanged]: [string[], string[]] = [[], []];
  for (const file of marked) {
    const isSame =
      present.includes(file.path) && (await holds(join(folder, file.path), file.bytes));
    if (!isSame) await write(join(folder, file.path), file.bytes);
    (isSame ? unchanged : written).push(file.path);
  }
  await removeEmptyFolders(folder);
  return {written, unchanged, removed};
}

/** All files below a folder, as paths with `/`; none where the folder does not exist. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    }
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.from(bytes).equals(await readFile(path));
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, bytes);
}

async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    if (!entry.isDirectory()) continue;
    const child = join(folder, entry.name);
    await removeEmptyFolders(child);
    if ((await readdir(child)).length === 0) await rmdir(child);
  }
}
