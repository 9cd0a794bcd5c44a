import type {TextSet} from "../../model/text-collection.ts";
import type {SearchItem} from "./search-item.ts";

/** A first line that is no longer is a row's title. */
const MAX_TITLE_CHARACTERS = 120;
/** The columns that a person's name is written in, when it is written in two. */
const NAME_PART = /^(given|first|fore|family|last|sur)[_ -]?names?$/i;

/**
 * What is found of a row: its texts, the first line as its title where it is short; of people whose name stands in two
 * columns, both. Rows that say nothing are left out.
 */
export function* toRowItems({collection, ends, texts, times}: TextSet): Generator<SearchItem> {
  const {label, columns} = collection;
  const kind = collection.of === "documents" ? "document" : "row";
  const isNamedTwice = columns.slice(0, 2).filter((name) => NAME_PART.test(name)).length === 2;
  const field = columns.length === 1 ? columns[0]! : "text";
  for (let row = 0; row < ends.length; ++row) {
    const text = texts[row]!;
    if (text === "") continue;
    const line = findTitleEnd(text, isNamedTwice);
    const first = (line < 0 ? text : text.slice(0, line)).replace("\n", " ");
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

/** Where the first line ends, or the second of a name in two; -1 where nothing follows. A missing name leaves its line to what follows: to a street, say. */
function findTitleEnd(text: string, isNamedTwice: boolean): number {
  const first = text.indexOf("\n");
  if (first < 0 || !isNamedTwice) return first;
  const second = text.indexOf("\n", first + 1);
  const family = text.slice(first + 1, second < 0 ? undefined : second);
  return /\p{N}/u.test(family) ? first : second;
}
