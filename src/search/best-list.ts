import type {TypeaheadHit, TypeaheadItem} from "./typeahead-item.ts";

/** The best few of many, in order. Equal scores are in the order of title and id, so that nothing depends on who came first. */
export class BestList<T extends TypeaheadItem> {
  readonly #limit: number;
  readonly #hits: TypeaheadHit<T>[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What a score must reach to be among the best. */
  get floor(): number {
    return this.#hits.length < this.#limit ? -Infinity : (this.#hits.at(-1)?.score ?? Infinity);
  }

  add(item: T, score: number): void {
    const hits = this.#hits;
    if (score < this.floor) return;
    const hit = {item, score};
    let at = hits.length;
    while (at > 0 && isBefore(hit, hits[at - 1]!)) --at;
    if (at === this.#limit) return;
    hits.splice(at, 0, hit);
    if (hits.length > this.#limit) hits.pop();
  }

  hits(): TypeaheadHit<T>[] {
    return this.#hits;
  }
}

function isBefore<T extends TypeaheadItem>(a: TypeaheadHit<T>, b: TypeaheadHit<T>): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.item.title !== b.item.title) return a.item.title < b.item.title;
  return a.item.id < b.item.id;
}
