import type {ReactiveControllerHost, TemplateResult} from "lit";
import type {nothing} from "lit";
import type {DuplicatePair, DuplicateSearch, MatchPart} from "../src/index.ts";
import {LongWork} from "./long-work.ts";

/** Why pairs that are shown are said to be one or two: computed once a pair, those that are no more shown left out. */
export class PairEvidence {
  readonly #host: ReactiveControllerHost;
  readonly #work: LongWork;
  #parts = new Map<string, readonly MatchPart[]>();
  #shown = "";

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#work = new LongWork(host);
  }

  /** Undefined until they are computed. */
  of(pair: DuplicatePair): readonly MatchPart[] | undefined {
    return this.#parts.get(toPairKey(pair));
  }

  /** Another model says other things. */
  forget(): void {
    this.#parts.clear();
    this.#shown = "";
  }

  /** Computes what is not there yet of the pairs that are shown now. */
  follow(search: DuplicateSearch, pairs: readonly DuplicatePair[]): void {
    const shown = pairs.map(toPairKey).join(" ");
    if (shown === this.#shown) return;
    this.#shown = shown;
    const missing = pairs.filter((pair) => !this.#parts.has(toPairKey(pair)));
    if (missing.length === 0) return;
    void this.#work.run(
      {what: "Explaining pairs", failed: "The pairs cannot be explained", canRetry: true},
      async ({signal}) => {
        const found = await search.explain(missing, {signal});
        if (signal.aborted) return;
        missing.forEach((pair, i) => this.#parts.set(toPairKey(pair), found[i] ?? []));
        this.#host.requestUpdate();
      }
    );
  }

  /** Why it failed; nothing where it did not. */
  renderFailure(): TemplateResult | typeof nothing {
    return this.#work.renderFailure();
  }
}

/** A pair's name among the pairs of a search. */
export function toPairKey({a, b}: DuplicatePair): string {
  return `${a}-${b}`;
}
