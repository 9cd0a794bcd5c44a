import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";

const SAMPLE = join(import.meta.dirname, "../../data/raw/sample");

/** Texts as people have them: paragraphs of the sample's notes, whole notes, and messages, many of which say the same. */
export async function readSampleTexts(): Promise<string[]> {
  const notes = await readAll(join(SAMPLE, "notes"), ".md");
  const messages = await readAll(join(SAMPLE, "messages"), ".xml");
  return [
    ...notes.flatMap((note) => note.split(/\n+/)),
    ...notes,
    ...messages.flatMap((file) => [...file.matchAll(/ body="([^"]*)"/g)].map(([, body]) => body!))
  ].filter((text) => text.trim() !== "");
}

async function readAll(folder: string, ending: string): Promise<string[]> {
  const files = await readdir(folder, {recursive: true});
  const chosen = files.filter((file) => file.endsWith(ending)).sort();
  return Promise.all(chosen.map((file) => readFile(join(folder, file), "utf8")));
}
