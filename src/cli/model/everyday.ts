import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {readCorpus} from "./corpus.ts";
import {toWords} from "./words.ts";

/** Words and senses of our own, for what people keep about their lives and work: old text hardly knows it. */
const EVERYDAY_WORDS = fileURLToPath(new URL("./everyday-words.txt", import.meta.url));
export const EVERYDAY_SENSES = fileURLToPath(new URL("./everyday.txt", import.meta.url));

const IRREGULAR_FORMS = fileURLToPath(new URL("./irregular-forms.txt", import.meta.url));

/** The files of our own that a model is learned from. */
export const OWN_TEXTS: readonly string[] = [EVERYDAY_WORDS, EVERYDAY_SENSES, IRREGULAR_FORMS];

/** Words that are tokens however rare they are in the corpus. */
export async function readEverydayWords(): Promise<string[]> {
  const words = toWords(await readFile(EVERYDAY_WORDS, "utf8"));
  for await (const {title} of readCorpus(EVERYDAY_SENSES)) words.push(...toWords(title));
  return words.filter((word) => /[\p{L}\p{N}]{2}|\p{Extended_Pictographic}/u.test(word));
}

/** See `createWordFamilies`. */
export function readIrregularForms(): Promise<string> {
  return readFile(IRREGULAR_FORMS, "utf8");
}
