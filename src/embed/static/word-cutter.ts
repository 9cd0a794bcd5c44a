/** Words whose tokens are remembered: real text repeats them. */
const MAX_REMEMBERED = 100_000;

/** Longer ones are hardly met twice. */
const MAX_REMEMBERED_CHARS = 40;

/** White space at which BERT's rules always cut, and which they take for nothing else. */
const WORD = /[^ \t\n\r]+/g;

/**
 * Cuts a text word by word, each word once: under BERT's rules (Devlin et al., BERT, 2019) nothing that is said of a word
 * depends on what stands beyond white space. Null where the rules are others.
 *
 * @param cutWord the tokens of one word
 */
export function createWordCutter(
  rules: Readonly<Record<string, unknown>>,
  cutWord: (word: string) => readonly number[]
): ((text: string) => number[]) | null {
  if (!areWordsApart(rules)) return null;
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const ids: number[] = [];
    for (const word of text.match(WORD) ?? []) {
      let tokens = known.get(word);
      if (!tokens) {
        tokens = cutWord(word);
        if (known.size === MAX_REMEMBERED) known.clear();
        if (word.length <= MAX_REMEMBERED_CHARS) known.set(word, tokens);
      }
      for (const id of tokens) ids.push(id);
    }
    return ids;
  };
}

function areWordsApart({normalizer, pre_tokenizer, model, added_tokens}: Rules): boolean {
  return (
    typeOf(normalizer) === "BertNormalizer" &&
    (normalizer as {clean_text?: unknown}).clean_text === true &&
    typeOf(pre_tokenizer) === "BertPreTokenizer" &&
    typeOf(model) === "WordPiece" &&
    Array.isArray(added_tokens) &&
    added_tokens.every(({content}: {content?: unknown}) => !/\s/.test(String(content)))
  );
}

type Rules = Readonly<Record<string, unknown>>;

function typeOf(rule: unknown): unknown {
  return (rule as {type?: unknown} | null | undefined)?.type;
}
