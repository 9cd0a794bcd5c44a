import type {FieldSchema} from "../src/index.ts";
import type {FieldKind} from "./field-kinds.ts";

type Limit = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";

/** A limit that a kind of field can have, in words. */
export interface FieldLimit {
  readonly keyword: Limit & keyof FieldSchema;
  readonly label: string;
}

const OF_NUMBERS: readonly FieldLimit[] = [
  {keyword: "minimum", label: "At least"},
  {keyword: "maximum", label: "At most"}
];
const OF_TEXTS: readonly FieldLimit[] = [
  {keyword: "minLength", label: "Characters at least"},
  {keyword: "maxLength", label: "Characters at most"}
];
const OF_LISTS: readonly FieldLimit[] = [
  {keyword: "minItems", label: "Items at least"},
  {keyword: "maxItems", label: "Items at most"}
];

export const FIELD_LIMITS: Partial<Record<FieldKind, readonly FieldLimit[]>> = {
  number: OF_NUMBERS,
  integer: OF_NUMBERS,
  money: OF_NUMBERS,
  text: OF_TEXTS,
  long: OF_TEXTS,
  email: OF_TEXTS,
  url: OF_TEXTS,
  list: OF_LISTS,
  choices: OF_LISTS
};

/** Kinds whose values can be held against a pattern. */
export const PATTERN_KINDS: readonly FieldKind[] = ["text", "long", "email", "url"];
