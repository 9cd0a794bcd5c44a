import type {EntryType} from "../src/index.ts";

/** Something that may stand at an end of an edge. */
export interface EndType {
  /** An entry type, or the kind of another end. */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
}

/** What can stand at an end besides entries. */
export const OTHER_END_TYPES: readonly EndType[] = [
  {name: "row", label: "Lake row", plural: "Lake rows"},
  {name: "topic", label: "Topic", plural: "Topics"},
  {name: "document", label: "Place in a document", plural: "Places in documents"}
];

export function toEndTypes(types: readonly EntryType[]): EndType[] {
  return [...types, ...OTHER_END_TYPES];
}

/** The noun for what stands at an end, one and many: of several types, the word that fits all of them. */
export function toEndNoun(
  names: readonly string[],
  types: readonly EntryType[]
): readonly [one: string, many: string] {
  const [name, ...others] = names;
  const type = others.length > 0 ? undefined : toEndTypes(types).find((one) => one.name === name);
  return type ? [type.label.toLowerCase(), type.plural.toLowerCase()] : ["thing", "things"];
}
