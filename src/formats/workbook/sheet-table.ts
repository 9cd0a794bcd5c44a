import {toColumnNames} from "../../lib/column-names.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {DataTable} from "../../model/table.ts";
import {inferType} from "../infer.ts";
import {Shape} from "../shape.ts";
import type {Cell} from "./cell.ts";
import type {Grid} from "./grid.ts";
import type {Header} from "./header.ts";
import {HEAD_ROWS, findHeader, toHeader} from "./header.ts";
import type {Range} from "./library.ts";
import {fillLabels, fillMerges} from "./merges.ts";

/** A sheet as a table, and how it was read. */
export interface SheetTable {
  readonly table: DataTable;
  readonly parse: Required<Pick<ParseOptions, "skip" | "header">>;
  /** Merged cells whose value was written into each of their rows. */
  readonly filled: readonly string[];
}

/**
 * A sheet as a table. Rows above the header are left out; without a header the columns are numbered. A merge in the
 * header names all of its columns, and one that labels rows stands in each of them. Undefined where no row is left.
 */
export function toSheetTable(
  name: string,
  grid: Grid,
  merges: readonly Range[],
  parse: ParseOptions = {}
): SheetTable | undefined {
  const skip = parse.skip ?? 0;
  const end = grid.rows.length - (parse.footer ?? 0);
  const rows = grid.rows.slice(0, Math.max(0, end)).filter(({index}) => index >= skip);
  if (rows.length === 0) return undefined;
  const head = fillMerges(grid, rows.slice(0, HEAD_ROWS + (parse.header ?? 0)), merges);
  const header: Header =
    parse.header === undefined ? findHeader(rows, head) : toHeader(head, 0, parse.header);
  const body = rows.slice(header.first + header.count);
  const filled = fillLabels(grid, body, merges);
  const nulls = new Set(parse.nulls);
  const used = grid.columns.flatMap((_, i) =>
    header.names[i] || body.some(({cells}) => cells[i] !== null) ? [i] : []
  );
  const names = toColumnNames(used.map((i) => header.names[i] ?? ""));
  return {
    table: {
      name,
      columns: used.map((column, i) => ({
        name: names[i]!,
        ...toTypedValues(body.map(({cells}) => toValue(cells[column]!, nulls)))
      }))
    },
    parse: {skip: rows[header.first]!.index, header: header.count},
    filled
  };
}

function toTypedValues(
  values: readonly Cell[]
): Pick<DataTable["columns"][number], "type" | "values"> {
  const shape = new Shape();
  for (const value of values) shape.add(value);
  const {type, convert} = inferType(shape);
  return {type, values: values.map(convert)};
}

function toValue(cell: Cell, nulls: ReadonlySet<string>): Cell {
  return typeof cell === "string" && nulls.has(cell) ? null : cell;
}
