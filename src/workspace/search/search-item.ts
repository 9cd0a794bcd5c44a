import {foldText} from "../../lib/text.ts";
import type {TextDocument} from "../../search/text/text-document.ts";
import type {HitKind} from "./search.ts";

/** Something to be found, as it is sent to the worker. */
export interface SearchItem {
  readonly kind: HitKind;
  /** An entry's id, a row's address, a table's or a page's name. */
  readonly end: string;
  readonly title: string;
  /** Texts by field, beside the title. */
  readonly texts: Readonly<Record<string, string>>;
  /** The table or the entry type that it is of; "" where it is of none. */
  readonly from: string;
  readonly types: readonly string[];
  readonly tags: readonly string[];
  /** Milliseconds since 1970; NaN where it has no time. */
  readonly time: number;
}

/** Characters of a text that are looked through. */
const MAX_CHARACTERS = 100_000;
const TITLE = "title";

/** By what an item is known in the index: one entry is there once, and so is the row that it came from. */
export function toItemId(kind: HitKind, end: string): string {
  return `${kind}:${end}`;
}

export function toDocument(item: SearchItem): TextDocument {
  const {kind, end, title, texts, from, types, tags, time} = item;
  const fields: Record<string, string> = {[TITLE]: title};
  for (const [name, text] of Object.entries(texts)) {
    const field = foldText(name) === TITLE ? "name" : name.toLowerCase();
    fields[field] = text.slice(0, MAX_CHARACTERS);
  }
  return {
    id: toItemId(kind, end),
    fields,
    facets: {
      kind: [kind],
      ...(from !== "" && {in: [from]}),
      ...(types.length > 0 && {type: types}),
      ...(tags.length > 0 && {tag: tags}),
      ...(!Number.isNaN(time) && {year: [String(new Date(time).getUTCFullYear())]})
    },
    time
  };
}
