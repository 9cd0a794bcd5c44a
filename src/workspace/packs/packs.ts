import {InputError, UnavailableError} from "../../lib/errors.ts";
import type {Pack} from "../../model/pack.ts";
import {toSampleTag} from "../../model/pack.ts";
import type {Problem} from "../../model/problem.ts";
import type {Live} from "../../store/live.ts";
import type {Store} from "../../store/store.ts";
import type {PackAddition} from "./add-pack.ts";
import {addPack} from "./add-pack.ts";
import {findVersion} from "./plan-pack.ts";

/** The packs of the site, as its build found them. */
export interface PackShelf {
  readonly packs: readonly Pack[];
  /** What is wrong with those that are left out. */
  readonly problems: readonly Problem[];
}

/** How a pack stands in this workspace. */
export interface PackState {
  readonly pack: Pack;
  /** The version that is there; undefined where the pack is not. */
  readonly version: number | undefined;
  /** Whether all types and kinds are there, so that its page has what to ask. */
  readonly isWhole: boolean;
  /** How many of its sample entries are there. */
  readonly samples: number;
}

export interface RemovedSamples {
  readonly entries: number;
  readonly edges: number;
  /** What undo takes back; null where there was none. */
  readonly group: string | null;
}

/** Ready-made packs of types, edge kinds and sample entries. */
export interface Packs {
  shelf(): Promise<PackShelf>;
  /** How each pack stands, now and after each change. */
  follow(shelf: PackShelf): Live<PackState[]>;
  /**
   * Adds a pack, and first those that it requires, in one write. What is there already stays as it is; adding twice
   * writes nothing. Throws `InputError` where a type or a kind of the same name means something else.
   */
  add(name: string, options?: {samples?: boolean}): Promise<PackAddition>;
  /** Removes the sample entries of a pack, but for those whose tag somebody took off. */
  removeSamples(name: string): Promise<RemovedSamples>;
}

/** `url` is where the site's packs lie; undefined where it has none. */
export function createPacks(store: Store, url: string | undefined): Packs {
  let shelf: Promise<PackShelf> | undefined;
  const read = async (): Promise<PackShelf> => {
    try {
      return await (shelf ??= fetchShelf(url));
    } catch (error) {
      shelf = undefined; // the next one tries again
      throw error;
    }
  };
  return {
    shelf: read,
    follow: ({packs}) => store.live(() => readStates(store, packs)),
    add: async (name, {samples = false} = {}) => {
      const {packs} = await read();
      return addPack(store, withRequired(name, packs), {samples});
    },
    async removeSamples(name) {
      const tag = toSampleTag(name);
      const {entries} = await store.entries.page({tag, limit: Infinity});
      const what = `Remove the sample entries of ${name}`;
      return store.entries.remove(
        entries.map(({id}) => id),
        {what}
      );
    }
  };
}

/** The pack of that name, after those that it requires. Throws `InputError` where there is none. */
export function withRequired(name: string, packs: readonly Pack[]): Pack[] {
  const pack = packs.find((one) => one.name === name);
  if (!pack) {
    const names = packs.map((one) => one.name).join(", ");
    throw new InputError(`pack not found: ${name} (there are: ${names || "none"})`);
  }
  const required = pack.requires.flatMap((other) => withRequired(other, packs));
  return [...new Set([...required, pack])];
}

async function fetchShelf(url: string | undefined): Promise<PackShelf> {
  if (url === undefined) return {packs: [], problems: []};
  const response = await fetch(url);
  if (!response.ok) throw new UnavailableError(`packs cannot be read: ${url} (${response.status})`);
  return (await response.json()) as PackShelf;
}

async function readStates(store: Store, packs: readonly Pack[]): Promise<PackState[]> {
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  const kinds = new Map((await store.kinds.list()).map((kind) => [kind.name, kind]));
  const states: PackState[] = [];
  for (const pack of packs) {
    const tag = toSampleTag(pack.name);
    const {total} = await store.entries.page({tag, limit: 0});
    states.push({
      pack,
      version: findVersion(pack, {types, kinds}),
      isWhole:
        pack.types.every(({name}) => types.has(name)) &&
        pack.kinds.every(({name}) => kinds.has(name)),
      samples: total
    });
  }
  return states;
}
