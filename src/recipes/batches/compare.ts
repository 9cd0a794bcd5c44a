import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import {toChanges, toCount} from "./changes.ts";
import type {Stage} from "./stack.ts";
import {hasColumn, toStack} from "./stack.ts";

/** Rows that a comparison shows. */
const MAX_ROWS = 10_000;

/** Queries that compare rows before with rows after. */
export interface ComparisonSql {
  /** One row: `added`, `removed`, `changed`, `same`. */
  readonly counts: string;
  /** `_change` ("added", "removed", "changed"), the key, then `name` and `name (before)` for each other column. */
  readonly rows: string;
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

/**
 * Compares two versions of rows, in the columns that both have: by key or, where there is none, by all values. Of
 * several rows of one key the last counts. Throws `InputError` where the versions share no column and there is no key.
 */
export function toCompareSql(
  before: Stage,
  after: Stage,
  key: readonly string[],
  maxRows = MAX_ROWS
): ComparisonSql {
  const shared = after.columns.filter(({name}) => hasColumn(before.columns, name));
  // without a key, a row would be another for a column that only one version has
  const narrow = (stage: Stage): Stage => (key.length === 0 ? narrowTo(stage, shared) : stage);
  const stack = toStack([narrow(before), narrow(after)], key);
  const changes = toChanges(
    stack,
    shared.map(({name}) => name)
  );
  const counts = (["added", "removed", "changed", "same"] as const).map((change) =>
    toCount(changes, change, change)
  );
  const keys = stack.key.map(quoteIdentifier);
  const others = stack.names.filter((name) => !stack.key.includes(name));
  const list = [
    `${changes.name} AS _change`,
    ...keys.map((name) => `coalesce(_new.${name}, _old.${name}) AS ${name}`),
    ...others.flatMap((name) => [
      `_new.${quoteIdentifier(name)}`,
      `_old.${quoteIdentifier(name)} AS ${quoteIdentifier(`${name} (before)`)}`
    ])
  ];
  // rows that went are shown where they stood
  const place = `coalesce(_new.${stack.number}, _old.${stack.number}), _old.${stack.number}`;
  return {
    counts: `${changes.head} SELECT ${counts.join(", ")} ${changes.from}`,
    rows: `${changes.head} SELECT ${list.join(", ")} ${changes.from} WHERE NOT (${changes.is("same")}) ORDER BY ${place} LIMIT ${maxRows}`,
    columnsAdded: toMissing(after, before),
    columnsRemoved: toMissing(before, after)
  };
}

function toMissing({columns}: Stage, other: Stage): string[] {
  return columns.filter(({name}) => !hasColumn(other.columns, name)).map(({name}) => name);
}

function narrowTo({relation, columns}: Stage, shared: readonly Column[]): Stage {
  if (shared.length === 0) throw new InputError("versions that have no column in common");
  return {relation, columns: columns.filter(({name}) => hasColumn(shared, name))};
}
