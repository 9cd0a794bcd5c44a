import {Sha256} from "../../lib/sha256.ts";
import {toEndText} from "../../model/end.ts";

const encoder = new TextEncoder();

/**
 * Addresses for rows of no file that the catalogue knows: the hash of a row's values stands for the file, and of rows with
 * the same values the number of each for its row.
 */
export function createContentEnds(table: string): (values: readonly string[]) => string {
  const counts = new Map<string, number>();
  return (values) => {
    const sha256 = new Sha256().update(encoder.encode(JSON.stringify(values))).digest();
    const row = counts.get(sha256) ?? 0;
    counts.set(sha256, row + 1);
    return toEndText({kind: "row", table, sha256, row});
  };
}
