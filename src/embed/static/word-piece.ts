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

/** The ids of a word's tokens. */
export type CutWord = (word: string) => readonly number[];

/** Words whose tokens are remembered: real text repeats them. */
export const MAX_REMEMBERED = 65_536;

/** Longer ones are hardly met twice. */
export const MAX_REMEMBERED_CHARS = 40;

/**
 * Cuts a word greedily into the longest known tokens (Schuster and Nakajima, "Japanese and Korean Voice Search", 2012;
 * Devlin et al., "BERT", 2019).
 */
export function createWordPiece({
  ids,
  unknownId,
  continuation,
  maxWordChars
}: WordPieceRules): CutWord {
  let longest = 0;
  for (const token of ids.keys()) longest = Math.max(longest, token.length);
  return (word) => {
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
  };
}

/** The same, but a word that comes again is not cut again. */
export function rememberWords(cut: CutWord): CutWord {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let pieces = known.get(word);
    if (pieces) return pieces;
    pieces = cut(word);
    if (word.length > MAX_REMEMBERED_CHARS) return pieces;
    if (known.size === MAX_REMEMBERED) known.clear();
    known.set(word, pieces);
    return pieces;
  };
}
