export interface WordPieceRules {
  /** Ids by token. */
  readonly ids: ReadonlyMap<string, number>;
  /** Stands for a word that cannot be spelt. */
  readonly unknownId: number;
  /** Marks a token that continues a word, such as `##`. */
  readonly continuation: string;
  /** Longer words are unknown. */
  readonly maxWordChars: number;
}

/** Words whose tokens are remembered: real text repeats them. */
const MAX_REMEMBERED = 100_000;

/** Longer ones are hardly met twice. */
const MAX_REMEMBERED_CHARS = 40;

/**
 * Cuts a word greedily into the longest known tokens (Schuster and Nakajima, "Japanese and Korean Voice Search", 2012;
 * Devlin et al., "BERT", 2019).
 */
export function createWordPiece(rules: WordPieceRules): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  let longest = 0;
  for (const token of rules.ids.keys()) longest = Math.max(longest, token.length);
  return (word) => {
    let pieces = known.get(word);
    if (pieces) return pieces;
    pieces = cutWord(word, rules, longest);
    if (word.length > MAX_REMEMBERED_CHARS) return pieces;
    if (known.size === MAX_REMEMBERED) known.clear();
    known.set(word, pieces);
    return pieces;
  };
}

function cutWord(
  word: string,
  {ids, unknownId, continuation, maxWordChars}: WordPieceRules,
  longest: number
): number[] {
  if (word.length > maxWordChars && [...word].length > maxWordChars) return [unknownId];
  const pieces: number[] = [];
  for (let start = 0; start < word.length;) {
    let end = Math.min(word.length, start + longest);
    let id: number | undefined;
    for (; end > start; --end) {
      const piece = word.slice(start, end);
      id = ids.get(start > 0 ? continuation + piece : piece);
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknownId];
    pieces.push(id);
    start = end;
  }
  return pieces;
}
