import {toMessage} from "../../lib/errors.ts";
import {toUnique} from "../../lib/slug.ts";
import type {EntryType} from "../../model/entry-type.ts";
import {RESERVED_TYPE_NAMES} from "../../model/entry-type.ts";
import {findFamily, resolveType} from "../../model/type-family.ts";
import type {TypeColumn} from "./type-columns.ts";
import {toTypeColumns} from "./type-columns.ts";

/** An entry type as SQL sees it. */
export interface MirrorType {
  /** With all that it has from the types that it extends. */
  readonly type: EntryType;
  /** Its relation in the schema `ws`. */
  readonly relation: string;
  readonly columns: readonly TypeColumn[];
  /** The types whose entries are in the relation: its own name first. */
  readonly family: readonly string[];
  /** What is wrong with the type itself, such as one that it extends and that is not there. */
  readonly problem: string | undefined;
}

/** All types as SQL sees them, by name. */
export function toMirrorTypes(list: readonly EntryType[]): Map<string, MirrorType> {
  const byName = new Map(list.map((type) => [type.name, type]));
  const relations = toRelations(list);
  return new Map(list.map((type) => [type.name, toMirrorType(type, byName, relations)]));
}

function toMirrorType(
  own: EntryType,
  byName: ReadonlyMap<string, EntryType>,
  relations: ReadonlyMap<string, string>
): MirrorType {
  const {type, problem} = resolve(own, byName);
  const family = findFamily(own.name, byName);
  const columns = toTypeColumns(type, {isParent: family.length > 1});
  return {type, relation: relations.get(own.name)!, columns, family, problem};
}

/** A type whose parent is gone is what it is by itself. */
function resolve(
  type: EntryType,
  byName: ReadonlyMap<string, EntryType>
): {type: EntryType; problem: string | undefined} {
  try {
    return {type: resolveType(type, byName), problem: undefined};
  } catch (error) {
    return {type, problem: toMessage(error)};
  }
}

/** A relation for each type; SQL tells no `Book` from `book`, so the second is `book_2`. */
function toRelations(types: readonly EntryType[]): Map<string, string> {
  const taken = new Set(RESERVED_TYPE_NAMES);
  const relations = new Map<string, string>();
  for (const name of types.map(({name}) => name).sort()) {
    const relation = toUnique(name, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(relation.toLowerCase());
    relations.set(name, relation);
  }
  return relations;
}
