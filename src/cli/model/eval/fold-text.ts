/** A text for comparing: its words in lower case with a blank between them, without accents and other marks. */
export function foldText(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{M}+/gu, "");
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const ASCII = /^[\x00-\x7f]*$/;
