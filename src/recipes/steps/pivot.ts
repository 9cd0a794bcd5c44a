import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import {toColumnKind} from "../../model/column.ts";
import type {Step} from "../../model/recipe.ts";
import type {Item, Rows, StepQuery} from "../rows.ts";
import {
  findColumn,
  findColumns,
  numberRows,
  replaceColumns,
  toHiddenName,
  toItem,
  toPlace,
  toQuery,
  toTextSql
} from "../rows.ts";

export function pivotRows(
  rows: Rows,
  {names, values, aggregate, columns}: Extract<Step, {kind: "pivot"}>
): StepQuery {
  const name = findColumn(rows, names);
  const value = findColumn(rows, values);
  const number = toHiddenName("number", rows);
  const place = toPlace(number);
  const made = columns.map((column): Item => {
    const filter = `FILTER (WHERE ${toTextSql(name)} = ${quoteText(column)})`;
    // arg_max and its like pass over what has no value
    const of = aggregate === "first" ? `arg_min(${toPlace(value.name)}, ${place})` : undefined;
    return {name: column, sql: `${of ?? `${aggregate}(${toPlace(value.name)})`} ${filter}`};
  });
  const groups = rows.columns.filter((column) => column !== name && column !== value);
  const items = rows.columns.flatMap((column) => {
    if (column === name) return made;
    return column === value ? [] : [toItem(column)];
  });
  const {row} = rows;
  const carried = row === undefined ? [] : [{name: row, sql: `min(${toPlace(row)})`}];
  const keys = groups.map((column) => toPlace(column.name)).join(", ");
  const tail = ` GROUP BY ${keys === "" ? "()" : keys} HAVING count(*) > 0 ORDER BY min(${place})`;
  const {sql, names: all} = toQuery(
    {...numberRows(rows, number), row: undefined},
    [...items, ...carried],
    tail
  );
  return {sql, names: all.slice(0, items.length)};
}

/** Values of unlike types become text. */
export function unpivotColumns(
  rows: Rows,
  {columns, name, value}: Extract<Step, {kind: "unpivot"}>
): StepQuery {
  const turned = [...findColumns(rows, columns)];
  const isAlike = areAlike(turned);
  const texts = turned.map((column) => (isAlike ? toPlace(column.name) : toTextSql(column)));
  const pairs = toHiddenName("pair", rows, [name, value]);
  const list = turned.map(
    (column, i) => `{'name': ${quoteText(column.name)}, 'value': ${texts[i]!}}`
  );
  const first = rows.columns.find((column) => turned.includes(column));
  const unnested = {
    ...rows,
    relation: `(SELECT *, unnest([${list.join(", ")}]) AS ${quoteIdentifier(pairs)} FROM ${rows.relation} AS _rows)`
  };
  const pair = toPlace(pairs);
  return replaceColumns(
    unnested,
    (column) => {
      if (!turned.includes(column)) return undefined;
      if (column !== first) return [];
      return [
        {name, sql: `${pair}.name`},
        {name: value, sql: `${pair}.value`}
      ];
    },
    ` WHERE ${pair}.value IS NOT NULL`
  );
}

function areAlike(columns: readonly Column[]): boolean {
  const [first, ...others] = columns;
  return others.every(
    ({type}) =>
      type === first!.type ||
      (toColumnKind(type) === "number" && toColumnKind(first!.type) === "number")
  );
}
