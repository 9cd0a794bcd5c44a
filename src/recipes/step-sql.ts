import type {Step} from "../model/recipe.ts";
import type {Rows, StepQuery} from "./rows.ts";
import {dropColumns, renameColumns, selectColumns} from "./steps/columns.ts";
import {keepDistinct} from "./steps/distinct.ts";
import {deriveColumn, filterRows} from "./steps/expressions.ts";
import {fillColumns} from "./steps/fill.ts";
import {mapValues} from "./steps/map-values.ts";
import {pivotRows, unpivotColumns} from "./steps/pivot.ts";
import {retypeColumn} from "./steps/retype.ts";
import {mergeColumns, splitColumn} from "./steps/split.ts";
import {replaceText, trimTexts} from "./steps/text.ts";

/**
 * A query that takes rows through one step, whether it is off or not, and gives them in their order. Names and values
 * are quoted, types and expressions are looked through: no step can do anything but this. Throws `InputError` where the
 * step does not go with the columns; what the engine refuses only, such as an expression, it says itself.
 */
export function toStepSql(step: Step, rows: Rows): StepQuery {
  switch (step.kind) {
    case "rename":
      return renameColumns(rows, step);
    case "select":
      return selectColumns(rows, step);
    case "drop":
      return dropColumns(rows, step);
    case "retype":
      return retypeColumn(rows, step);
    case "split":
      return splitColumn(rows, step);
    case "merge":
      return mergeColumns(rows, step);
    case "trim":
      return trimTexts(rows, step);
    case "replace":
      return replaceText(rows, step);
    case "fill":
      return fillColumns(rows, step);
    case "map":
    case "cluster":
      return mapValues(rows, step);
    case "pivot":
      return pivotRows(rows, step);
    case "unpivot":
      return unpivotColumns(rows, step);
    case "derive":
      return deriveColumn(rows, step);
    case "filter":
      return filterRows(rows, step);
    case "distinct":
      return keepDistinct(rows, step);
  }
}
