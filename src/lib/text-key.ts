/**
 * A key by which a text is known again: 128 bits in 32 hex digits, the same in Node and in every browser, at once and
 * without cryptography. Two different texts by one key are as good as impossible by chance; somebody who means to make
 * such a pair can, and gains the other's vector. "" for text that is blank.
 *
 * MurmurHash3_x86_128 (A. Appleby, 2011) over the text's UTF-16 units in little-endian order, seed 0.
 */
export function toTextKey(text: string): string {
  if (text.trim() === "") return "";
  const {length} = text;
  const whole = length & ~7;
  const unit = (at: number): number => text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let i = 0; i < whole; i += 8) {
    h1 ^= mix(unit(i), C1, 15, C2);
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= mix(unit(i + 2), C2, 16, C3);
    h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= mix(unit(i + 4), C3, 17, C4);
    h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= mix(unit(i + 6), C4, 18, C1);
    h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  // beyond the end there is NaN, which counts as 0
  h4 ^= mix(unit(whole + 6), C4, 18, C1);
  h3 ^= mix(unit(whole + 4), C3, 17, C4);
  h2 ^= mix(unit(whole + 2), C2, 16, C3);
  h1 ^= mix(unit(whole), C1, 15, C2);
  const bytes = 2 * length;
  h1 ^= bytes;
  h2 ^= bytes;
  h3 ^= bytes;
  h4 ^= bytes;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = finish(h1);
  h2 = finish(h2);
  h3 = finish(h3);
  h4 = finish(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  return toHex(h1) + toHex(h2 + h1) + toHex(h3 + h1) + toHex(h4 + h1);
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

function mix(word: number, before: number, bits: number, after: number): number {
  return Math.imul(rotate(Math.imul(word, before), bits), after);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finish(word: number): number {
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function toHex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
