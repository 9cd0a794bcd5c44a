import {toChanges, toCount} from "./changes.ts";
import type {Stage} from "./stack.ts";
import {toStack} from "./stack.ts";

/**
 * A query for how a stage stands to what its target holds, as one row: `added`, `changed` and `unchanged` rows, and
 * `repeated` ones, which a later row of the stage with their key replaces. A row is changed where it has another value
 * in a column of the stage. `target` is null where there is no such table yet.
 */
export function toMergeSql(target: Stage | null, stage: Stage, key: readonly string[]): string {
  // without a target the stage stands to nothing
  const nothing = {...stage, relation: `(SELECT * FROM ${stage.relation} WHERE false)`};
  const stack = toStack([target ?? nothing, stage], key);
  const changes = toChanges(
    stack,
    stage.columns.map(({name}) => name)
  );
  const counts = [
    toCount(changes, "added", "added"),
    toCount(changes, "changed", "changed"),
    toCount(changes, "same", "unchanged"),
    `(SELECT count(*) FROM _stack WHERE ${stack.stage} = 1) - count(_new.${stack.order}) AS repeated`
  ];
  return `${changes.head} SELECT ${counts.join(", ")} ${changes.from}`;
}
