import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** Writes a model's files into a folder. */
export async function writeTinyModel(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, content);
  }
}
