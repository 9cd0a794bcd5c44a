import {UnavailableError} from "../../lib/errors.ts";
import {toBlobSource} from "../../model/bytes.ts";
import type {Folder} from "./folder.ts";

/** Throws `UnavailableError` where the folder that a page was given once is no longer there. */
export async function checkThere(root: FileSystemDirectoryHandle): Promise<void> {
  try {
    await root.keys().next();
  } catch (error) {
    ifMissing(error);
    throw new UnavailableError(
      `folder not found: ${root.name}; it was moved or removed, choose it again`,
      {cause: error}
    );
  }
}

/** A folder that somebody gave the page (File System Access API). */
export function toHandleFolder(root: FileSystemDirectoryHandle): Folder {
  return {
    name: root.name,

    async list(below) {
      const folder = await findFolder(root, below.split("/"));
      const paths: string[] = [];
      if (folder)
        for await (const [name, handle] of folder.entries())
          if (handle.kind === "file" && !name.startsWith(".")) paths.push(`${below}/${name}`);
      return paths.sort();
    },

    async open(path) {
      const {folder, name} = split(path);
      const handle = await (await findFolder(root, folder))?.getFileHandle(name).catch(ifMissing);
      return handle && toBlobSource(path, await handle.getFile());
    },

    async write(path, content) {
      const {folder, name} = split(path);
      const place = await makeFolder(root, folder);
      const handle = await place.getFileHandle(name, {create: true});
      // what is written takes the file's place when it is closed
      const file = await handle.createWritable();
      try {
        if (typeof content === "string") await file.write(content);
        else for await (const piece of content) await file.write(piece as BufferSource);
      } catch (error) {
        await file.abort();
        throw error;
      }
      await file.close();
    },

    async remove(path) {
      const {folder, name} = split(path);
      await (await findFolder(root, folder))?.removeEntry(name).catch(ifMissing);
    }
  };
}

async function findFolder(
  root: FileSystemDirectoryHandle,
  names: readonly string[]
): Promise<FileSystemDirectoryHandle | undefined> {
  let folder: FileSystemDirectoryHandle | undefined = root;
  for (const name of names) folder = await folder?.getDirectoryHandle(name).catch(ifMissing);
  return folder;
}

async function makeFolder(
  root: FileSystemDirectoryHandle,
  names: readonly string[]
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const name of names) folder = await folder.getDirectoryHandle(name, {create: true});
  return folder;
}

function split(path: string): {folder: string[]; name: string} {
  const parts = path.split("/");
  return {folder: parts.slice(0, -1), name: parts.at(-1)!};
}

function ifMissing(error: unknown): undefined {
  if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
  throw error;
}
