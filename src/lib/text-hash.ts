/**
 * A hash by which a text is known again: SHA-256 in hex, or, where the page may not use cryptography (plain http on
 * another host), 106 bits of a mixing hash. Which of the two it is can be seen from its length, so they never meet.
 */
export async function hashText(
  text: string,
  subtle: SubtleCrypto | undefined = (globalThis.crypto as Crypto | undefined)?.subtle
): Promise<string> {
  if (!subtle) return toHex53(hashNumber(text)) + toHex53(hashNumber(text, 0x9e3779b9));
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toHex53(hash: number): string {
  return hash.toString(16).padStart(14, "0");
}

/**
 * A whole number of 53 bits by which a text is known again, at once and without cryptography: two 32-bit
 * multiply-and-xor lanes over UTF-16 units, finished as in MurmurHash3.
 */
export function hashNumber(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; ++i) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
}
