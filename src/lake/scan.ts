import type {BigIntStats} from "node:fs";
import {lstat, readFile, readdir, realpath} from "node:fs/promises";
import {join} from "node:path";
import {InputError, toMessage} from "../lib/errors.ts";
import type {Problem} from "../model/problem.ts";
import {RECIPE_EXTENSION} from "../model/recipe.ts";
import type {RecipeDocument} from "./cleaner.ts";

/** A file below the raw folder. */
export interface RawFile {
  /** Below the raw folder, with forward slashes. */
  readonly path: string;
  /** Where it lies on this machine. */
  readonly absolute: string;
  readonly bytes: number;
  readonly modified: Date;
  /** Changes when the file changes, as far as the file system knows: times in nanoseconds, size, inode. */
  readonly stamp: string;
}

/** What lies in the raw folder. */
export interface Scan {
  /** Sorted by path. */
  readonly files: readonly RawFile[];
  /** Recipes' documents, sorted by path. */
  readonly recipes: readonly RecipeDocument[];
  readonly problems: readonly Problem[];
}

/**
 * Walks the raw folder. Names that begin with a dot are passed over; links are not followed, but
 * named as problems. Throws `InputError` where there is no such folder.
 */
export async function scanRaw(raw: string, signal?: AbortSignal): Promise<Scan> {
  const root = await realpath(raw).catch((error: unknown) => {
    throw new InputError(`raw folder not found: ${raw}`, {cause: error});
  });
  const files: RawFile[] = [];
  const recipes: RecipeDocument[] = [];
  const problems: Problem[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted();
    const names = await readdir(join(root, folder)).catch((error: unknown) => {
      if (folder === "") throw new InputError(`raw folder cannot be read: ${raw}`, {cause: error});
      problems.push({file: folder, where: "", what: `folder cannot be read: ${toMessage(error)}`});
      return [];
    });
    for (const name of names) {
      if (name.startsWith(".")) continue;
      const path = folder === "" ? name : `${folder}/${name}`;
      const absolute = join(root, path);
      const stat = await lstat(absolute, {bigint: true}).catch(() => undefined);
      // a file that went away between the two calls was not there
      if (!stat) continue;
      if (stat.isDirectory()) folders.push(path);
      else if (stat.isFile() && name.endsWith(RECIPE_EXTENSION))
        recipes.push({path, text: await readFile(absolute, "utf8")});
      else if (stat.isFile()) files.push(toRawFile(path, absolute, stat));
      else problems.push({file: path, where: "", what: toRefusal(stat)});
    }
  }
  const byPath = (a: {path: string}, b: {path: string}): number => (a.path < b.path ? -1 : 1);
  return {
    files: files.sort(byPath),
    recipes: recipes.sort(byPath),
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : 1))
  };
}

/** A file as the compiler sees it: by what the file system says of it. */
export function toRawFile(path: string, absolute: string, stat: BigIntStats): RawFile {
  return {
    path,
    absolute,
    bytes: Number(stat.size),
    modified: new Date(Number(stat.mtimeMs)),
    stamp: [stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino].join(" ")
  };
}

function toRefusal(stat: BigIntStats): string {
  return stat.isSymbolicLink()
    ? "link not followed: put the file itself into the lake"
    : "no regular file: left out";
}
