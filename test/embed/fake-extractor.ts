import type {Extractor} from "../../src/embed/extractor.ts";

export interface FakeExtractor extends Extractor {
  /** The texts of each call. */
  readonly calls: readonly (readonly string[])[];
  readonly isClosed: () => boolean;
}

/** A model of two dimensions: how many vowels and how many consonants a text has; zeros where it has no letter. */
export function createFakeExtractor(): FakeExtractor {
  const calls: (readonly string[])[] = [];
  let closed = false;
  return {
    dimensions: 2,
    calls,
    isClosed: () => closed,
    extract(texts) {
      calls.push(texts);
      return Promise.resolve(Float32Array.from(texts.flatMap(toVector)));
    },
    close() {
      closed = true;
      return Promise.resolve();
    }
  };
}

function toVector(text: string): [number, number] {
  const vowels = text.match(/[aeiou]/g)?.length ?? 0;
  const consonants = text.match(/[b-df-hj-np-tv-z]/g)?.length ?? 0;
  const length = Math.hypot(vowels, consonants) || 1;
  return [vowels / length, consonants / length];
}
