import {isNullWord} from "../lib/null-words.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {PlannedColumn} from "../model/delimited.ts";
import type {CsvLayout, CsvLeniency} from "./csv-scan.ts";
import {toMisfit, toReadCsv, toTextColumns} from "./csv-scan.ts";
import type {Engine} from "./engine.ts";

/** So many values that do not fit are looked at. */
const MAX_MISFITS = 20;

/** What a look at the whole file changed. */
export interface Widened {
  readonly columns: readonly PlannedColumn[];
  readonly nulls: readonly string[];
  /** Columns that got another type, each with a value that did not fit. */
  readonly misfits: ReadonlyMap<string, string>;
}

/**
 * Looks at all values of a file whose sample was misleading: a column whose misfits are words for no value keeps its
 * type, another gets one that holds them all. Throws where the file cannot be read as mere text either.
 */
export async function widenColumns(
  engine: Engine,
  path: string,
  {
    layout,
    columns,
    leniency
  }: {layout: CsvLayout; columns: readonly PlannedColumn[]; leniency: CsvLeniency}
): Promise<Widened> {
  const typed = columns.filter(({type}) => type !== "VARCHAR");
  const scan = toReadCsv(path, layout, toTextColumns(columns), leniency);
  const list = typed.flatMap((column, i) => [
    `(list(DISTINCT ${quoteIdentifier(column.name)}) FILTER (${toMisfit(column)}))[:${MAX_MISFITS}] AS m${i}`,
    ...toWider(column).map(
      (type, k) => `count(*) FILTER (${toMisfit({...column, type})}) AS w${i}_${k}`
    )
  ]);
  if (list.length === 0) return {columns, nulls: layout.nulls, misfits: new Map()};
  const [found] = await engine.rows(`SELECT ${list.join(", ")} FROM ${scan}`);
  const nulls = new Set(layout.nulls);
  const types = new Map<string, PlannedColumn>();
  const values = new Map<string, string>();
  typed.forEach((column, i) => {
    const misfits = (found![`m${i}`] ?? []) as readonly string[];
    if (misfits.length === 0) return;
    if (misfits.length < MAX_MISFITS && misfits.every((value) => isNullWord(value))) {
      for (const value of misfits) nulls.add(value);
      return;
    }
    const {name} = column;
    values.set(name, misfits[0]!);
    const type = toWider(column).find((_, k) => Number(found![`w${i}_${k}`]) === 0);
    types.set(name, type === undefined ? {name, type: "VARCHAR"} : {...column, type});
  });
  return {
    columns: columns.map((column) => types.get(column.name) ?? column),
    nulls: [...nulls],
    misfits: values
  };
}

/** Types that hold all that a type holds, and more. */
function toWider({type}: PlannedColumn): readonly string[] {
  return type === "BIGINT" ? ["DOUBLE"] : type === "DATE" ? ["TIMESTAMP"] : [];
}
