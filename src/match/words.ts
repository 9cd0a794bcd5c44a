import {toPlainText} from "../lib/text-fingerprint.ts";

const SEPARATORS = /[,;:/|()[\]{}"_+&]+/g;

/** The words of a text as they are compared; marks that part words are blanks, others (`ps-lx350h`) are nothing. */
export function toWords(text: string): string[] {
  const plain = toPlainText(text.replace(SEPARATORS, " "));
  return plain === "" ? [] : plain.split(" ");
}
