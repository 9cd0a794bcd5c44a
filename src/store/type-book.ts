import {InputError} from "../lib/errors.ts";
import type {EntryType} from "../model/entry-type.ts";
import {findFamily, findLineage, resolveType} from "../model/type-family.ts";
import type {UniqueSet} from "../model/unique.ts";
import {findUniqueSets} from "../model/unique.ts";

/** The entry types as they are at one time, each with what it has from those that it extends. */
export class TypeBook {
  readonly #types: ReadonlyMap<string, EntryType>;
  readonly #resolved = new Map<string, EntryType>();
  readonly #uniques = new Map<string, readonly UniqueSet[]>();

  constructor(types: readonly EntryType[]) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  /** The types with some others, or others in the place of those by their names. */
  with(types: readonly EntryType[]): TypeBook {
    return types.length === 0 ? this : new TypeBook([...this.#types.values(), ...types]);
  }

  get(name: string): EntryType | undefined {
    const known = this.#resolved.get(name);
    const type = this.#types.get(name);
    if (known || !type) return known;
    const resolved = resolveType(type, this.#types);
    this.#resolved.set(name, resolved);
    return resolved;
  }

  /** Throws `InputError` that names the types there are. */
  find(name: string): EntryType {
    const type = this.get(name);
    if (type) return type;
    throw new InputError(
      `entry type not found: "${name}" (${this.#types.size === 0 ? "there is none yet" : `there are: ${toList(this.#types.keys())}`})`
    );
  }

  /** The type of an entry that is to be made; throws `InputError` where it has none of its own. */
  findForNew(name: string): EntryType {
    const type = this.find(name);
    if (!type.abstract) return type;
    const concrete = findFamily(name, this.#types).filter((one) => !this.#types.get(one)?.abstract);
    throw new InputError(
      `entry type is abstract: ${name} has no entries of its own; ${concrete.length === 0 ? "make a type that extends it" : `add one of a type that extends it: ${toList(concrete)}`}`
    );
  }

  /** The names of the type and of those that it extends. */
  lineage(name: string): string[] {
    const type = this.#types.get(name);
    return type ? findLineage(type, this.#types).map((one) => one.name) : [name];
  }

  /** The names of the type and of those that extend it. */
  family(name: string): string[] {
    return findFamily(name, this.#types);
  }

  uniques(name: string): readonly UniqueSet[] {
    const known = this.#uniques.get(name);
    if (known) return known;
    const type = this.#types.get(name);
    const sets = type ? findUniqueSets(type, this.#types) : [];
    this.#uniques.set(name, sets);
    return sets;
  }

  /** Throws `InputError` where a type extends itself or one that is not there. */
  checkLineages(): void {
    for (const type of this.#types.values()) findLineage(type, this.#types);
  }
}

function toList(names: Iterable<string>): string {
  return [...names].sort().join(", ");
}
