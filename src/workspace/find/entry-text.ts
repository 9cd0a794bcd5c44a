import type {Entry} from "../../model/entry.ts";

const DATE = /^\d{4}-\d\d-\d\d([T ]|$)/;

/** What an entry says in words: its title, then its texts, without dates and what has no letter; "" where it says nothing. */
export function toEntryText({title, fields}: Entry): string {
  const texts = Object.values(fields)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === "string")
    .filter((text) => /\p{L}/u.test(text) && !DATE.test(text));
  // a title that no field gave says only that there is none
  const isMade = texts.length === 0 && /^Untitled /.test(title);
  const others = texts.filter((text) => text.replace(/\s+/g, " ").trim() !== title);
  return isMade ? "" : [title, ...others].join("\n");
}
