import {readFile, readdir} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {InputError} from "../../lib/errors.ts";
import type {Pack} from "../../model/pack.ts";
import type {Problem} from "../../model/problem.ts";
import type {PackFolder} from "./to-pack.ts";
import {toPack} from "./to-pack.ts";

/** Where packs lie, those that Lakebook brings and a user's own. */
export const PACK_FOLDER = "data/packs";
const PARTS = ["types", "kinds", "entries"];

/** The packs of a folder, those that others require before them; a broken one is left out, and why is told. In Node only. */
export async function readPacks(root = PACK_FOLDER): Promise<{packs: Pack[]; problems: Problem[]}> {
  const entries = await readdir(root, {withFileTypes: true}).catch(toNone);
  const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  const waiting = await Promise.all(folders.map(({name}) => readFolder(join(root, name))));
  const packs = new Map<string, Pack>();
  const problems: Problem[] = [];
  // one that waits for another is asked again when that one is there
  for (let before = -1; before !== packs.size;) {
    before = packs.size;
    problems.length = 0;
    for (const folder of waiting) {
      if (packs.has(folder.name)) continue;
      const found = toPack(folder, packs);
      if (found.pack) packs.set(folder.name, found.pack);
      else problems.push(...found.problems);
    }
  }
  return {packs: [...packs.values()], problems};
}

/** A folder's files as texts. Throws `InputError` where there is no such folder. */
export async function readFolder(path: string): Promise<PackFolder> {
  const names = await readdir(path).catch(() => {
    throw new InputError(`pack folder not found: ${path}`);
  });
  const files = new Map<string, string>();
  for (const name of names) {
    if (name === "pack.json" || name === "page.md")
      files.set(name, await readFile(join(path, name), "utf8"));
    if (!PARTS.includes(name)) continue;
    for (const file of (await readdir(join(path, name))).filter((one) => one.endsWith(".json")))
      files.set(`${name}/${file}`, await readFile(join(path, name, file), "utf8"));
  }
  return {name: basename(resolve(path)), path: path.replaceAll("\\", "/"), files};
}

function toNone(error: NodeJS.ErrnoException): never[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
