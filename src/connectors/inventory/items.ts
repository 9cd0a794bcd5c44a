import type {CsvRow} from "../kit/csv-records.ts";
import type {InventoryColumns} from "./columns.ts";
import {splitPlace} from "./columns.ts";
import type {Item} from "./places.ts";
import {toPath} from "./places.ts";

/** Places within places, beyond which a list goes round in a circle. */
const MAX_DEPTH = 50;

/** The things of a list, in its order. A thing without an identifier is told by its path, and the how many-th it is. */
export function toItems(rows: readonly CsvRow[], columns: InventoryColumns): Item[] {
  const {name, place, id, parent, kind} = columns;
  const byId = new Map(id === null ? [] : rows.map((row) => [row.text(id), row] as const));
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const parts =
      place === null ? toAncestors(row, byId, name, parent!) : splitPlace(row.text(place));
    const own = row.text(name);
    const base = (id === null ? "" : row.text(id)) || toPath([...parts, own]);
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return {
      id: count === 1 ? base : `${base} #${count}`,
      name: own,
      kind: (kind === null ? "" : row.text(kind)) || null,
      parts
    };
  });
}

/** The names of what a row is in, from the outside in, by its parents. */
function toAncestors(
  row: CsvRow,
  byId: ReadonlyMap<string, CsvRow>,
  name: string,
  parent: string
): string[] {
  const names: string[] = [];
  for (let at = byId.get(row.text(parent)); at && names.length < MAX_DEPTH;) {
    names.unshift(at.text(name));
    at = at === row ? undefined : byId.get(at.text(parent));
  }
  return names;
}
