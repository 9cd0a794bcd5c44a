import {toSlug} from "../lib/slug.ts";
import type {Database} from "./database.ts";
import {findMergedHolders} from "./merged.ts";

const LAST_CHARACTER = "\uffff";
/** With more slugs to number than this, reading all slugs of the type once is cheaper than asking for each. */
const MAX_LOOKUPS = 64;

/**
 * Gives slugs within one type and one transaction: each is taken by no other entry, now or formerly, and by no
 * other of this maker. A thousand equal titles cost one look-up and not a thousand.
 */
export class SlugMaker {
  readonly #db: Database;
  readonly #type: string;
  readonly #given = new Set<string>();
  /** The next number to try behind a slug that is taken. */
  readonly #next = new Map<string, number>();
  #isComplete = false;
  /** The type had no entry when this maker began: what there is now, it gave. */
  #isFirst: boolean | undefined;

  constructor(db: Database, type: string) {
    this.#db = db;
    this.#type = type;
  }

  /** A slug for each title, in order. */
  make(titles: readonly string[], owners?: readonly string[]): Promise<string[]> {
    return this.claim(
      titles.map((title) => toSlug(title) || this.#type),
      owners
    );
  }

  /** Each of the slugs, or the next that is free. The entries in `owners` may have what is or was theirs. */
  async claim(slugs: readonly string[], owners: readonly string[] = []): Promise<string[]> {
    const holders = await this.#findHolders(new Set(slugs));
    if (holders.size > MAX_LOOKUPS && !this.#isComplete) await this.#readAll();
    const claimed: string[] = [];
    for (const [i, base] of slugs.entries()) {
      const isTaken = (holders.get(base) ?? owners[i]) !== owners[i] || this.#given.has(base);
      // only what asks the database is awaited: a transaction does not outlive many waits for nothing
      if (isTaken && !this.#next.has(base)) this.#next.set(base, await this.#findNext(base));
      const slug = isTaken ? this.#number(base) : base;
      this.#given.add(slug);
      claimed.push(slug);
    }
    return claimed;
  }

  /** Beyond the highest number that is stored nothing is taken but what this maker gave. */
  #number(base: string): string {
    let n = this.#next.get(base)!;
    while (this.#given.has(`${base}-${n}`)) ++n;
    this.#next.set(base, n + 1);
    return `${base}-${n}`;
  }

  /** The entry that has each slug, or had it. */
  async #findHolders(slugs: ReadonlySet<string>): Promise<Map<string, string>> {
    this.#isFirst ??= (await this.#readSlugs("", LAST_CHARACTER, 1)).length === 0;
    if (this.#isFirst) return new Map();
    const keys = Array.from(slugs, (slug) => [this.#type, slug]);
    const former = await this.#db.slugs.where("[type+slug]").anyOf(keys).toArray();
    const live = await this.#db.entries.where("[type+slug]").anyOf(keys).toArray();
    const merged = await findMergedHolders(this.#db, this.#type, slugs);
    return new Map([...merged, ...[...former, ...live].map(({slug, id}) => [slug, id] as const)]);
  }

  /** One more than the highest number behind `base-`, at least 2. */
  async #findNext(base: string): Promise<number> {
    if (this.#isComplete) return 2;
    const slugs = await this.#readSlugs(`${base}-`, `${base}-${LAST_CHARACTER}`);
    return slugs.reduce((next, slug) => Math.max(next, numberBehind(slug, base) + 1), 2);
  }

  async #readAll(): Promise<void> {
    for (const slug of await this.#readSlugs("", LAST_CHARACTER)) {
      const base = slug.slice(0, Math.max(0, slug.lastIndexOf("-")));
      const next = numberBehind(slug, base) + 1;
      if (next > (this.#next.get(base) ?? 2)) this.#next.set(base, next);
    }
    this.#isComplete = true;
  }

  async #readSlugs(low: string, high: string, limit = Infinity): Promise<string[]> {
    const range = [
      [this.#type, low],
      [this.#type, high]
    ] as const;
    const live = await this.#db.entries
      .where("[type+slug]")
      .between(...range)
      .limit(limit)
      .keys();
    const former = await this.#db.slugs
      .where("[type+slug]")
      .between(...range)
      .limit(limit)
      .keys();
    return ([...live, ...former] as unknown as [string, string][]).map(([, slug]) => slug);
  }
}

/** The number of `base-12`; 0 where there is none that anybody would count on from. */
function numberBehind(slug: string, base: string): number {
  const rest = slug.slice(base.length + 1);
  return /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : 0;
}
