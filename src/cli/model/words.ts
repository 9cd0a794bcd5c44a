const ASCII = /^[\x00-\x7f]*$/;
const CONTROL = /(?![\t\n\r])[\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
const PUNCTUATION = "\\p{P}\\u0021-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u007E";
const WORD = new RegExp(`[^\\s${PUNCTUATION}]+|[${PUNCTUATION}]`, "gu");
const ASCII_WORD = /[^\s!-/:-@[-`{-~]+|[!-/:-@[-`{-~]/g;

/**
 * Splits a text as BERT does (`BertNormalizer`, lower-casing and stripping accents, then `BertPreTokenizer`): words, single
 * punctuation marks and single Chinese characters. Must stay equal to what transformers.js does with our `tokenizer.json`.
 */
export function toWords(text: string): string[] {
  if (ASCII.test(text)) return clean(text).toLowerCase().match(ASCII_WORD) ?? [];
  const spaced = clean(text).replace(CHINESE, " $& ");
  return (
    spaced
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .match(WORD) ?? []
  );
}

function clean(text: string): string {
  return text.replace(CONTROL, "").replace(/\s/g, " ");
}
