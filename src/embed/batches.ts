/** Beyond this, larger batches are no faster. */
const MAX_BATCH_TEXTS = 64;

/** Bounds the memory of a batch: characters for each text that it may have, after padding all to the longest. */
const MAX_TEXT_CHARS = 512;

/** More than any array has. */
const INDEXES = 2 ** 32;

/** Indexes of `texts` in batches of similar length, shortest first, so that little is wasted on padding. */
export function toBatches(
  texts: readonly string[],
  maxTexts: number = MAX_BATCH_TEXTS
): number[][] {
  const maxChars = maxTexts * MAX_TEXT_CHARS;
  // as numbers, length before index: these sort without calls
  const order = Float64Array.from(texts, (text, index) => text.length * INDEXES + index).sort();
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const key of order) {
    const index = key % INDEXES;
    const padded = (batch.length + 1) * texts[index]!.length;
    if (batch.length === maxTexts || (batch.length > 0 && padded > maxChars)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
