import {quoteIdentifier} from "../../lib/sql.ts";
import type {Stage} from "./stack.ts";
import {findStages, toStack} from "./stack.ts";

/**
 * A query for what a table holds after stages have come in one after the other: of rows that are one (`toStack`) the
 * last value counts, in the place of the first. A column that a later stage does not have keeps its earlier values: a
 * file that lacks a column says nothing of it.
 */
export function toFoldSql(stages: readonly Stage[], key: readonly string[]): string {
  const [only] = stages;
  if (stages.length === 1 && key.length === 0 && only) {
    const list = only.columns.map(({name}) => quoteIdentifier(name)).join(", ");
    return `SELECT ${list} FROM ${only.relation}`;
  }
  const {sql, names, identity, stage, order} = toStack(stages, key);
  const sparse = new Map(
    names
      .map((name) => [name, findStages(stages, name)] as const)
      .filter(([name, having]) => having.length < stages.length && !identity.includes(name))
  );
  const kept = [...sparse].map(
    ([name, having], i) =>
      `arg_max_null(${quoteIdentifier(name)}, ${order}) FILTER (WHERE ${stage} IN (${having.join(", ")})) AS c${i}`
  );
  const winners = [`max(${order}) AS last`, `min(${order}) AS first`, ...kept].join(", ");
  const places = [...sparse.keys()];
  const list = names.map((name) => {
    const place = places.indexOf(name);
    return place < 0
      ? `_rows.${quoteIdentifier(name)}`
      : `_winners.c${place} AS ${quoteIdentifier(name)}`;
  });
  const group = identity.map(quoteIdentifier).join(", ");
  return `WITH _stack AS NOT MATERIALIZED (${sql}), _winners AS (SELECT ${winners} FROM _stack GROUP BY ${group}) SELECT ${list.join(", ")} FROM _stack AS _rows JOIN _winners ON _rows.${order} = _winners.last ORDER BY _winners.first`;
}
