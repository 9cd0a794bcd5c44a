import {UNCASED, createWordSplitter} from "../../embed/static/bert-words.ts";

/** The words of a text as our `tokenizer.json` has them cut: lower-cased and without accents. */
export const toWords: (text: string) => string[] = createWordSplitter(UNCASED);
