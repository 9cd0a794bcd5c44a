/** What a text costs beside its letters, in letters. */
const TEXT_COST = 40;
/** How much the last batch says of the pace. */
const NEWS = 0.3;

/** How fast texts are embedded: long ones take longer, so what is left is told in letters. */
export class Pace {
  /** Texts that were embedded. */
  done = 0;
  #texts: number | null = null;
  #letters: number | null = null;

  /** Takes a batch, by hash and text, and the milliseconds that it took. */
  add(batch: readonly (readonly [string, string])[], elapsedMs: number): void {
    if (batch.length === 0) return;
    this.done += batch.length;
    const seconds = Math.max(elapsedMs, 1) / 1000;
    this.#texts = blend(this.#texts, batch.length / seconds);
    this.#letters = blend(
      this.#letters,
      batch.reduce((sum, [, text]) => sum + toCost(text), 0) / seconds
    );
  }

  /** Texts a second lately; null where nothing was done yet. */
  get rate(): number | null {
    return this.#texts;
  }

  /** Seconds for texts that cost so much in all (`toCost`); null where nothing was done yet. */
  secondsFor(cost: number): number | null {
    return this.#letters === null ? null : cost / this.#letters;
  }
}

/** What embedding a text costs, in letters. */
export function toCost(text: string): number {
  return TEXT_COST + text.length;
}

function blend(former: number | null, now: number): number {
  return former === null ? now : (1 - NEWS) * former + NEWS * now;
}
