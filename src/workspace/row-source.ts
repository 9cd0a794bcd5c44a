import type {LakePart} from "../model/catalogue.ts";
import type {RowSource} from "../model/entry.ts";
import type {Provenance} from "../model/query-result.ts";

/** Finds the file and the row in it that a result's row came from; null where the query or the catalogue does not tell. */
export function createRowFinder(
  provenance: Provenance | undefined,
  parts: readonly LakePart[]
): (row: number) => RowSource | null {
  if (!provenance) return () => null;
  const {table, rowids} = provenance;
  const mine = parts.filter((part) => part.table === table).sort((a, b) => a.firstRow - b.firstRow);
  return (row) => {
    const rowid = rowids.get(row);
    if (typeof rowid !== "number" && typeof rowid !== "bigint") return null;
    const part = findPart(mine, Number(rowid));
    return (
      part && {table, file: part.file, sha256: part.sha256, row: Number(rowid) - part.firstRow}
    );
  };
}

/** The part that holds a row of the table, by halving. */
function findPart(parts: readonly LakePart[], rowid: number): LakePart | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.firstRow <= rowid) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part && rowid < part.firstRow + part.rows ? part : null;
}
