import type {Random} from "../../src/lib/random.ts";

/** A file with a flaw: some bytes flipped, its end cut off, a piece doubled, two pieces swapped, bytes put in or blown up. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  const place = (): number => random.integer(0, bytes.length);
  const [start = 0, end = 0] = [place(), place()].sort((a, b) => a - b);
  switch (random.integer(0, 6)) {
    case 0: {
      const flipped = Uint8Array.from(bytes);
      for (let i = random.integer(1, 20); i > 0; --i)
        flipped[random.integer(0, Math.max(0, bytes.length - 1))] = random.integer(0, 255);
      return flipped;
    }
    case 1:
      return bytes.slice(0, start);
    case 2:
      return join(bytes.subarray(0, end), bytes.subarray(start));
    case 3:
      return join(bytes.subarray(end), bytes.subarray(start, end), bytes.subarray(0, start));
    case 4:
      return join(bytes.subarray(0, start), bytes.subarray(end));
    case 5: {
      const noise = Uint8Array.from({length: random.integer(1, 64)}, () => random.integer(0, 255));
      return join(bytes.subarray(0, start), noise, bytes.subarray(start));
    }
    default: {
      // sizes and counts that a file declares become absurd
      const blown = Uint8Array.from(bytes);
      blown.fill(random.chance(0.5) ? 0xff : 0x7f, start, Math.min(end, start + 8));
      return blown;
    }
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
