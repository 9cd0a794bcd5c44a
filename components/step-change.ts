import type {StepEffect, Value} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";

/** A value of a row that a step changes. */
export interface ValueChange {
  readonly column: string;
  /** Undefined where the column is not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a step does, in words: "1,204 rows, 1,190 after; 12 values do not fit". */
export function describeEffect({
  rowsBefore,
  rowsAfter,
  changed,
  failed
}: Pick<StepEffect, "rowsBefore" | "rowsAfter" | "changed" | "failed">): string {
  const rows =
    rowsBefore === rowsAfter
      ? formatCounted(rowsBefore, "row")
      : `${formatCounted(rowsBefore, "row")} before, ${formatCount(rowsAfter)} after`;
  return [
    rows,
    changed === null
      ? "other rows"
      : changed === 0
        ? "no row changes"
        : `${formatCount(changed)} change`,
    failed > 0 && `${formatCounted(failed, "value")} cannot be made into the type`
  ]
    .filter((text) => text !== false)
    .join(", ");
}

/** The values of a row that are different, in the order of the columns. */
function findChanges({before, after}: StepEffect["examples"][number]): ValueChange[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return columns
    .map((column) => ({
      column,
      before: toText(before, column),
      after: toText(after, column)
    }))
    .filter((change) => change.before !== change.after);
}

/** What is different in some rows, each change once. */
export function findDistinctChanges(
  examples: StepEffect["examples"],
  {perRow}: {perRow: number}
): ValueChange[] {
  const changes = examples.flatMap((example) => findChanges(example).slice(0, perRow));
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function toText(row: Readonly<Record<string, Value>>, column: string): string | undefined {
  if (!Object.hasOwn(row, column)) return undefined;
  const value = row[column] ?? null;
  return value === null ? "null" : toValueText(value, "");
}
