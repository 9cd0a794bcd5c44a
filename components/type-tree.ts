import type {EntryType} from "../src/index.ts";

/** A type in the tree of what extends what. */
export interface TypeNode {
  readonly type: EntryType;
  /** 0 for a type that extends none. */
  readonly depth: number;
}

/** The types, each before those that extend it; what extends a type that is not there stands at the root. */
export function toTypeTree(types: readonly EntryType[]): TypeNode[] {
  const names = new Set(types.map(({name}) => name));
  const nodes: TypeNode[] = [];
  const add = (type: EntryType, depth: number): void => {
    if (nodes.some((node) => node.type === type)) return; // a circle, which an import may leave
    nodes.push({type, depth});
    for (const child of types) if (child.extends === type.name) add(child, depth + 1);
  };
  for (const type of types)
    if (type.extends === undefined || !names.has(type.extends)) add(type, 0);
  for (const type of types) add(type, 0);
  return nodes;
}
