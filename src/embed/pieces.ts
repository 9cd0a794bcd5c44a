/** A model reads some hundred or thousand tokens at a time; pieces of this size keep the memory of a batch small. */
const MAX_PIECE_CHARS = 8192;

/** A piece ends at white space if there is any in its last part. */
const SEARCH_BACK_CHARS = 256;

/** Cuts a text into pieces that a model can take in one go. A short text is one piece, a blank one none. */
export function toPieces(text: string, maxChars = MAX_PIECE_CHARS): string[] {
  const pieces: string[] = [];
  for (let start = 0, end; start < text.length; start = end) {
    end = findCut(text, start, maxChars);
    const piece = text.slice(start, end).trim();
    if (piece) pieces.push(piece);
  }
  return pieces;
}

function findCut(text: string, start: number, maxChars: number): number {
  const end = start + maxChars;
  if (end >= text.length) return text.length;
  for (let at = end; at > end - Math.min(SEARCH_BACK_CHARS, maxChars); --at)
    if (/\s/.test(text[at]!)) return at;
  const splitsPair = /[\ud800-\udbff]/.test(text[end - 1]!) && maxChars > 1;
  return splitsPair ? end - 1 : end;
}
