import type {ImportFile} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import type {Collection} from "./import-collect.ts";
import {collectFolder, collectPicked} from "./import-collect.ts";

/** The pickers that Chromium has and TypeScript does not know; they give handles, by which a file need not be copied. */
interface Pickers {
  showOpenFilePicker?(options: {multiple: boolean}): Promise<FileSystemFileHandle[]>;
  showDirectoryPicker?(): Promise<FileSystemDirectoryHandle>;
}

/**
 * Asks for files or a folder; undefined where nobody picked any. Must be called while a click or a key is handled.
 */
export async function pickFiles(kind: "files" | "folder"): Promise<Collection | undefined> {
  const pickers = window as Window & Pickers;
  try {
    if (kind === "folder" && pickers.showDirectoryPicker)
      return await collectFolder(await pickers.showDirectoryPicker());
    if (kind === "files" && pickers.showOpenFilePicker)
      return {
        files: await toFiles(await pickers.showOpenFilePicker({multiple: true})),
        problems: []
      };
  } catch (error) {
    if (isAbortError(error)) return undefined; // the picker was closed
    throw error;
  }
  const files = await pickByInput(kind === "folder");
  return files && collectPicked(files);
}

function toFiles(handles: readonly FileSystemFileHandle[]): Promise<ImportFile[]> {
  return Promise.all(
    handles.map(async (handle) => ({path: handle.name, blob: await handle.getFile(), handle}))
  );
}

function pickByInput(isFolder: boolean): Promise<File[] | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = isFolder;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(Array.from(input.files ?? [])));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}
