import {mkdir, readdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {DiskSource} from "../../lake/disk-source.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Folder} from "./folder.ts";

/** A folder on this machine; made when something is first written. */
export function toNodeFolder(root: string): Folder {
  return {
    name: root,

    async list(below) {
      try {
        const files = await readdir(join(root, below), {recursive: true, withFileTypes: true});
        return files
          .filter((file) => file.isFile() && !file.name.startsWith("."))
          .map(({parentPath, name}) => join(parentPath, name).slice(join(root).length + 1))
          .map((path) => path.replaceAll("\\", "/"))
          .sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },

    open: (path) => openFile(join(root, path)),

    async write(path, content) {
      const file = join(root, path);
      await mkdir(dirname(file), {recursive: true});
      await writeWhole(file, content);
    },

    remove: (path) => rm(join(root, path), {force: true})
  };
}

/** Writes a file beside its place and then moves it there: whoever is stopped in between leaves what was. */
export async function writeWhole(
  file: string,
  content: string | AsyncIterable<Uint8Array>
): Promise<void> {
  const unfinished = `${file}.part-${process.pid}`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, {force: true});
    throw error;
  }
}

/** A file on this machine as a source; undefined where there is none. */
export async function openFile(file: string): Promise<ByteSource | undefined> {
  try {
    const found = await stat(file);
    return found.isFile()
      ? new DiskSource({path: file, absolute: file, bytes: found.size})
      : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const {code} = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}
