import {quoteIdentifier} from "../../lib/sql.ts";
import {toChanges, toCount} from "./changes.ts";
import {toFoldSql} from "./fold.ts";
import type {Stage} from "./stack.ts";
import {toStack} from "./stack.ts";

/** Keys that are shown. */
const MAX_KEYS = 100;

/** Queries for what taking a stage back does. */
export interface RollbackSql {
  /** One row: `removed` and `restored` rows. */
  readonly counts: string;
  /** One row: `kept`, the stage's rows that keep the value of a later stage. */
  readonly kept: string;
  /** The first of their keys as texts, a column each; without a key, all of their values. */
  readonly keptKeys: string;
}

/**
 * What becomes of a table when the stage at `index` is taken out of `stages`, which are all that count, in order. The
 * table is then `toFoldSql` of the others.
 */
export function toRollbackSql(
  stages: readonly Stage[],
  index: number,
  key: readonly string[],
  maxKeys = MAX_KEYS
): RollbackSql {
  const {sql, identity, stage, order, key: names} = toStack(stages, key);
  const group = identity.map(quoteIdentifier).join(", ");
  const kept = `FROM (${sql}) GROUP BY ${group} HAVING bool_or(${stage} = ${index}) AND max(${stage}) > ${index}`;
  const texts = names.map(quoteIdentifier).map((name) => `CAST(${name} AS VARCHAR) AS ${name}`);
  return {
    counts: toCountsSql(stages, index, key),
    kept: `SELECT count(*) AS kept FROM (SELECT 1 ${kept})`,
    keptKeys: `SELECT ${texts.join(", ")} FROM (SELECT ${group}, min(${order}) AS _first ${kept}) ORDER BY _first LIMIT ${maxKeys}`
  };
}

function toCountsSql(stages: readonly Stage[], index: number, key: readonly string[]): string {
  const rest = stages.filter((_, i) => i !== index);
  const [first] = rest;
  const toWhole = (some: readonly Stage[]): Stage => ({
    relation: `(${toFoldSql(some, key)})`,
    columns: some.flatMap(({columns}) => columns)
  });
  const before = toUnion(toWhole(stages));
  const after = first
    ? toUnion(toWhole(rest))
    : {...before, relation: `(SELECT * FROM ${before.relation} WHERE false)`};
  const changes = toChanges(
    toStack([before, after], key),
    after.columns.map(({name}) => name)
  );
  const counts = [toCount(changes, "removed", "removed"), toCount(changes, "changed", "restored")];
  return `${changes.head} SELECT ${counts.join(", ")} ${changes.from}`;
}

/** The stage with each column once. */
function toUnion({relation, columns}: Stage): Stage {
  const seen = new Set<string>();
  const once = columns.filter(({name}) => {
    const isNew = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew;
  });
  return {relation, columns: once};
}
