import {spawn} from "node:child_process";
import {once} from "node:events";
import {createReadStream} from "node:fs";
import {readdir} from "node:fs/promises";
import {basename, join} from "node:path";
import {createInterface} from "node:readline";
import type {Readable} from "node:stream";

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
  for await (const line of createInterface({input: openText(path), crlfDelay: Infinity})) {
    if (line.startsWith("= ") || line === "=") {
      if (paragraphs.length > 0) yield {title, paragraphs};
      title = line.slice(2).trim();
      paragraphs = [];
    } else if (line.trim()) paragraphs.push(line);
  }
  if (paragraphs.length > 0) yield {title, paragraphs};
}

function openText(path: string): Readable {
  if (!path.endsWith(".xz")) return createReadStream(path);
  const xz = spawn("xz", ["-dc", path], {stdio: ["ignore", "pipe", "pipe"]});
  let complaint = "";
  xz.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  xz.on("error", (cause) =>
    xz.stdout.destroy(new Error(`xz not found: cannot unpack ${path}; install it`, {cause}))
  );
  void once(xz, "close").then(([code]) => {
    if (code !== 0)
      xz.stdout.destroy(new Error(`corpus file unreadable: ${path}: ${complaint.trim()}`));
  });
  return xz.stdout;
}
