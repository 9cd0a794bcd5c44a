import {join} from "node:path";
import {readClassFolders} from "../../../src/cli/model/eval/class-folders.ts";
import type {OnMissing} from "../../../src/cli/model/eval/find-path.ts";
import {readLabelledSets} from "../../../src/cli/model/eval/labelled-sets.ts";
import type {LabelledTexts} from "../../../src/cli/model/eval/labelled-texts.ts";

const NOTES = join("data", "raw", "sample", "notes");

/** The notes of the sample, by their folder, and the collections in the folder. */
export async function* readAllLabelled(
  folder: string,
  onMissing: OnMissing
): AsyncGenerator<LabelledTexts> {
  yield await readNotes();
  yield* readLabelledSets(folder, onMissing);
}

async function readNotes(): Promise<LabelledTexts> {
  const {texts, classes} = await readClassFolders(NOTES);
  return {
    name: "notes",
    texts: texts.map((note) => note.replace(/^---\n.*?\n---\n/s, "").trim()),
    classes
  };
}
