import {access} from "node:fs/promises";
import {join} from "node:path";

/** Folders of a collection of data in which benchmarks lie; "" is the folder itself. */
const PLACES = ["", "eval", "search", "topics"];

/** The first of the names (files or folders, as paths) that is there, in the folder itself or where benchmarks lie in it. */
export async function findPath(
  folder: string,
  names: readonly string[]
): Promise<string | undefined> {
  for (const name of names)
    for (const place of PLACES) {
      const path = join(folder, place, name);
      if (await isThere(path)) return path;
    }
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  );
}

/** Hears of a benchmark that is not in the folder, in words that say what to put there. */
export type OnMissing = (expected: string) => void;
