import type {CollectionState} from "../meaning/meaning.ts";

/** Tables of more rows are looked through only where somebody chose them (the Models page, Meaning). */
const MAX_ROWS_UNCHOSEN = 50_000;
/** Rows that are looked through in all: about 1 GB of memory. */
const MAX_ROWS = 1_000_000;

/** Which tables are looked through, chosen ones first, as many as there is memory for. */
export function chooseTables(all: readonly CollectionState[]): {
  wanted: readonly CollectionState[];
  leftOut: readonly string[];
} {
  const leftOut: string[] = [];
  let sum = 0;
  const ordered = [...all].sort((a, b) => Number(b.isChosen) - Number(a.isChosen));
  const wanted = ordered.filter(({collection, rows = 0, isChosen}) => {
    const count = rows.toLocaleString("en");
    if (!isChosen && rows > MAX_ROWS_UNCHOSEN)
      leftOut.push(`${collection.label} (${count} rows; choose it to search it)`);
    else if (sum + rows > MAX_ROWS) leftOut.push(`${collection.label} (${count} rows; no room)`);
    else {
      sum += rows;
      return true;
    }
    return false;
  });
  return {wanted, leftOut};
}
