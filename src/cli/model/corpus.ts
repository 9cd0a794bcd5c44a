import {spawn} from "node:child_process";
import {once} from "node:events";
import {createReadStream} from "node:fs";
import {readdir} from "node:fs/promises";
import {basename, join} from "node:path";
import {createInterface} from "node:readline";
import {text} from "node:stream/consumers";

/** One document of the corpus: a line `= title`, then a paragraph a line, then a blank line. */
export interface CorpusDocument {
  /** Often empty. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The `.txt` and `.txt.xz` files of a folder, in order of name. */
export async function listCorpus(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.txt(\.xz)?$/.test(name)).sort();
  if (names.length === 0)
    throw new Error(`corpus empty: no .txt or .txt.xz in ${folder}; give another --corpus`);
  return names.map((name) => join(folder, name));
}

/** `wiki_a` for `corpus/wiki_a.txt.xz`. */
export function toSourceName(path: string): string {
  return basename(path).replace(/\.txt(\.xz)?$/, "");
}

/** Reads a corpus file document by document, unpacking `.xz` by the command `xz`. */
export async function* readCorpus(path: string): AsyncGenerator<CorpusDocument> {
  let title = "";
  let paragraphs: string[] = [];
  for await (const line of readLines(path)) {
    if (line.startsWith("= ") || line === "=") {
      if (paragraphs.length > 0) yield {title, paragraphs};
      title = line.slice(2).trim();
      paragraphs = [];
    } else if (line.trim()) paragraphs.push(line);
  }
  if (paragraphs.length > 0) yield {title, paragraphs};
}

async function* readLines(path: string): AsyncGenerator<string> {
  if (!path.endsWith(".xz")) {
    yield* createInterface({input: createReadStream(path), crlfDelay: Infinity});
    return;
  }
  const xz = spawn("xz", ["-dc", path], {stdio: ["ignore", "pipe", "pipe"]});
  const ended = once(xz, "close") as Promise<[number]>;
  const complaint = text(xz.stderr);
  try {
    yield* createInterface({input: xz.stdout, crlfDelay: Infinity});
    const [code] = await ended;
    if (code !== 0) throw new Error(`corpus file unreadable: ${path}: ${(await complaint).trim()}`);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    throw new Error(`xz not found: cannot unpack ${path}; install xz`, {cause});
  } finally {
    xz.kill();
  }
}
