import {existsSync} from "node:fs";
import {readFile, readdir} from "node:fs/promises";
import {basename, join} from "node:path";

/** Texts of which somebody said what they are about. */
export interface LabelledTexts {
  readonly name: string;
  readonly texts: readonly string[];
  readonly classes: readonly string[];
}

const NOTES = join("data", "raw", "sample", "notes");

/** The notes of the sample, by their folder, and the collections in `folder`: a file each, {"id", "text", "class"} a line. */
export async function* readLabelled(folder: string): AsyncGenerator<LabelledTexts> {
  yield await readNotes();
  if (!existsSync(folder)) return;
  for (const file of (await readdir(folder)).sort()) {
    if (!file.endsWith(".jsonl")) continue;
    const lines = (await readFile(join(folder, file), "utf8")).split("\n").filter(Boolean);
    const rows = lines.map((line) => JSON.parse(line) as {text: string; class: string});
    yield {
      name: basename(file, ".jsonl"),
      texts: rows.map(({text}) => text),
      classes: rows.map((row) => row.class)
    };
  }
}

async function readNotes(): Promise<LabelledTexts> {
  const texts: string[] = [];
  const classes: string[] = [];
  const folders = (await readdir(NOTES, {withFileTypes: true})).filter((one) => one.isDirectory());
  for (const {name} of folders.sort((a, b) => (a.name < b.name ? -1 : 1)))
    for (const file of (await readdir(join(NOTES, name))).sort()) {
      if (!file.endsWith(".md")) continue;
      const note = await readFile(join(NOTES, name, file), "utf8");
      texts.push(note.replace(/^---\n.*?\n---\n/s, "").trim());
      classes.push(name);
    }
  return {name: "notes", texts, classes};
}
