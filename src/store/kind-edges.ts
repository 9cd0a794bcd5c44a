import {groupBy} from "../lib/group-by.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {Database, EntryRow} from "./database.ts";
import {readMany} from "./many.ts";

/** With more edges than this, reading all of the kind is quicker than asking end by end. */
const MAX_LOOKUPS = 50;
/** Edges that a walk follows before it is given up. */
const MAX_WALKED = 10_000;

/**
 * What the rules of a kind look at around some edges, read beforehand: asking it waits for nothing, since Dexie loses
 * its transaction over a hundred waits without a request between them.
 */
export class KindEdges {
  readonly kind: EdgeKind;
  readonly #out = new Map<string, Edge[]>();
  readonly #into = new Map<string, Edge[]>();
  readonly #holders = new Map<string, EntryRow>();

  constructor(kind: EdgeKind) {
    this.kind = kind;
  }

  /** The edges whose first end it is. */
  outOf(end: string): readonly Edge[] {
    return this.#out.get(end) ?? [];
  }

  /** The edges whose second end it is. */
  into(end: string): readonly Edge[] {
    return this.#into.get(end) ?? [];
  }

  /** The entry at the second end of an edge. */
  holder(end: string): EntryRow | undefined {
    return this.#holders.get(end);
  }

  async load(db: Database, edges: readonly Edge[]): Promise<void> {
    const {name, grid, capacityField, acyclic} = this.kind;
    if (grid || capacityField !== undefined) {
      const ids = [...new Set(edges.map(({to}) => to))];
      for (const row of await readMany(db.entries, ids)) if (row) this.#holders.set(row.id, row);
    }
    if (edges.length > MAX_LOOKUPS) {
      const all = await db.edges.where("kind").equals(name).toArray();
      for (const [end, mine] of groupBy(all, ({from}) => from)) this.#out.set(end, mine);
      for (const [end, mine] of groupBy(all, ({to}) => to)) this.#into.set(end, mine);
      return;
    }
    const ends = [...new Set(edges.flatMap(({from, to}) => [from, to]))];
    const into = (await db.edges.where("to").anyOf(ends).toArray()).filter(
      ({kind}) => kind === name
    );
    for (const [end, mine] of groupBy(into, ({to}) => to)) this.#into.set(end, mine);
    await this.#loadOut(db, ends, acyclic === true);
  }

  /** The edges out of some ends and, to follow them, out of the ends that those lead to. */
  async #loadOut(db: Database, ends: readonly string[], isWalk: boolean): Promise<void> {
    let next = ends;
    for (let walked = 0; next.length > 0 && walked <= MAX_WALKED; walked += next.length) {
      const ranges = next.map(
        (end) =>
          [
            [end, this.kind.name],
            [end, this.kind.name, []]
          ] as [[string, string], [string, string, unknown[]]]
      );
      const found = await db.edges.where("[from+kind+to]").inAnyRange(ranges).toArray();
      for (const end of next) this.#out.set(end, []);
      for (const edge of found) this.#out.get(edge.from)!.push(edge);
      const ahead = new Set(found.map(({to}) => to).filter((to) => !this.#out.has(to)));
      next = isWalk ? [...ahead] : [];
    }
  }
}
