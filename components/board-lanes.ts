import type {TypeColumn, Value} from "../src/index.ts";
import type {ViewGroup} from "./view-rows.ts";

/** A lane of a board: the entries of one value, which lie together in the view's rows. */
export interface Lane {
  readonly value: Value;
  readonly first: number;
  readonly count: number;
}

/** The lanes of a board: a choice's values in their order, also where nothing has them, then others, no value last. */
export function toLanes({schema}: TypeColumn, groups: readonly ViewGroup[]): Lane[] {
  let first = 0;
  const found = groups.map(({value, count}): Lane => {
    const lane = {value, first, count};
    first += count;
    return lane;
  });
  const choices: readonly Value[] =
    schema?.enum ?? (schema?.type === "boolean" ? [true, false] : []);
  const chosen = choices.map(
    (choice) => found.find(({value}) => value === choice) ?? {value: choice, first: 0, count: 0}
  );
  const others = found.filter(({value}) => value !== null && !choices.includes(value));
  const none = found.find(({value}) => value === null) ?? {value: null, first: 0, count: 0};
  return [...chosen, ...others, none];
}
