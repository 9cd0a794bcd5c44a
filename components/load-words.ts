import type {LoadCounts, Loaded} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";

/** What loading brings, over all kinds of records: "1,204 new records, 3 changed"; "" where all is the same here. */
export function toLoadWords({counts}: Pick<Loaded, "counts">): string {
  const sum = (name: keyof LoadCounts): number =>
    Object.values(counts).reduce((total, count) => total + count[name], 0);
  const [added, changed, removed] = [sum("added"), sum("changed"), sum("removed")];
  const parts = [`${formatCounted(added, "new record")}, ${formatCount(changed)} changed`];
  if (removed > 0) parts.push(`${formatCount(removed)} removed`);
  return added + changed + removed === 0 ? "" : parts.join(", ");
}
