const BLOCK_BYTES = 64;

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const ROUNDS = toFractions(64, Math.cbrt);
/** The same of the square roots of the first 8 primes (5.3.3). */
const START = toFractions(8, Math.sqrt);

/**
 * SHA-256 (FIPS 180-4) of bytes that come in pieces. The browser's own gives a digest of what is in memory as a whole
 * only, which a file of a gigabyte is not to be.
 */
export class Sha256 {
  readonly #state = Uint32Array.from(START);
  readonly #words = new Uint32Array(64);
  readonly #rest = new Uint8Array(BLOCK_BYTES);
  #restLength = 0;
  #length = 0;

  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let start = 0;
    if (this.#restLength > 0) {
      start = Math.min(BLOCK_BYTES - this.#restLength, bytes.length);
      this.#rest.set(bytes.subarray(0, start), this.#restLength);
      this.#restLength += start;
      if (this.#restLength < BLOCK_BYTES) return this;
      this.#process(this.#rest, 0);
      this.#restLength = 0;
    }
    for (; start + BLOCK_BYTES <= bytes.length; start += BLOCK_BYTES) this.#process(bytes, start);
    this.#rest.set(bytes.subarray(start));
    this.#restLength = bytes.length - start;
    return this;
  }

  /** The digest in hex. Nothing can be added afterwards. */
  digest(): string {
    const bits = this.#length * 8;
    const padding = new Uint8Array(
      this.#restLength < 56 ? 64 - this.#restLength : 128 - this.#restLength
    );
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, "0")).join("");
  }

  #process(bytes: Uint8Array, start: number): void {
    const words = this.#words;
    for (let i = 0; i < 16; ++i) {
      const at = start + i * 4;
      words[i] =
        (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    }
    for (let i = 16; i < 64; ++i) {
      const x = words[i - 15]!;
      const y = words[i - 2]!;
      const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = (words[i - 16]! + small + words[i - 7]! + large) | 0;
    }
    const state = this.#state;
    let a = state[0]! | 0;
    let b = state[1]! | 0;
    let c = state[2]! | 0;
    let d = state[3]! | 0;
    let e = state[4]! | 0;
    let f = state[5]! | 0;
    let g = state[6]! | 0;
    let h = state[7]! | 0;
    for (let i = 0; i < 64; ++i) {
      const sumE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + sumE + ((e & f) ^ (~e & g)) + ROUNDS[i]! + words[i]!) | 0;
      const sumA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (sumA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0]! += a;
    state[1]! += b;
    state[2]! += c;
    state[3]! += d;
    state[4]! += e;
    state[5]! += f;
    state[6]! += g;
    state[7]! += h;
  }
}

function toFractions(count: number, root: (value: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; ++n)
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}
