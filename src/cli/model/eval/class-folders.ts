import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import {InputError} from "../../../lib/errors.ts";
import {decodeText} from "../../../lib/text-encoding.ts";
import type {LabelledTexts} from "./labelled-texts.ts";

/** A folder for each class, a file for each text; in order of names. Files beside the folders are none of it. */
export async function readClassFolders(
  folder: string
): Promise<Pick<LabelledTexts, "texts" | "classes">> {
  const texts: string[] = [];
  const classes: string[] = [];
  const entries = await readdir(folder, {withFileTypes: true});
  const names = entries.filter((entry) => entry.isDirectory()).map(({name}) => name);
  for (const name of names.sort())
    for (const file of await listFiles(join(folder, name))) {
      texts.push(decodeText(await readFile(file)).text);
      classes.push(name);
    }
  if (texts.length === 0)
    throw new InputError(`texts missing: ${folder} has no folder for each class; unpack it again`);
  return {texts, classes};
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return files.map(({name}) => join(folder, name)).sort();
}
