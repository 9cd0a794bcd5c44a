import type {Batch, BatchCounts, ImportItem} from "../src/index.ts";
import {groupBy} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import {describeCounts, nameItem} from "./import-words.ts";

/** A table that an import made or added to. */
export interface ImportedTable {
  readonly target: string;
  /** What its rows came from. */
  readonly files: readonly string[];
  readonly what: string;
}

/** The tables of an import, in the order in which they came; what several files brought is counted together. */
export function toImportedTables(
  batches: readonly Batch[],
  inPlace: readonly ImportItem[]
): ImportedTable[] {
  const byTarget = groupBy(batches, ({target}) => target);
  const imported = Array.from(byTarget, ([target, own]) => ({
    target,
    files: own.map(({file, inner}) => nameItem({file: file.path, inner})),
    what: describeCounts(own.map(({counts}) => counts).reduce(addCounts))
  }));
  const asked = inPlace.map((item) => ({
    target: item.recipe.target,
    files: [nameItem(item)],
    what: `${formatCounted(item.rows, "row")}, in place`
  }));
  return [...imported, ...asked];
}

function addCounts(a: BatchCounts, b: BatchCounts): BatchCounts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    refused: a.refused + b.refused
  };
}
