import type {Step} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";

const MAX_NAMES = 4;

/** A step in words; names of columns and pieces of SQL stand between backticks. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case "rename":
      return describeRenames(Object.entries(step.columns));
    case "select":
      return `Keep only ${names(step.columns)}`;
    case "drop":
      return `Remove ${names(step.columns)}`;
    case "retype":
      return `Make \`${step.column}\` ${step.type}${step.format ? `, written as “${step.format}”` : ""}`;
    case "split":
      return `Split \`${step.column}\` at “${step.by}” into ${names(step.into)}`;
    case "merge":
      return `Merge ${names(step.columns)} into \`${step.into}\`${step.separator === "" ? "" : ` with “${step.separator}” between`}`;
    case "trim":
      return `Trim blanks of ${names(step.columns)}`;
    case "replace":
      return `Replace “${step.find}” with “${step.with}” in \`${step.column}\``;
    case "fill":
      return `Fill gaps of ${names(step.columns)} with ${step.with === "previous" ? "the value above" : `“${step.with.value}”`}`;
    case "map":
      return `Map ${formatCounted(Object.keys(step.values).length, "value")} of \`${step.column}\``;
    case "cluster":
      return `Merge ${formatCounted(Object.keys(step.values).length, "similar value")} of \`${step.column}\``;
    case "pivot":
      return `Make columns ${names(step.columns)} of \`${step.names}\`, with the ${step.aggregate} of \`${step.values}\``;
    case "unpivot":
      return `Make rows of ${names(step.columns)}, as \`${step.name}\` and \`${step.value}\``;
    case "derive":
      return `Compute \`${step.column}\` as \`${step.expression}\``;
    case "filter":
      return `Keep rows where \`${step.expression}\``;
    case "distinct":
      return `Keep the ${step.keep} of rows alike in ${step.columns.length === 0 ? "all columns" : names(step.columns)}`;
  }
}

function describeRenames(renames: readonly (readonly [string, string])[]): string {
  if (renames.length === 0) return "Rename no column";
  const shown = renames.slice(0, MAX_NAMES).map(([from, to]) => `\`${from}\` to \`${to}\``);
  return `Rename ${shown.join(", ")}${more(renames.length)}`;
}

function names(columns: readonly string[]): string {
  if (columns.length === 0) return "no column";
  const shown = columns.slice(0, MAX_NAMES).map((name) => `\`${name}\``);
  return `${shown.join(", ")}${more(columns.length)}`;
}

function more(count: number): string {
  return count > MAX_NAMES ? ` and ${count - MAX_NAMES} more` : "";
}
