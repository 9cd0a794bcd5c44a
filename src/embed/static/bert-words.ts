/** What `BertNormalizer` does to a text before it is cut. */
export interface BertRules {
  /** Drops control characters, and takes any white space for a space. */
  readonly cleansText: boolean;
  /** Makes a word of each Chinese character. */
  readonly partsChinese: boolean;
  readonly lowerCases: boolean;
  readonly stripsAccents: boolean;
}

/** The rules of models for which letters are the same in either case, with accents or without. */
export const UNCASED: BertRules = {
  cleansText: true,
  partsChinese: true,
  lowerCases: true,
  stripsAccents: true
};

const PLAIN = /^[\t\n\r -~]*$/;
const CONTROL = /(?![\t\n\r])[\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
const PUNCTUATION = "\\p{P}\\u0021-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u007E";
const WORD = new RegExp(`[^\\s${PUNCTUATION}]+|[${PUNCTUATION}]`, "gu");
const PLAIN_WORD = /[0-9A-Za-z]+|[!-/:-@[-`{-~]/g;

/**
 * Splits texts as BERT does (`BertNormalizer`, then `BertPreTokenizer`): into words, single punctuation marks and single
 * Chinese characters. Must stay equal to what transformers.js does with a `tokenizer.json` of these rules.
 */
export function createWordSplitter({
  cleansText,
  partsChinese,
  lowerCases,
  stripsAccents
}: BertRules): (text: string) => string[] {
  const normalise = (text: string): string => {
    let result = cleansText ? text.replace(CONTROL, "").replace(/\s/g, " ") : text;
    if (partsChinese) result = result.replace(CHINESE, " $& ");
    if (lowerCases) result = result.toLowerCase();
    return stripsAccents ? result.normalize("NFD").replace(/\p{Mn}/gu, "") : result;
  };
  return (text) => {
    if (!PLAIN.test(text)) return normalise(text).match(WORD) ?? [];
    return (lowerCases ? text.toLowerCase() : text).match(PLAIN_WORD) ?? [];
  };
}
