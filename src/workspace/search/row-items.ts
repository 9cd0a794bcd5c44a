import type {TextSet} from "../../model/text-collection.ts";
import type {SearchItem} from "./search-item.ts";

/** A first line that is no longer is a row's title. */
const MAX_TITLE_CHARACTERS = 120;

/** What is found of a row: its texts, the first line as its title where it is short. Rows that say nothing are left out. */
export function* toRowItems({collection, ends, texts, times}: TextSet): Generator<SearchItem> {
  const {label, columns} = collection;
  const kind = collection.of === "documents" ? "document" : "row";
  const field = columns.length === 1 ? columns[0]! : "text";
  for (let row = 0; row < ends.length; ++row) {
    const text = texts[row]!;
    if (text === "") continue;
    const line = text.indexOf("\n");
    const first = line < 0 ? text : text.slice(0, line);
    const isTitle = first.length <= MAX_TITLE_CHARACTERS;
    const rest = isTitle ? (line < 0 ? "" : text.slice(line + 1)) : text;
    yield {
      kind,
      end: ends[row]!,
      title: isTitle ? first : "",
      texts: rest === "" ? {} : {[field]: rest},
      from: label,
      types: [],
      tags: [],
      time: times?.[row] ?? NaN
    };
  }
}
