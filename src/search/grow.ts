const FIRST_LENGTH = 1024;

/** A copy with room for at least so many numbers: the lengths double, so that appending costs little. */
export function grow(numbers: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  let length = Math.max(numbers.length, FIRST_LENGTH);
  while (length < needed) length *= 2;
  const grown = new Int32Array(length);
  grown.set(numbers);
  return grown;
}
