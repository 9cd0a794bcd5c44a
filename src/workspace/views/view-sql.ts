import {toMessage} from "../../lib/errors.ts";
import {toUnique} from "../../lib/slug.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Total, View} from "../../model/view.ts";
import type {TypeColumn} from "../mirror/type-columns.ts";
import type {ViewRelation} from "./view-columns.ts";
import {findColumn, isGroupable, toShownColumns, toTotals, toViewKind} from "./view-columns.ts";
import {isComplete, toCondition, toEmptyCondition, toTextCondition} from "./view-filter.ts";

/** What a view shows of its rows, apart from how. */
export type ViewQuery = Pick<View, "columns" | "sort" | "filters" | "text" | "group" | "totals">;

/**
 * A view as SQL: its columns of its rows in its order, those of a group together. `columns` are others than it shows.
 * Throws `InputError` where the type has changed so that the view makes no sense.
 */
export function toViewSql(
  view: ViewQuery,
  relation: ViewRelation,
  {columns = toShownColumns(view, relation)}: {columns?: readonly TypeColumn[]} = {}
): string {
  const names = columns.map(({name}) => quoteIdentifier(name));
  return [
    `SELECT ${names.join(", ")}`,
    ...toFrom(view, relation),
    `ORDER BY ${toOrder(view, relation).join(", ")}`
  ].join("\n");
}

/** One row: how many rows the view has, then its totals in their order. */
export function toTotalsSql(view: ViewQuery, relation: ViewRelation): string {
  return [`SELECT ${toAggregates(view, relation).join(", ")}`, ...toFrom(view, relation)].join(
    "\n"
  );
}

/** A row for each group, in the order of the rows: its value, how many rows it has, its totals. */
export function toGroupsSql(
  view: ViewQuery & {readonly group: string},
  relation: ViewRelation
): string {
  const column = maybeGroup(view, relation)!;
  return [
    `SELECT ${[quoteIdentifier(column.name), ...toAggregates(view, relation)].join(", ")}`,
    ...toFrom(view, relation),
    `GROUP BY ${quoteIdentifier(column.name)}`,
    `ORDER BY ${toGroupOrder(column).join(", ")}`
  ].join("\n");
}

/** What of a view the type does not have any more, for people; none where all is well. */
export function findViewProblems(view: ViewQuery, relation: ViewRelation): string[] {
  const problems: string[] = [];
  for (const filter of view.filters.filter(isComplete))
    try {
      toCondition(filter, relation);
    } catch (error) {
      problems.push(toMessage(error));
    }
  for (const {column} of view.sort)
    if (!findColumn(relation, column)) problems.push(`column of an order not found: ${column}`);
  for (const name of view.columns ?? [])
    if (!findColumn(relation, name)) problems.push(`column not found: ${name}`);
  if (view.group !== null && !maybeGroup(view, relation))
    problems.push(`column that cannot make groups: ${view.group}`);
  for (const [name, total] of Object.entries(view.totals)) {
    const column = findColumn(relation, name);
    if (!column) problems.push(`column of a total not found: ${name}`);
    else if (!toTotals(column).includes(total))
      problems.push(`total that does not fit ${name}: ${total}`);
  }
  return problems;
}

function maybeGroup({group}: ViewQuery, relation: ViewRelation): TypeColumn | undefined {
  const column = group === null ? undefined : findColumn(relation, group);
  return column && isGroupable(column) ? column : undefined;
}

function toFrom({filters, text}: ViewQuery, relation: ViewRelation): string[] {
  const words = toTextCondition(text, relation);
  const conditions = [
    ...filters.filter(isComplete).map((filter) => toCondition(filter, relation)),
    ...(words === undefined ? [] : [words])
  ];
  const from = `FROM ws.${quoteIdentifier(relation.relation)}`;
  return conditions.length === 0 ? [from] : [from, `WHERE ${conditions.join("\n  AND ")}`];
}

/** By group, then as asked; of equal rows, and where nothing is asked, the last changed first. */
function toOrder(view: ViewQuery, relation: ViewRelation): string[] {
  const group = maybeGroup(view, relation);
  const asked = view.sort.flatMap(({column: name, descending}) => {
    const column = findColumn(relation, name);
    return column ? [`${toSortable(column)}${descending ? " DESC" : ""} NULLS LAST`] : [];
  });
  const updated = relation.columns.find(({role}) => role === "updated")!;
  return [
    ...(group ? toGroupOrder(group) : []),
    ...asked,
    `${quoteIdentifier(updated.name)} DESC`,
    `"id" DESC`
  ];
}

/** Texts that differ by case alone lie side by side, and are two groups nevertheless. */
function toGroupOrder(column: TypeColumn): string[] {
  const name = `${quoteIdentifier(column.name)} NULLS LAST`;
  return toViewKind(column) === "text" ? [`${toSortable(column)} NULLS LAST`, name] : [name];
}

function toSortable(column: TypeColumn): string {
  const name = quoteIdentifier(column.name);
  return toViewKind(column) === "text" ? `${name} COLLATE NOCASE.NOACCENT` : name;
}

function toAggregates({totals}: ViewQuery, relation: ViewRelation): string[] {
  const found = Object.entries(totals).map(([name, total]) => {
    const column = findColumn(relation, name);
    return column && toTotals(column).includes(total) ? toAggregate(column, total) : "NULL";
  });
  // a name in ORDER BY means what is selected before what is in the table
  const names = new Set(relation.columns.map(({name}) => name.toLowerCase()));
  const count = toUnique("entries", (name) => names.has(name));
  return [`count(*) AS ${quoteIdentifier(count)}`, ...found];
}

const FUNCTIONS: Readonly<Record<Exclude<Total, "count" | "distinct" | "empty">, string>> = {
  sum: "sum",
  mean: "avg",
  median: "median",
  min: "min",
  max: "max"
};

function toAggregate(column: TypeColumn, total: Total): string {
  const name = quoteIdentifier(column.name);
  const isEmpty = toEmptyCondition(column);
  const as = `AS ${quoteIdentifier(`${total} of ${column.name}`)}`;
  if (total === "empty") return `count(*) FILTER (WHERE ${isEmpty}) ${as}`;
  if (total === "count") return `count(*) FILTER (WHERE NOT (${isEmpty})) ${as}`;
  if (total === "distinct") return `count(DISTINCT ${name}) ${as}`;
  const call = FUNCTIONS[total];
  // intervals have an order but no sum
  return toViewKind(column) === "span" && isSum(total)
    ? `to_seconds(${call}(epoch(${name}))) ${as}`
    : `${call}(${name}) ${as}`;
}

function isSum(total: Total): boolean {
  return total === "sum" || total === "mean" || total === "median";
}
