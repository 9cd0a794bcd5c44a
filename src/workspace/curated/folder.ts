import type {ByteSource} from "../../model/bytes.ts";

/** A folder of files, on a disk or behind a handle that somebody gave the page. Paths have forward slashes. */
export interface Folder {
  /** What people call it. */
  readonly name: string;
  /** The paths of all files below a folder, in order; none where it is not there. */
  list(below: string): Promise<string[]>;
  /** Undefined where there is no such file. */
  open(path: string): Promise<ByteSource | undefined>;
  /** Writes a file as a whole: what was there stays until all of it is written. */
  write(path: string, content: string | AsyncIterable<Uint8Array>): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The file as text; undefined where it is not there. */
export async function readText(folder: Folder, path: string): Promise<string | undefined> {
  const source = await folder.open(path);
  return source && new TextDecoder().decode(await source.slice(0, source.size));
}
