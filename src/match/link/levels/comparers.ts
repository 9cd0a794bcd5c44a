import type {LinkColumn, LinkTables} from "../link-tables.ts";
import {compareCategories} from "./category-levels.ts";
import {compareCodes} from "./code-levels.ts";
import type {Comparer} from "./comparer.ts";
import {compareDates} from "./date-levels.ts";
import {compareNames} from "./name-levels.ts";
import {compareNumbers} from "./number-levels.ts";
import {compareNumberWords} from "./number-word-levels.ts";
import {compareTexts} from "./text-levels.ts";

/** Places of more words on the average are compared as texts. */
const MAX_NAME_WORDS = 1.8;

/** How the columns are compared, by what their values are. */
export function toComparers({columns}: LinkTables): Comparer[] {
  const names = columns.filter(({kind}) => kind === "name");
  return columns.flatMap((column): Comparer[] => {
    switch (column.kind) {
      case "name":
        return [
          compareNames(
            column,
            names.filter((one) => one !== column)
          )
        ];
      case "place":
        return countWords(column) <= MAX_NAME_WORDS ? [compareNames(column, [])] : toTexts(column);
      case "text":
        return toTexts(column);
      case "code":
        return [compareCodes(column)];
      case "number":
        return [compareNumbers(column)];
      case "date":
        return [compareDates(column)];
      case "category":
        return [compareCategories(column)];
    }
  });
}

function toTexts(column: LinkColumn): Comparer[] {
  const numbers = compareNumberWords(column);
  return numbers ? [compareTexts(column), numbers] : [compareTexts(column)];
}

/** Words of a value, on the average. */
function countWords({texts}: LinkColumn): number {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  return words / Math.max(1, texts.length);
}
