import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Stack} from "./stack.ts";

export type Change = "added" | "removed" | "changed" | "same";

/** Pieces of a query over the rows of a stack's first stage (`_old`) beside those of its second (`_new`). */
export interface Changes {
  /** What stands before SELECT. */
  readonly head: string;
  /** What follows the list of what is selected. */
  readonly from: string;
  /** A condition: the pair is such a change. Values are compared in `compared` only. */
  readonly is: (change: Change) => string;
  /** The change as text. */
  readonly name: string;
}

/** Of several rows of one stage that are one, the last counts. */
export function toChanges(
  {sql, identity, stage, order}: Stack,
  compared: readonly string[]
): Changes {
  const group = identity.map(quoteIdentifier).join(", ");
  const last = `SELECT max(${order}) FROM _stack GROUP BY ${stage}, ${group}`;
  const side = (i: number): string =>
    `SELECT * FROM _stack WHERE ${stage} = ${i} AND ${order} IN (FROM _last)`;
  const on = identity
    .map(quoteIdentifier)
    .map((name) => `_old.${name} IS NOT DISTINCT FROM _new.${name}`);
  const differences = compared
    .map(quoteIdentifier)
    .map((name) => `_old.${name} IS DISTINCT FROM _new.${name}`);
  const differs = differences.length === 0 ? "false" : `(${differences.join(" OR ")})`;
  const both = `_old.${order} IS NOT NULL AND _new.${order} IS NOT NULL`;
  const conditions: Readonly<Record<Change, string>> = {
    added: `_old.${order} IS NULL`,
    removed: `_new.${order} IS NULL`,
    changed: `${both} AND ${differs}`,
    same: `${both} AND NOT ${differs}`
  };
  const cases = Object.entries(conditions).map(
    ([change, condition]) => `WHEN ${condition} THEN ${quoteText(change)}`
  );
  return {
    head: `WITH _stack AS NOT MATERIALIZED (${sql}), _last AS (${last}), _old AS NOT MATERIALIZED (${side(0)}), _new AS NOT MATERIALIZED (${side(1)})`,
    from: `FROM _old FULL JOIN _new ON ${on.join(" AND ")}`,
    is: (change) => conditions[change],
    name: `CASE ${cases.join(" ")} END`
  };
}

/** How many pairs are such a change, as a column. */
export function toCount(changes: Changes, change: Change, name: string): string {
  return `count(*) FILTER (WHERE ${changes.is(change)}) AS ${quoteIdentifier(name)}`;
}
